using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Model;

namespace Feeds.Content.Events;

/// <summary>Reads the end of an event from its own fields, from the body and from ranges that begin with the start.</summary>
internal sealed class EventEndReader(
    FrontMatterFields front, BodyMetadata metadata, EventDateReader dates, SiteSettings settings, DiagnosticBag report)
{
    /// <summary>The end, which may be unreadable; null when none is written.</summary>
    public ParsedEnd? Read(ParsedStart start)
    {
        var own = front.Find(FieldNames.End) is { } field && field.IsWritten() && !SaysNoEnd(field)
            ? WithinDays(FromField(field), start)
            : null;
        var time = Time(front.FindText(FieldNames.EndTime)) ?? Time(metadata.End);
        if (own is { IsReadable: true })
        {
            // The time of day may be in a range, as in 'time: 9:00 - 17:00'.
            var clock = time ?? (start.EndTime is { IsReadable: true } range ? range : null);
            return own.Time is null && clock is not null ? own with { Time = clock.Time, Offset = clock.Offset } : own;
        }

        if (start.End is { IsReadable: true } days)
            return days.Time is null && time is not null ? days with { Time = time.Time } : days;
        if (time is { IsReadable: true }) return time;
        return start.EndTime is { IsReadable: true } ? start.EndTime : own ?? time ?? start.End ?? start.EndTime ?? Shown(start);
    }

    /// <summary>The last of the days that a page shows, such as <c>12–13 June 2025</c>; null unless they begin with the start.</summary>
    private ParsedEnd? Shown(ParsedStart start) =>
        start.Date.Time is null && front.FindText(FieldNames.ShownDate) is { } field
        && DateRangeReader.TryRead(dates.PlainText(field), settings.Dates, out var range, out _)
        && range is { Start.Time: null, End: { Time: null } last } && range.Start.Date == start.Date.Date
            ? EventDateReader.EndAt(last, field)
            : null;

    /// <summary>The last day of a range as Google writes it, <c>start: {date}</c> and <c>end: {date}</c>: it ends the day before.</summary>
    private ParsedEnd WithinDays(ParsedEnd end, ParsedStart start)
    {
        var isGoogle = front.FindWritten(FieldNames.Start)?.Value is MapValue && front.FindWritten(FieldNames.End)?.Value is MapValue;
        if (!isGoogle || end is not { Date: { } after, Time: null } || after <= start.Date.Date || start.Date.Time is not null) return end;
        var last = after.PlusDays(-1);
        report.Note(
            end.Field.Line, $"{end.Field.Quoted()} is taken as the day after the last, {last:uuuu-MM-dd}, as Google Calendar has it");
        return end with { Date = last };
    }

    private ParsedEnd FromField(Field field)
    {
        if (field.Value is MapValue)
            return dates.FromField(field) is { } map ? EventDateReader.EndAt(map.Date, map.Field) : ParsedEnd.Unreadable(field);
        var text = dates.PlainText(field);
        if (TimeReader.TryRead(text, out _, out _) || IsEndOfDay(text)) return Time(field)!;
        if (DateRangeReader.TryReadDate(text, settings.Dates, out var date, out var problem)) return EventDateReader.EndAt(date, field);
        report.Error(field, $"{problem}");
        return ParsedEnd.Unreadable(field);
    }

    private ParsedEnd? Time(Field? field)
    {
        if (field is null || SaysNoEnd(field) || Placeholders.IsOpen(field.Text() ?? "")) return null;
        if (IsEndOfDay(dates.PlainText(field))) return new ParsedEnd(null, new EndTime(default, IsEndOfDay: true), null, field);
        if (dates.Time(field) is not { } time) return ParsedEnd.Unreadable(field);
        if (time.End is null) return new ParsedEnd(null, new EndTime(time.Text.Start), time.Text.Offset, field);
        if (time.End.IsReadable) report.Error(field, $"is two times of day; write the one at which it ends");
        return ParsedEnd.Unreadable(field);
    }

    private static bool SaysNoEnd(Field field) =>
        field.Text() is { } text && (WholeDays.IsAll(text) || field.IsFalse() || Placeholders.IsEmpty(text));

    private static bool IsEndOfDay(string text) =>
        text.Trim() is "24:00" or "24:00:00" or "24.00" or "24h" || text.Trim().Equals("midnight", StringComparison.OrdinalIgnoreCase);
}
