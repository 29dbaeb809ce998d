using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Places;

/// <summary>Reads the position of a place: two fields, a list, a text with both, or an object of GeoJSON.</summary>
internal static class PositionReader
{
    // "50.1, 14.4", "50.1;14.4", "50,1; 14,4", "geo:50.1,14.4;u=20" (RFC 5870).
    private static readonly Regex Pair = new(
        @"^(?:geo:)?\s*\(?(?<lat>-?\d{1,2}(?:\.\d+)?)\s*(?:[,;]\s*|\s+)(?<lon>-?\d{1,3}(?:\.\d+)?)\)?(?:[,;].*)?$",
        LinearRegex.IgnoreCase);

    private static readonly Regex CommaPair = new(@"^(?<lat>-?\d{1,2},\d+)\s*(?:;\s*|\s+)(?<lon>-?\d{1,3},\d+)$", LinearRegex.Options);

    /// <summary>Null when there is none, or when it is not valid, which is reported.</summary>
    public static GeoPosition? Read(FrontMatterFields fields, DiagnosticBag report)
    {
        var (latitude, longitude) = (fields.FindText(FieldNames.Latitude), fields.FindText(FieldNames.Longitude));
        if (latitude is null || longitude is null)
            return fields.FindWritten(FieldNames.Coordinates) is { } field ? Of(field, report) : null;
        if (Position(latitude.Text()!, longitude.Text()!) is { } position) return position;
        report.Error(
            latitude, $"and '{longitude.Key}' ({longitude.Text()}) are not coordinates; write degrees such as 50.0755 and 14.4378");
        return null;
    }

    /// <summary>The position in a list of two numbers; null for another list.</summary>
    public static GeoPosition? Of(ListValue list) =>
        list.Items is [TextValue north, TextValue east, ..] ? Position(north.Text.Trim(), east.Text.Trim()) : null;

    /// <summary>The position in a text; null for another text.</summary>
    public static GeoPosition? Of(string text)
    {
        if (CommaPair.Match(text) is { Success: true } commas)
            return Position(commas.Groups["lat"].Value.Replace(',', '.'), commas.Groups["lon"].Value.Replace(',', '.'));
        return Pair.Match(text) is { Success: true } pair ? Position(pair.Groups["lat"].Value, pair.Groups["lon"].Value) : null;
    }

    private static GeoPosition? Of(Field field, DiagnosticBag report)
    {
        if (field.Value is MapValue map) return Of(map, report);
        var position = field.Value is ListValue list ? Of(list) : null;
        if ((position ?? (field.Text() is { } text ? Of(text) : null)) is { } read) return read;
        report.Error(field, $"is no pair of coordinates; write the degrees of latitude and longitude, such as 50.0755, 14.4378");
        return null;
    }

    private static GeoPosition? Of(MapValue map, DiagnosticBag report)
    {
        var fields = new FrontMatterFields(map);
        // GeoJSON has the longitude first (RFC 7946 §3.1.1).
        var isPoint = fields.Find("type")?.Text() is "Point";
        if (isPoint && fields.Find("coordinates")?.Value is ListValue { Items: [TextValue east, TextValue north, ..] })
            return Position(north.Text.Trim(), east.Text.Trim());
        return Read(fields, report);
    }

    private static GeoPosition? Position(string latitude, string longitude) =>
        Degrees(latitude, max: 90) is { } north && Degrees(longitude, max: 180) is { } east ? new GeoPosition(north, east) : null;

    private static double? Degrees(string text, int max)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isNumber = double.TryParse(text, Style, CultureInfo.InvariantCulture, out var degrees);
        return isNumber && Math.Abs(degrees) <= max ? degrees : null;
    }
}
