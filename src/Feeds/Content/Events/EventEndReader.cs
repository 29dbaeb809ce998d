using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Model;

namespace Feeds.Content.Events;

/// <summary>Finds what is written of an event's end: in its own keys, in the body, and in the ranges that begin with the start.</summary>
internal sealed class EventEndReader(FrontMatterFields front, BodyMetadata facts, EventStartReader starts, SiteSettings settings, DiagnosticBag report)
{
    /// <summary>What is written of the end, as far as it can be read; null when nothing is written.</summary>
    public ParsedEnd? Read(ParsedStart start)
    {
        var own = front.Find(FieldNames.End) is { } field && field.IsWritten() ? FromField(field) : null;
        var time = Time(front.FindText(FieldNames.EndTime)) ?? Time(facts.End);
        if (own is { IsReadable: true }) return own.Time is null && time is not null ? own with { Time = time.Time, Offset = time.Offset } : own;
        if (start.End is { IsReadable: true } range)
            return range.Time is null && time is not null ? range with { Time = time.Time } : range;
        if (time is { IsReadable: true }) return time;
        return start.EndTime is { IsReadable: true } ? start.EndTime : own ?? time ?? start.End ?? start.EndTime;
    }

    private ParsedEnd FromField(Field field)
    {
        if (field.Value is MapValue map) return FromMap(field, map);
        var text = starts.PlainText(field);
        if (TimeReader.TryRead(text, out _, out _) || IsDaysEnd(text)) return Time(field)!;
        if (DateRangeReader.TryReadDate(text, settings.Dates, out var date, out var problem)) return Of(date, field);
        report.Error(field.Line, $"{field.Quoted()} {problem}");
        return ParsedEnd.Unreadable(field);
    }

    private ParsedEnd FromMap(Field field, MapValue map) =>
        starts.FromMap(field, map) is { } parted ? Of(parted.Date, parted.Field) : ParsedEnd.Unreadable(field);

    private ParsedEnd? Time(Field? field)
    {
        if (field is null) return null;
        if (IsDaysEnd(starts.PlainText(field))) return new ParsedEnd(null, new EndTime(default, IsDaysEnd: true), null, field);
        if (starts.Time(field) is not { } time) return ParsedEnd.Unreadable(field);
        if (time.End is null) return new ParsedEnd(null, new EndTime(time.Text.Start), time.Text.Offset, field);
        if (time.End.IsReadable)
            report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is two times of day; write the one at which it ends");
        return ParsedEnd.Unreadable(field);
    }

    private static ParsedEnd Of(DateText date, Field field) =>
        new(date.Date, date.Time is { } time ? new EndTime(time) : null, date.Offset, field);

    private static bool IsDaysEnd(string text) =>
        text.Trim() is "24:00" or "24:00:00" or "24.00" or "24h" || text.Trim().Equals("midnight", StringComparison.OrdinalIgnoreCase);
}
