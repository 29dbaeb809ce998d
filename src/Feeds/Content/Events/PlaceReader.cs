using System.Globalization;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Finds out where an event takes place.</summary>
internal static class PlaceReader
{
    /// <summary>The place of the front matter, else that of the body; null when neither names one.</summary>
    public static Place? Read(FrontMatterFields front, BodyMetadata facts, SiteSettings settings, DiagnosticBag report)
    {
        if (front.Text(FieldNames.PlaceName) is { } key && settings.Places.TryGetValue(key, out var known)) return known;
        var map = front.Find(FieldNames.PlaceName)?.Value is MapValue inner ? new FrontMatterFields(inner) : null;
        var written = Written(front, map);
        var said = facts.Place is null ? null : Name(BodyMetadata.Plain(facts.Place));
        if (written is { } name && said is not null && facts.Place is { } fact && !Agree(name, said))
        {
            report.Warning(fact.Line, $"'{fact.Key}' ({said}) disagrees with the front matter ({name}), which is used");
        }

        var address = Address(front, map) ?? (facts.Address is null ? null : Name(BodyMetadata.Plain(facts.Address)));
        var position = Position(map ?? front, report) ?? Position(front, report);
        if ((written ?? said) is { } place) return new Place(place, address == place ? null : address, position);
        return address is null ? null : new Place(address, Position: position);
    }

    /// <summary>The place that a file or a map of places describes; null when it gives no name.</summary>
    public static Place? FromFields(FrontMatterFields fields, DiagnosticBag report)
    {
        var name = Name(fields.Text(["name", "title", "venue", "location"]));
        return name is null ? null : new Place(name, Address(fields, null), Position(fields, report));
    }

    private static string? Written(FrontMatterFields front, FrontMatterFields? map)
    {
        if (map is null) return Name(front.Text(FieldNames.PlaceName)) ?? Name(front.Text(FieldNames.Room));
        return Name(map.Text(["name", "title"])) ?? Name(map.Text(["venue"]));
    }

    private static string? Address(FrontMatterFields front, FrontMatterFields? map)
    {
        var fields = map ?? front;
        var parts = new[] { fields.Text(FieldNames.Address) ?? front.Text(FieldNames.Address), fields.Text(FieldNames.City) ?? front.Text(FieldNames.City), fields.Text(FieldNames.Country) ?? front.Text(FieldNames.Country) }
            .Select(Name)
            .OfType<string>();
        var address = string.Join(", ", parts.Distinct(StringComparer.OrdinalIgnoreCase));
        return address.Length == 0 ? null : address;
    }

    private static string? Name(string? text) => text is not null && PlainText.OneLine(text) is { Length: > 0 } name ? name : null;

    private static bool Agree(string written, string said) =>
        written.Contains(said, StringComparison.OrdinalIgnoreCase) || said.Contains(written, StringComparison.OrdinalIgnoreCase);

    private static GeoPosition? Position(FrontMatterFields fields, DiagnosticBag report)
    {
        var (latitude, longitude) = (fields.FindText(FieldNames.Latitude), fields.FindText(FieldNames.Longitude));
        if (latitude is null || longitude is null) return null;
        if (Degrees(latitude) is { } north && Degrees(longitude) is { } east && Math.Abs(north) <= 90 && Math.Abs(east) <= 180) return new GeoPosition(north, east);
        report.Error(latitude.Line, $"'{latitude.Key}' ({latitude.Text()}) and '{longitude.Key}' ({longitude.Text()}) are no coordinates; write degrees such as 50.0755 and 14.4378");
        return null;
    }

    private static double? Degrees(Field field) =>
        double.TryParse(field.Text(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
