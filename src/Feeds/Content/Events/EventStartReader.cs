using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Recurrence;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Events;

/// <summary>Finds what is written of an event's start: a day, the time of day beside it, and the ends of ranges.</summary>
internal sealed class EventStartReader(FrontMatterFields front, BodyMetadata facts, RulePhrase? every, SiteSettings settings, DiagnosticBag report)
{
    private static readonly ImmutableArray<string> PlainDate = ["date"];

    /// <summary>What is written of the start; null when that is nothing that can be read, which is then reported.</summary>
    /// <param name="zone">The zone by whose clocks two dates are compared.</param>
    public ParsedStart? Read(LocalDate? nameDate, DateTimeZone zone)
    {
        if (Written(nameDate, zone) is not { } start) return null;
        if (start.End is { IsReadable: false, Field: var field })
        {
            report.Error(
                field.Line,
                $"'{field.Key}' ({field.Text()}) has an end that cannot be read; write it as 2024-02-21T18:30 – 2024-02-21T20:00");
        }

        return WithPhrase(WithTimes(start));
    }

    /// <summary>The start from the first that can say it; what is there and cannot be read gives way to nothing else.</summary>
    private ParsedStart? Written(LocalDate? nameDate, DateTimeZone zone)
    {
        if (StartField() is { } key) return FromKey(key, zone);
        if (facts.Date is { } said && !IsTime(said)) return FromBody(said, nameDate, zone);
        if (DateField() is { } date) return FromField(date);
        if (nameDate is { } named)
        {
            var name = new TextValue(LocalDatePattern.Iso.Format(named), 1);
            return new ParsedStart(new DateText(named), null, new Field("the file's name", name, 1));
        }

        if (front.FindText(FieldNames.Start) is { } time)
            report.Error(time.Line, $"'{time.Key}' ({time.Text()}) has no date; write it as 2024-02-21T18:30");
        else
            report.Error(1, $"an event needs a start; write one above the text, such as 'start: 2024-02-21T18:30'");
        return null;
    }

    /// <summary>A field that may say when an event starts; null when there is none.</summary>
    public static Field? AnyStart(FrontMatterFields front) => front.FindWritten(FieldNames.Start) ?? front.FindText(["date"]);

    /// <summary>The field that can only mean the start, if it says more than a time of day.</summary>
    private Field? StartField()
    {
        if (front.FindWritten(FieldNames.Start) is { } start && !IsTime(start)) return start;
        if (front.FindText(FieldNames.StartTime) is not { } time || IsTime(time)) return null;
        return DateRangeReader.TryRead(PlainText(time), settings.Dates, out _, out _) ? time : null;
    }

    /// <summary>The field that is the start where nothing else is: many sites write in it when the file was made.</summary>
    private Field? DateField()
    {
        if (front.FindWritten(PlainDate) is not { } date) return null;
        return date.Value is MapValue map && new FrontMatterFields(map).FindText(FieldNames.DatePart) is null ? null : date;
    }

    private ParsedStart? FromKey(Field key, DateTimeZone zone)
    {
        if (FromField(key) is not { } written) return null;
        if (facts.Date is null || IsTime(facts.Date)) return written;
        if (!TryRead(facts.Date, out var said, out var problem))
        {
            if (!IsSameDay(facts.Date, written.Date.Date))
                WarnOfUnreadable(facts.Date, problem, key);
            return written;
        }

        if (!IsSameDay(said.Date, written.Date, zone))
        {
            WarnOfOther(facts.Date, key);
            return written;
        }

        // The day of the front matter, the hour of the body: the two say one thing together.
        var both = written.Date.Time is null && said.Date.Time is not null ? said : written;
        return both with { End = both.End ?? said.End };
    }

