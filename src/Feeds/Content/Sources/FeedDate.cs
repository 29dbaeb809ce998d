using System.Text.RegularExpressions;
using Feeds.Content.Dates;
using Feeds.Content.Events;
using Feeds.Model;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Sources;

/// <summary>Reads the date of an entry of somebody else: RFC 3339, RFC 822, and what programs make of them.</summary>
internal static class FeedDate
{
    // A wrong or foreign weekday makes no date wrong.
    private static readonly Regex Weekday = new(@"^\s*\p{L}+\.?,\s*", LinearRegex.Options);

    // RFC 822 §5.1 writes years with two digits; RFC 2822 §4.3 says which they are.
    private static readonly Regex ShortYear = new(@"^(?<day>[0-9]{1,2}\s+\p{L}{3,}\.?\s+)(?<year>[0-9]{2}\b)", LinearRegex.Options);

    /// <param name="zone">That of a time without one.</param>
    /// <returns>Null when it cannot be read, or no format can hold it.</returns>
    public static OffsetDateTime? Read(string? text, DateTimeZone zone)
    {
        if (text is null) return null;
        var plain = ShortYear.Replace(Weekday.Replace(text, ""), year =>
            $"{year.Groups["day"]}{(year.Groups["year"].ValueSpan[0] < '5' ? "20" : "19")}{year.Groups["year"]}");
        if (!DateReader.TryRead(plain, DateOrder.Unstated, out var date, out _)) return null;
        if (!ZonedTime.IsWritable(date.Date)) return null;
        var local = date.Date + (date.Time ?? LocalTime.Midnight);
        if (date.Offset is { } offset) return ZonedTime.IsUsed(offset) ? local.WithOffset(offset) : null;
        if (date.Abbreviation is { } name && OffsetOf(name, local) is { } named) return local.WithOffset(named);
        return local.InZoneLeniently(zone).ToOffsetDateTime();
    }

    // RFC 822 §5.1: CST is six hours behind, in summer, too.
    private static Offset? OffsetOf(string abbreviation, LocalDateTime local)
    {
        if (ZoneNames.Find(abbreviation) is not { } id || TimeZones.Find(id) is not { } zone) return null;
        var intervals = new[] { local, local.PlusMonths(6) }.Select(one => zone.AtLeniently(one).GetZoneInterval()).ToArray();
        var named = intervals.FirstOrDefault(one => one.Name.Equals(abbreviation, StringComparison.OrdinalIgnoreCase));
        return (named ?? intervals[0]).WallOffset;
    }
}
