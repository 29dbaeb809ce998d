using System.Collections.Immutable;
using System.Globalization;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Reads the place of an event.</summary>
internal static class PlaceReader
{
    /// <summary>The place of the front matter, else that of the body; null when neither names one.</summary>
    public static Place? Read(FrontMatterFields front, BodyMetadata metadata, SiteSettings settings, DiagnosticBag report)
    {
        if (front.Text(FieldNames.PlaceName) is { } key && settings.Places.TryGetValue(key, out var known)) return known;
        var map = front.Find(FieldNames.PlaceName)?.Value is MapValue inner ? new FrontMatterFields(inner) : null;
        var written = Written(front, map);
        var inBody = metadata.Place is null ? null : Name(BodyMetadata.Plain(metadata.Place));
        if (written is not null && inBody is not null && metadata.Place is { } field && !Agree(written, inBody))
            report.Warning(field.Line, $"'{field.Key}' ({inBody}) disagrees with the front matter ({written}), which is used");

        var address = Address(front, map) ?? (metadata.Address is null ? null : Name(BodyMetadata.Plain(metadata.Address)));
        var position = Position(map ?? front, report) ?? Position(front, report);
        if ((written ?? inBody) is { } place) return new Place(place, address == place ? null : address, position);
        return address is null ? null : new Place(address, Position: position);
    }

    /// <summary>The place in a file or a map of places; null when it has no name.</summary>
    public static Place? FromFields(FrontMatterFields fields, DiagnosticBag report)
    {
        // A map of the place, or its parts in such a map beside the name, as in an event.
        var map = fields.Find(FieldNames.PlaceName)?.Value is MapValue inner ? new FrontMatterFields(inner) : null;
        var name = Name(fields.Text(["name", "title", "venue", "location"])) ?? Written(fields, map);
        return name is null ? null : new Place(name, Address(fields, map), Position(map ?? fields, report) ?? Position(fields, report));
    }

    private static string? Written(FrontMatterFields front, FrontMatterFields? map)
    {
        if (map is null) return Name(front.Text(FieldNames.PlaceName)) ?? Name(front.Text(FieldNames.Room));
        return Name(map.Text(["name", "title"])) ?? Name(map.Text(["venue"]));
    }

    private static string? Address(FrontMatterFields front, FrontMatterFields? map)
    {
        var fields = map ?? front;
        ImmutableArray<string>[] parts = [FieldNames.Address, FieldNames.City, FieldNames.Country];
        var names = parts.Select(keys => Name(fields.Text(keys) ?? front.Text(keys))).OfType<string>();
        var address = string.Join(", ", names.Distinct(StringComparer.OrdinalIgnoreCase));
        return address.Length == 0 ? null : address;
    }

    private static string? Name(string? text) => text is not null && PlainText.OneLine(text) is { Length: > 0 } name ? name : null;

    private static bool Agree(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);

    private static GeoPosition? Position(FrontMatterFields fields, DiagnosticBag report)
    {
        var (latitude, longitude) = (fields.FindText(FieldNames.Latitude), fields.FindText(FieldNames.Longitude));
        if (latitude is null || longitude is null) return null;
        if (Degrees(latitude, max: 90) is { } north && Degrees(longitude, max: 180) is { } east) return new GeoPosition(north, east);
        report.Error(
            latitude, $"and '{longitude.Key}' ({longitude.Text()}) are not coordinates; write degrees such as 50.0755 and 14.4378");
        return null;
    }

    private static double? Degrees(Field field, int max)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isNumber = double.TryParse(field.Text(), Style, CultureInfo.InvariantCulture, out var degrees);
        return isNumber && Math.Abs(degrees) <= max ? degrees : null;
    }
}