    private ParsedStart? FromBody(Field said, LocalDate? nameDate, DateTimeZone zone)
    {
        var field = DateField();
        ParsedStart? plain = null;
        string? plainProblem = null;
        if (field is not null && !TryRead(field, out plain, out plainProblem)) plain = null;
        if (!TryRead(said, out var body, out var problem))
        {
            // Without its year it names no day, but may be that of the date beside it.
            if ((plain?.Date.Date ?? nameDate) is not { } other || Dated(said, other.Year) is not { } dated || dated.Date.Date != other)
            {
                report.Error(said.Line, $"'{said.Key}' ({said.Text()}) {problem}");
                return null;
            }

            body = dated;
        }

        if (field is null)
        {
            if (nameDate is { } named && named != body.Date.Date)
            {
                report.Warning(
                    said.Line,
                    $"'{said.Key}' ({said.Text()}) is not the date of the file's name, {named:uuuu-MM-dd}; that of the text is used");
            }

            return body;
        }

        if (plain is null)
        {
            WarnOfUnreadable(field, plainProblem, said);
            return body;
        }

        if (!IsSameDay(plain.Date, body.Date, zone))
        {
            WarnOfOther(field, said);
            return body;
        }

        if (body.Date.Time is null) return plain with { End = plain.End ?? body.End };
        // Midnight is what programs write where there is no time.
        var isOther = plain.Date is { Time: { } written, Offset: null } && written != body.Date.Time && written != LocalTime.Midnight;
        if (isOther) WarnOfOther(field, said);
        return body with { End = body.End ?? plain.End };
    }

    /// <summary>What a text without a year says in a year.</summary>
    private ParsedStart? Dated(Field said, int year)
    {
        // A year stands before all, or after all: of two times of day the second would take it for its own.
        return TryRead(FormattableString.Invariant($"{year:D4} {PlainText(said)}"), said, out var dated, out _)
            || TryRead(FormattableString.Invariant($"{PlainText(said)} {year:D4}"), said, out dated, out _) ? dated : null;
    }

    /// <summary>Whether a text without a year names a day of a date.</summary>
    private bool IsSameDay(Field said, LocalDate date) => Dated(said, date.Year)?.Date.Date == date;

    /// <summary>Whether two dates are one day by the clocks of a zone, in which a date without an offset is already.</summary>
    private static bool IsSameDay(DateText one, DateText other, DateTimeZone zone) => one.Date == other.Date || DayIn(one, zone) == DayIn(other, zone);

    private static LocalDate DayIn(DateText date, DateTimeZone zone) =>
        date is { Offset: { } offset, Time: { } time } && date.Date.Year is > 1 and < 9999
            ? (date.Date + time).WithOffset(offset).InZone(zone).Date
            : date.Date;

    private ParsedStart? FromField(Field field)
    {
        if (TryRead(field, out var start, out var problem)) return start;
        report.Error(field.Line, $"{field.Quoted()} {problem}");
        return null;
    }

    private bool TryRead(Field field, [NotNullWhen(true)] out ParsedStart? start, [NotNullWhen(false)] out string? problem) =>
        field.Value is MapValue map ? TryReadMap(field, map, out start, out problem) : TryRead(PlainText(field), field, out start, out problem);

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

    /// <summary>A start that is parted into keys, such as <c>{yyyy_mm_dd, utc_hh_mm}</c>; null when it has no date, which is then reported.</summary>
    public ParsedStart? FromMap(Field field, MapValue map)
    {
        if (TryReadMap(field, map, out var start, out var problem)) return start;
        report.Error(field.Line, $"'{field.Key}' {problem}");
        return null;
    }

    private bool TryReadMap(Field field, MapValue map, [NotNullWhen(true)] out ParsedStart? start, [NotNullWhen(false)] out string? problem)
    {
        var parts = new FrontMatterFields(map);
        (start, problem) = (null, $"has no date below it; write '{field.Key}: 2024-02-21T18:30'");
        if (parts.FindText(FieldNames.DatePart) is not { } day) return false;
        if (!TryRead(day, out start, out problem)) return false;
        if (Time(parts.FindText(FieldNames.TimePart) ?? parts.FindText(FieldNames.UtcTimePart)) is not { } time) return true;
        var offset = parts.FindText(FieldNames.TimePart) is null ? Offset.Zero : time.Text.Offset;
        var date = start.Date with { Time = time.Text.Start, Offset = offset };
        start = start with { Date = date, Field = time.Field, EndTime = time.End };
        return true;
    }

