using System.Diagnostics.CodeAnalysis;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Reads the date, the time of day or the range in one field of an event.</summary>
internal sealed class EventDateReader(BodyMetadata metadata, SiteSettings settings, DiagnosticBag report)
{
    /// <summary>Reads a text, or a map such as <c>{yyyy_mm_dd, utc_hh_mm}</c>; null when it is invalid, which is reported.</summary>
    public ParsedStart? FromField(Field field)
    {
        if (TryRead(field, out var start, out var problem)) return start;
        report.Error(field, $"{problem}");
        return null;
    }

    public bool TryRead(Field field, [NotNullWhen(true)] out ParsedStart? start, [NotNullWhen(false)] out string? problem) =>
        field.Value is MapValue map
            ? TryReadMap(field, map, out start, out problem)
            : TryRead(PlainText(field), field, out start, out problem);

    private bool TryRead(string text, Field field, [NotNullWhen(true)] out ParsedStart? start, [NotNullWhen(false)] out string? problem)
    {
        start = null;
        if (DateRangeReader.TryRead(text, settings.Dates, out var range, out problem))
        {
            start = new ParsedStart(range.Start, EndOf(range, field), field);
            return true;
        }

        if (!DateRangeReader.TryReadStart(text, settings.Dates, out var date)) return false;
        start = new ParsedStart(date, ParsedEnd.Unreadable(field), field);
        return true;
    }

    private bool TryReadMap(Field field, MapValue map, [NotNullWhen(true)] out ParsedStart? start, [NotNullWhen(false)] out string? problem)
    {
        var parts = new FrontMatterFields(map);
        (start, problem) = (null, $"has no date below it; write '{field.Key}: 2024-02-21T18:30'");
        if (parts.FindText(FieldNames.DatePart) is not { } day) return false;
        if (!TryRead(day, out start, out problem)) return false;
        if (parts.FindText(FieldNames.EndPart) is { } last)
        {
            if (!TryRead(last, out var end, out _)) report.Error(last, $"{DateErrors.NotADate}");
            start = start with { End = end is null ? ParsedEnd.Unreadable(last) : EndAt(end.Date, last) };
        }

        if (Time(parts.FindText(FieldNames.TimePart) ?? parts.FindText(FieldNames.UtcTimePart)) is not { } time) return true;
        var offset = parts.FindText(FieldNames.TimePart) is null ? Offset.Zero : time.Text.Offset;
        var date = start.Date with { Time = time.Text.Start, Offset = offset };
        start = start with { Date = date, Field = time.Field, EndTime = time.End };
        return true;
    }

    /// <summary>The time of day in a field; null when it is invalid, which is reported like an invalid end.</summary>
    public (TimeText Text, ParsedEnd? End, Field Field)? Time(Field? field)
    {
        if (field is null) return null;
        var text = PlainText(field);
        if (WholeDays.IsAll(text) || Placeholders.IsOpen(text)) return null;
        if (TimeReader.TryRead(text, out var time, out var problem)) return (time, EndOf(time, field), field);
        report.Error(field, $"{problem}");
        return TimeReader.TryReadStart(text, out time) ? (time, ParsedEnd.Unreadable(field), field) : null;
    }

    /// <summary>Whether a field is a time of day and not a date, such as the month 2026-10.</summary>
    public bool IsTime(Field field)
    {
        var text = PlainText(field);
        var isYearAndMonth = text.Length is 6 or 7 && text[4] == '-' && text.Count(char.IsAsciiDigit) == text.Length - 1;
        return !isYearAndMonth && (TimeReader.TryRead(text, out _, out _) || WholeDays.IsAll(text));
    }

    public static ParsedEnd EndAt(DateText date, Field field) =>
        new(date.Date, date.Time is { } time ? new EndTime(time) : null, date.Offset, field);

    private static ParsedEnd? EndOf(DateRange range, Field field)
    {
        if (range.EndTime is { } hour) return new ParsedEnd(null, hour, null, field);
        return range.End is { } end ? EndAt(end, field) : null;
    }

    public static ParsedEnd? EndOf(TimeText time, Field field) => time.End is { } end ? new ParsedEnd(null, end, null, field) : null;

    /// <summary>The text of a field without words for whole days, and without Markdown when it is from the body.</summary>
    public string PlainText(Field field)
    {
        Field?[] inBody = [metadata.Date, metadata.Time, metadata.End];
        return WholeDays.Without(
            inBody.Any(one => ReferenceEquals(one, field)) ? BodyMetadata.Plain(field) : YamlTime.Restored(field.Text() ?? ""));
    }

    /// <summary>Reads a text without a year as in a year.</summary>
    public ParsedStart? WithYear(Field field, int year) =>
        // The year may only stand first or last: between two times of day, it would be read as part of the second.
        TryRead(FormattableString.Invariant($"{year:D4} {PlainText(field)}"), field, out var dated, out _)
        || TryRead(FormattableString.Invariant($"{PlainText(field)} {year:D4}"), field, out dated, out _) ? dated : null;

    /// <summary>Whether a text without a year is the day of a date.</summary>
    public bool IsSameDay(Field field, LocalDate date) => WithYear(field, date.Year)?.Date.Date == date;
}
