using Feeds.Content.Dates;
using Feeds.Content.Headers;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Finds what is written of an event's end: in its own keys, in the body, and in the ranges that begin with the start.</summary>
internal sealed class EventEndReader(FrontMatter front, BodyFacts facts, EventStartReader starts, SiteSettings settings, Report report)
{
    /// <summary>What is written of the end, as far as it can be read; null when nothing is written.</summary>
    public Ending? Read(Beginning start)
    {
        var own = front.Find(Keys.End) is { } field && field.IsWritten() ? FromField(field) : null;
        var time = Time(front.FindText(Keys.EndTime)) ?? Time(facts.End);
        if (own is { IsReadable: true }) return own.Time is null && time is not null ? own with { Time = time.Time, Offset = time.Offset } : own;
        if (start.End is { IsReadable: true } range)
            return range.Time is null && time is not null ? range with { Time = time.Time } : range;
        if (time is { IsReadable: true }) return time;
        return start.EndTime is { IsReadable: true } ? start.EndTime : own ?? time ?? start.End ?? start.EndTime;
    }

    private Ending FromField(Field field)
    {
        if (field.Value is MapValue map) return FromMap(field, map);
        var text = starts.PlainText(field);
        if (TimeReader.TryRead(text, out _, out _) || IsDaysEnd(text)) return Time(field)!;
        if (DateRangeReader.TryReadDate(text, settings.Dates, out var date, out var problem)) return Of(date, field);
        report.Error(field.Line, $"{field.Quoted()} {problem}");
        return Ending.Unreadable(field);
    }

    private Ending FromMap(Field field, MapValue map) =>
        starts.FromMap(field, map) is { } parted ? Of(parted.Date, parted.Field) : Ending.Unreadable(field);

    private Ending? Time(Field? field)
    {
        if (field is null) return null;
        if (IsDaysEnd(starts.PlainText(field))) return new Ending(null, new EndTime(default, IsDaysEnd: true), null, field);
        if (starts.Time(field) is not { } time) return Ending.Unreadable(field);
        if (time.End is null) return new Ending(null, new EndTime(time.Text.Start), time.Text.Offset, field);
        if (time.End.IsReadable)
            report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is two times of day; write the one at which it ends");
        return Ending.Unreadable(field);
    }

    private static Ending Of(DateText date, Field field) =>
        new(date.Date, date.Time is { } time ? new EndTime(time) : null, date.Offset, field);

    private static bool IsDaysEnd(string text) =>
        text.Trim() is "24:00" or "24:00:00" or "24.00" or "24h" || text.Trim().Equals("midnight", StringComparison.OrdinalIgnoreCase);
}