    /// <summary>Adds the time of day that stands apart from the date.</summary>
    private ParsedStart WithTimes(ParsedStart start)
    {
        var written = Time(TimeField(start));
        var said = Time(facts.Date is { } when && IsTime(when) ? when : facts.Time);
        if (written is { } time && said is { } other && time.Text.Start != other.Text.Start)
        {
            WarnOfOther(other.Field, time.Field);
            said = null;
        }

        if ((written ?? said) is not { } used) return start;
        var end = used.End ?? said?.End;
        if (start.Date.Time is { } own && !(FieldNames.Start.Contains(FrontMatterFields.Normalized(used.Field.Key)) && IsPlainDate(start.Field)))
        {
            if (own == used.Text.Start) return start with { EndTime = start.EndTime ?? end };
            WarnOfOther(used.Field, start.Field);
            return start;
        }

        var date = start.Date with { Time = used.Text.Start, Offset = used.Text.Offset, Abbreviation = used.Text.Abbreviation };
        return start with { Date = date, EndTime = end, Field = used.Field };
    }

    /// <summary>The field of front matter that holds the time of day; a start may be one, beside a date.</summary>
    private Field? TimeField(ParsedStart start)
    {
        if (front.FindText(FieldNames.Start) is { } key && IsTime(key)) return key;
        return front.FindText(FieldNames.StartTime) is { } field && !ReferenceEquals(field, start.Field) ? field : null;
    }

    /// <summary>Adds the time of day of the phrase that says how it comes back.</summary>
    private ParsedStart WithPhrase(ParsedStart start)
    {
        if (every?.Time is not { } time || front.FindText(FieldNames.Every) is not { } field) return start;
        if (start.Date.Time is { } own && own != time.Start)
        {
            WarnOfOther(field, start.Field);
            return start;
        }

        var date = start.Date with { Time = time.Start, Offset = time.Offset, Abbreviation = time.Abbreviation };
        var timed = start.Date.Time is null ? start with { Date = date, Field = field } : start;
        return timed with { EndTime = timed.EndTime ?? EndOf(time, field) };
    }

    private void WarnOfUnreadable(Field other, string? problem, Field used) =>
        report.Warning(other.Line, $"{other.Quoted()} {problem}; '{used.Key}' ({used.Text()}) on line {used.Line} is used");

    private void WarnOfOther(Field other, Field used) =>
        report.Warning(other.Line, $"'{other.Key}' ({other.Text()}) disagrees with '{used.Key}' ({used.Text()}) on line {used.Line}, which is used");

    /// <summary>The time of day that a field says; of a range of which only the start can be read that start, which is then reported.</summary>
    public (TimeText Text, ParsedEnd? End, Field Field)? Time(Field? field)
    {
        if (field is null) return null;
        var text = PlainText(field);
        if (TimeReader.TryRead(text, out var time, out var problem)) return (time, EndOf(time, field), field);
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) {problem}");
        return TimeReader.TryReadStart(text, out time) ? (time, ParsedEnd.Unreadable(field), field) : null;
    }

    /// <summary>Whether a field says a time of day and no date; 2026-10 is a year and a month.</summary>
    private bool IsTime(Field field)
    {
        var text = PlainText(field);
        var isYearAndMonth = text.Length is 6 or 7 && text[4] == '-' && text.Count(char.IsAsciiDigit) == text.Length - 1;
        return !isYearAndMonth && TimeReader.TryRead(text, out _, out _);
    }

    private static bool IsPlainDate(Field field) => PlainDate.Contains(FrontMatterFields.Normalized(field.Key));

    private static ParsedEnd? EndOf(DateRange range, Field field)
    {
        if (range.EndTime is { } hour) return new ParsedEnd(null, hour, null, field);
        return range.End is { } end ? new ParsedEnd(end.Date, end.Time is { } time ? new EndTime(time) : null, end.Offset, field) : null;
    }

    private static ParsedEnd? EndOf(TimeText time, Field field) => time.End is { } end ? new ParsedEnd(null, end, null, field) : null;

    /// <summary>What a field says, without the marks of the body that it may come from.</summary>
    public string PlainText(Field field) => ReferenceEquals(field, facts.Date) || ReferenceEquals(field, facts.Time) || ReferenceEquals(field, facts.End) ? BodyMetadata.Plain(field) : field.Text() ?? "";
}
