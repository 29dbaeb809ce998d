using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Reads whole days from the words for them and from the midnights that programs write for them.</summary>
internal static class WholeDays
{
    private static readonly Regex Words = new(
        @"^(?<date>(?:.*[^\s,;(–-])?)[\s,;(–-]*\b"
        + @"(?:(?:all|full|whole|entire)[ -]?day(?: event| long)?|ganztägig|ganztags|ganzer tag"
        + @"|toute la journée|journée entière|todo el día|día completo|tutto il giorno|o dia todo|dia inteiro|(?:de )?hele dag(?:en)?"
        + @"|hela dagen|cały dzień|celý den|celodenní)\b[\s.)]*$",
        LinearRegex.IgnoreCase);

    /// <summary>The names of fields that may say so in words.</summary>
    private static readonly ImmutableArray<string> Fields =
    [
        .. FieldNames.Start, .. FieldNames.EntryDate, .. FieldNames.StartTime, .. FieldNames.EndTime, .. FieldNames.End,
        .. FieldNames.Duration,
    ];

    /// <summary>Whether a text says that an event takes the whole day, and says no time.</summary>
    public static bool IsAll(string text) => Words.Match(text) is { Success: true } match && match.Groups["date"].Length == 0;

    /// <summary>The text without such words at its end.</summary>
    public static string Without(string text) =>
        Words.Match(text) is { Success: true, Groups: var groups } && groups["date"].Length > 0 ? groups["date"].Value : text;

    /// <summary>The field that says that the event takes whole days; null when none does.</summary>
    public static Field? Find(FrontMatterFields front, BodyMetadata metadata)
    {
        return front.Each(FieldNames.AllDay).FirstOrDefault(field => field.IsTrue())
            ?? front.Each(Fields).FirstOrDefault(field => Says(field.Text()))
            ?? new[] { metadata.Date, metadata.Time }.FirstOrDefault(field => field is not null && Says(BodyMetadata.Plain(field)));
    }

    // Most dates end with a digit, and need no look.
    private static bool Says(string? text) => text is [.., var last] && !char.IsAsciiDigit(last) && Words.IsMatch(text);

    /// <summary>The start without its midnight; null when it has another time of day.</summary>
    /// <param name="isMoved">Whether the midnight is that of the zone and not the written one.</param>
    public static ParsedStart? Start(ParsedStart start, DateTimeZone zone, out bool isMoved)
    {
        isMoved = false;
        if (start.Date is not { Time: { } time, Date: var day, Offset: var offset }) return start;
        if (time != LocalTime.Midnight)
        {
            if (offset is null) return null;
            // JavaScript writes the midnight of a place as a time in UTC.
            var local = (day + time).WithOffset(offset.Value).InZone(zone).LocalDateTime;
            if (local.TimeOfDay != LocalTime.Midnight) return null;
            (day, isMoved) = (local.Date, true);
        }

        return start with { Date = start.Date with { Date = day, Time = null, Offset = null } };
    }

    /// <summary>The last day: the day before an end at midnight.</summary>
    /// <param name="isExact">Whether the end is that of a day.</param>
    public static LocalDate? Last(ParsedEnd? end, LocalDate first, DateTimeZone? zone, out bool isExact)
    {
        isExact = true;
        if (end is not { Date: { } day })
        {
            isExact = end?.Time is not { } alone || IsEdge(alone);
            return null;
        }

        if (end.Time is not { } time || time.IsEndOfDay) return day;
        var local = day + time.Time;
        if (zone is not null && end.Offset is { } offset) local = local.WithOffset(offset).InZone(zone).LocalDateTime;
        if (local.TimeOfDay == LocalTime.Midnight) return local.Date > first ? local.Date.PlusDays(-1) : local.Date;
        isExact = IsEdge(new EndTime(local.TimeOfDay));
        return local.Date;
    }

    private static bool IsEdge(EndTime time) =>
        time.IsEndOfDay || time.Time == LocalTime.Midnight || time.Time >= new LocalTime(23, 59);
}
