using System.Globalization;
using Feeds.Calendar;
using Feeds.Content.Bodies;
using Feeds.Content.Headers;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Finds out where an event takes place.</summary>
internal static class PlaceReader
{
    /// <summary>The place of the front matter, else that of the body; null when neither names one.</summary>
    public static Place? Read(FrontMatter front, BodyFacts facts, SiteSettings settings, Report report)
    {
        if (front.Text(Keys.PlaceName) is { } key && settings.Places.TryGetValue(key, out var known)) return known;
        var map = front.Find(Keys.PlaceName)?.Value is MapValue inner ? new FrontMatter(inner) : null;
        var written = Written(front, map);
        var said = facts.Place is null ? null : Name(BodyFacts.Plain(facts.Place));
        if (written is { } name && said is not null && facts.Place is { } fact && !Agree(name, said))
        {
            report.Warning(fact.Line, $"'{fact.Key}' ({said}) disagrees with the front matter ({name}), which is used");
        }

        var address = Address(front, map) ?? (facts.Address is null ? null : Name(BodyFacts.Plain(facts.Address)));
        var position = Position(map ?? front, report) ?? Position(front, report);
        if ((written ?? said) is { } place) return new Place(place, address == place ? null : address, position);
        return address is null ? null : new Place(address, Position: position);
    }

    /// <summary>The place that a file or a map of places describes; null when it gives no name.</summary>
    public static Place? FromFields(FrontMatter fields, Report report)
    {
        var name = Name(fields.Text(["name", "title", "venue", "location"]));
        return name is null ? null : new Place(name, Address(fields, null), Position(fields, report));
    }

    private static string? Written(FrontMatter front, FrontMatter? map)
    {
        if (map is null) return Name(front.Text(Keys.PlaceName)) ?? Name(front.Text(Keys.Room));
        return Name(map.Text(["name", "title"])) ?? Name(map.Text(["venue"]));
    }

    private static string? Address(FrontMatter front, FrontMatter? map)
    {
        var fields = map ?? front;
        var parts = new[] { fields.Text(Keys.Address) ?? front.Text(Keys.Address), fields.Text(Keys.City) ?? front.Text(Keys.City), fields.Text(Keys.Country) ?? front.Text(Keys.Country) }
            .Select(Name)
            .OfType<string>();
        var address = string.Join(", ", parts.Distinct(StringComparer.OrdinalIgnoreCase));
        return address.Length == 0 ? null : address;
    }

    private static string? Name(string? text) => text is not null && PlainText.OneLine(text) is { Length: > 0 } name ? name : null;

    private static bool Agree(string written, string said) =>
        written.Contains(said, StringComparison.OrdinalIgnoreCase) || said.Contains(written, StringComparison.OrdinalIgnoreCase);

    private static GeoPosition? Position(FrontMatter fields, Report report)
    {
        var (latitude, longitude) = (fields.FindText(Keys.Latitude), fields.FindText(Keys.Longitude));
        if (latitude is null || longitude is null) return null;
        if (Degrees(latitude) is { } north && Degrees(longitude) is { } east && Math.Abs(north) <= 90 && Math.Abs(east) <= 180) return new GeoPosition(north, east);
        report.Error(latitude.Line, $"'{latitude.Key}' ({latitude.Text()}) and '{longitude.Key}' ({longitude.Text()}) are no coordinates; write degrees such as 50.0755 and 14.4378");
        return null;
    }

    private static double? Degrees(Field field) =>
        double.TryParse(field.Text(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
