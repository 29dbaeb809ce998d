using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Recurrence;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Events;

/// <summary>Reads the start of an event, with the end when both are in one range.</summary>
internal sealed class EventStartReader(
    FrontMatterFields front, BodyMetadata metadata, RulePhrase? every, EventDateReader dates, SiteSettings settings, DiagnosticBag report)
{
    private static readonly ImmutableArray<string> PlainDate = ["date"];

    /// <summary>The start; null when it is missing or invalid, which is reported.</summary>
    /// <param name="zone">The zone in which two dates are compared.</param>
    public ParsedStart? Read(LocalDate? nameDate, DateTimeZone zone)
    {
        if (Written(nameDate, zone) is not { } start) return null;
        if (start.End is { IsReadable: false, Field: var field })
            report.Error(field, $"has an end that cannot be read; write it as 2024-02-21T18:30 – 2024-02-21T20:00");
        return WithPhrase(WithTimes(start));
    }

    /// <summary>The start from the first source that has one, even if that is invalid.</summary>
    private ParsedStart? Written(LocalDate? nameDate, DateTimeZone zone)
    {
        if (StartField() is { } key) return FromKey(key, zone);
        if (metadata.Date is { } inBody && !dates.IsTime(inBody)) return FromBody(inBody, nameDate, zone);
        if (DateField() is { } date) return dates.FromField(date);
        if (RuleStart() is { } rule) return dates.FromField(rule);
        if (front.FindText(FieldNames.ShownDate) is { } shown && (nameDate is null || dates.TryRead(shown, out _, out _)))
            return dates.FromField(shown);
        if (nameDate is { } named)
        {
            var name = new TextValue(LocalDatePattern.Iso.Format(named), 1);
            return new ParsedStart(new DateText(named), null, new Field("the file's name", name, 1));
        }

        if (metadata.LoneDate is { } lone && dates.TryRead(lone, out var onLine, out _)) return onLine;
        if (front.FindText(FieldNames.Start) is { } time)
            report.Error(time, $"has no date; write it as 2024-02-21T18:30");
        else
            report.Error(1, $"an event needs a start; write one above the text, such as 'start: 2024-02-21T18:30'");
        return null;
    }

    /// <summary>The field that can only mean the start, if it is more than a time of day.</summary>
    private Field? StartField()
    {
        if (front.FindWritten(FieldNames.Start) is { } start && !dates.IsTime(start)) return start;
        if (front.FindText(FieldNames.StartTime) is not { } time || dates.IsTime(time)) return null;
        return DateRangeReader.TryRead(dates.PlainText(time), settings.Dates, out _, out _) ? time : null;
    }

    /// <summary>The field that is the start if no other is, because on many sites it is the date of the file.</summary>
    private Field? DateField()
    {
        if (front.FindWritten(PlainDate) is not { } date) return null;
        return date.Value is MapValue map && new FrontMatterFields(map).FindText(FieldNames.DatePart) is null ? null : date;
    }

    /// <summary>The start that rrule.js writes into the rule.</summary>
    private Field? RuleStart() =>
        front.Find(FieldNames.Rule) is { } rule && RuleLines.IsRule(rule) && RuleLines.Of(rule, settings.Dates).Start is { } start
            ? rule with { Value = new TextValue(start, rule.Line) }
            : null;

    private ParsedStart? FromKey(Field key, DateTimeZone zone)
    {
        if (dates.FromField(key) is not { } written) return null;
        if (metadata.Date is not { } bodyField || dates.IsTime(bodyField)) return written;
        if (!dates.TryRead(bodyField, out var body, out var problem))
        {
            if (!dates.IsSameDay(bodyField, written.Date.Date)) WarnOfUnreadable(bodyField, problem, key);
            return written;
        }

        if (!IsSameDay(body.Date, written.Date, zone))
        {
            WarnOfConflict(bodyField, key);
            return written;
        }

        // The front matter may have only the day, and the body its time.
        var start = written.Date.Time is null && body.Date.Time is not null ? body : written;
        return start with { End = start.End ?? body.End };
    }

    private ParsedStart? FromBody(Field bodyField, LocalDate? nameDate, DateTimeZone zone)
    {
        var field = DateField();
        ParsedStart? plain = null;
        string? plainProblem = null;
        if (field is not null && !dates.TryRead(field, out plain, out plainProblem)) plain = null;
        if (!dates.TryRead(bodyField, out var body, out var problem))
        {
            // A date without a year may be the day of the date in the front matter or in the name of the file.
            var day = plain?.Date.Date ?? nameDate;
            var dated = day is { } known ? dates.WithYear(bodyField, known.Year) : null;
            if (dated is null || dated.Date.Date != day)
            {
                report.Error(bodyField, $"{problem}");
                return null;
            }

            body = dated;
        }

        if (field is null)
        {
            if (nameDate is { } named && named != body.Date.Date)
                report.Warning(bodyField, $"is not the date of the file's name, {named:uuuu-MM-dd}; that of the text is used");
            return body;
        }

        if (plain is null)
        {
            WarnOfUnreadable(field, plainProblem, bodyField);
            return body;
        }

        if (!IsSameDay(plain.Date, body.Date, zone))
        {
            WarnOfConflict(field, bodyField);
            return body;
        }

        if (body.Date.Time is null) return plain with { End = plain.End ?? body.End };
        // Programs write midnight when there is no time.
        if (plain.Date is { Time: { } written, Offset: null } && written != body.Date.Time && written != LocalTime.Midnight)
            WarnOfConflict(field, bodyField);
        return body with { End = body.End ?? plain.End };
    }

    /// <summary>Whether two dates are the same day as written or in a zone.</summary>
    private static bool IsSameDay(DateText one, DateText other, DateTimeZone zone) =>
        one.Date == other.Date || DayIn(one, zone) == DayIn(other, zone);

    private static LocalDate DayIn(DateText date, DateTimeZone zone) =>
        date is { Offset: { } offset, Time: { } time } && date.Date.Year is > 1 and < 9999
            ? (date.Date + time).WithOffset(offset).InZone(zone).Date
            : date.Date;

    /// <summary>Adds a time of day from another field than the date.</summary>
    private ParsedStart WithTimes(ParsedStart start)
    {
        var written = dates.Time(TimeField(start));
        var inBody = dates.Time(metadata.Date is { } date && dates.IsTime(date) ? date : metadata.Time);
        if (written is { } time && inBody is { } other && time.Text.Start != other.Text.Start)
        {
            WarnOfConflict(other.Field, time.Field);
            inBody = null;
        }

        if ((written ?? inBody) is not { } used) return start;
        var end = used.End ?? inBody?.End;
        if (start.Date.Time is { } own)
        {
            if (own == used.Text.Start) return start with { EndTime = start.EndTime ?? end };
            // A plain date may have the time at which the file was written.
            var name = FrontMatterFields.Normalized(used.Field.Key);
            var isOfEvent = FieldNames.Start.Contains(name) || FieldNames.TimeOfEvent.Contains(name);
            if (!isOfEvent || !PlainDate.Contains(FrontMatterFields.Normalized(start.Field.Key)))
            {
                WarnOfConflict(used.Field, start.Field);
                return start;
            }

            if (FieldNames.TimeOfEvent.Contains(name) && own != LocalTime.Midnight) WarnOfConflict(start.Field, used.Field);
        }

        return start with { Date = At(start.Date, used.Text), EndTime = end, Field = used.Field };
    }

    /// <summary>The field with the time of day, which may be a start beside a date.</summary>
    private Field? TimeField(ParsedStart start)
    {
        if (front.FindText(FieldNames.Start) is { } key && dates.IsTime(key)) return key;
        return front.FindText(FieldNames.StartTime) is { } field && !ReferenceEquals(field, start.Field) ? field : null;
    }

    /// <summary>Adds the time of day of the recurrence phrase.</summary>
    private ParsedStart WithPhrase(ParsedStart start)
    {
        if (every?.Time is not { } time || RecurrenceReader.Find(front) is not { } field) return start;
        if (start.Date.Time is { } own && own != time.Start)
        {
            WarnOfConflict(field, start.Field);
            return start;
        }

        var timed = start.Date.Time is null ? start with { Date = At(start.Date, time), Field = field } : start;
        return timed with { EndTime = timed.EndTime ?? EventDateReader.EndOf(time, field) };
    }

    private static DateText At(DateText date, TimeText time) =>
        date with { Time = time.Start, Offset = time.Offset, Abbreviation = time.Abbreviation };

    private void WarnOfUnreadable(Field ignored, string? problem, Field used) =>
        report.Warning(ignored, $"{problem}; '{used.Key}' ({used.Text()}) on line {used.Line} is used");

    private void WarnOfConflict(Field ignored, Field used) =>
        report.Warning(ignored, $"disagrees with '{used.Key}' ({used.Text()}) on line {used.Line}, which is used");
}
