using Feeds.Calendar;
using Feeds.Content.Dates;
using Feeds.Content.Headers;
using Feeds.Content.Rules;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content;

/// <summary>Finds out when an event takes place, from its front matter, its body and its file's name, in this order.</summary>
internal sealed class EventTimeReader(FrontMatter front, BodyFacts facts, RulePhrase? every, SiteSettings settings, Report report)
{
    private readonly Field? zoneField = front.FindText(Keys.Zone);

    /// <summary>When it takes place; null when that cannot be said, which is then reported.</summary>
    public EventSpan? Read(LocalDate? nameDate)
    {
        var zone = zoneField is null ? settings.Zone : Zones.Read(zoneField, report);
        if (zone is null || Start(nameDate) is not { } written) return null;
        var start = WithPhrase(written);
        if (!ZonedTime.IsWritable(start.Date.Date, start.Field, report)) return null;
        ZonedTime.WarnOfWeekday(start.Date, start.Field, report);
        return start.Date.Time is null ? Days(start) : Timed(start, zone);
    }

    /// <summary>The field that says when an event starts.</summary>
    public static Field? StartField(FrontMatter front) => front.Find(Keys.Start) ?? front.FindText(["date"]);

    private Beginning? Start(LocalDate? nameDate)
    {
        var written = StartField(front) is { } field ? FromField(field) : null;
        var said = facts.Date is null ? null : FromField(facts.Date);
        if (written is null && said is null)
        {
            if (nameDate is { } date) return WithTimes(new Beginning(new DateText(date), null, new Field("the file's name", new TextValue(LocalDatePattern.Iso.Format(date), 1), 1)));
            if (StartField(front) is null && facts.Date is null) report.Error(1, $"an event needs a start; write one above the text, such as 'start: 2024-02-21T18:30'");
            return null;
        }

        if (written is not null && said is not null && written.Date.Date != said.Date.Date)
        {
            WarnOfOther(said.Field, written.Field);
            return WithTimes(written);
        }

        // The day of the front matter, the hour of the body: the two say one thing together.
        var both = written is { Date.Time: null } && said?.Date.Time is not null ? said : written ?? said!;
        return WithTimes(both with { End = both.End ?? said?.End });
    }

    private Beginning? FromField(Field field)
    {
        if (field.Value is MapValue map) return FromMap(field, map);
        var text = PlainText(field);
        if (DateRangeReader.TryRead(text, settings.Dates, out var range, out var problem)) return new Beginning(range.Start, range.End, field);
        if (DateReader.TryRead(text, settings.Dates, out var date, out _)) return new Beginning(date, null, field);
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) {problem}");
        return null;
    }

    /// <summary>A start that is parted into keys, such as <c>{yyyy_mm_dd, utc_hh_mm}</c>.</summary>
    private Beginning? FromMap(Field field, MapValue map)
    {
        var parts = new FrontMatter(map);
        if (parts.FindText(Keys.DatePart) is not { } day)
        {
            report.Error(field.Line, $"'{field.Key}' has no date below it; write '{field.Key}: 2024-02-21T18:30'");
            return null;
        }

        if (FromField(day) is not { } start || Time(parts.FindText(Keys.TimePart) ?? parts.FindText(Keys.UtcTimePart)) is not { } time) return FromField(day);
        var offset = parts.FindText(Keys.TimePart) is null ? Offset.Zero : time.Text.Offset;
        return start with { Date = start.Date with { Time = time.Text.Start, Offset = offset }, Field = time.Field };
    }

    /// <summary>Adds the time of day that stands apart from the date.</summary>
    private Beginning WithTimes(Beginning start)
    {
        var written = Time(front.FindText(Keys.StartTime));
        var said = Time(facts.Time);
        if (written is { } time && said is { } other && time.Text.Start != other.Text.Start)
        {
            WarnOfOther(other.Field, time.Field);
            said = null;
        }

        if ((written ?? said) is not { } used) return start;
        if (start.Date.Time is { } own)
        {
            if (own != used.Text.Start) WarnOfOther(used.Field, start.Field);
            return start;
        }

        var date = start.Date with { Time = used.Text.Start, Offset = used.Text.Offset, Abbreviation = used.Text.Abbreviation };
        return start with { Date = date, EndTime = (used.Text.End ?? said?.Text.End) is { } end ? (end, used.Field) : null, Field = used.Field };
    }

    /// <summary>Adds the time of day of the phrase that says how it comes back.</summary>
    private Beginning WithPhrase(Beginning start)
    {
        if (every?.Time is not { } time || front.FindText(Keys.Every) is not { } field) return start;
        if (start.Date.Time is { } own && own != time.Start)
        {
            WarnOfOther(field, start.Field);
            return start;
        }

        var timed = start.Date.Time is null ? start with { Date = start.Date with { Time = time.Start, Offset = time.Offset, Abbreviation = time.Abbreviation }, Field = field } : start;
        return timed.EndTime is null && time.End is { } end ? timed with { EndTime = (end, field) } : timed;
    }

    private void WarnOfOther(Field other, Field used) =>
        report.Warning(other.Line, $"'{other.Key}' ({other.Text()}) disagrees with '{used.Key}' ({used.Text()}) on line {used.Line}, which is used");

    private (TimeText Text, Field Field)? Time(Field? field)
    {
        if (field is null) return null;
        if (TimeReader.TryRead(PlainText(field), out var time, out var problem)) return (time, field);
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) {problem}");
        return null;
    }

    private EventSpan.AllDay? Days(Beginning start)
    {
        var first = start.Date.Date;
        var (end, field) = End(start);
        if (end is { Date: { } last })
        {
            if (!ZonedTime.IsWritable(last, field, report)) return null;
            if (last >= first) return new EventSpan.AllDay(first, last);
            report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is before '{start.Field.Key}' ({start.Field.Text()})");
            return null;
        }

        if (!front.IsTrue(Keys.AllDay)) report.Warning(start.Field.Line, $"no time of day is given, so this is shown as a whole day; write 'time: 18:30', or 'all-day: true' if it is meant");
        return new EventSpan.AllDay(first, first);
    }

    private EventSpan? Timed(Beginning start, DateTimeZone zone)
    {
        var date = start.Date;
        if (Resolved(date.Date + date.Time!.Value, date.Offset, zone, start.Field) is not { } from) return null;
        ZonedTime.WarnOfAbbreviation(date, from, start.Field, report);
        var (end, field) = End(start);
        if (end is null)
        {
            if (Length() is { } length) return new EventSpan.Timed(from, from.Plus(length));
            var assumed = from.Plus(settings.Events.Duration);
            report.Warning(start.Field.Line, $"no end is given, so it is taken to end at {assumed.LocalDateTime:HH:mm}; write 'end:' or 'duration:'");
            return new EventSpan.Timed(from, assumed);
        }

        if (end.Date is { } endDay && !ZonedTime.IsWritable(endDay, field, report)) return null;
        if (end is { Date: { } lastDay, Time: null })
        {
            if (lastDay > date.Date)
            {
                report.Warning(field.Line, $"'{field.Key}' ({field.Text()}) has no time of day, so whole days are shown; write the time at which it ends");
                return new EventSpan.AllDay(date.Date, lastDay);
            }

            if (lastDay == date.Date) return new EventSpan.Timed(from, from.Plus(settings.Events.Duration));
        }

        if (Resolved((end.Date ?? date.Date) + (end.Time ?? LocalTime.Midnight), end.Offset ?? date.Offset, zone, field) is not { } until) return null;
        if (until.ToInstant() <= from.ToInstant() && end.Date is null && IsPastMidnight(from, until))
        {
            until = until.Zone.AtLeniently(until.LocalDateTime.PlusDays(1));
            report.Warning(field.Line, $"'{field.Key}' ({field.Text()}) is taken for the next day, {until.Date:uuuu-MM-dd}; write the date with it");
        }

        if (until.ToInstant() > from.ToInstant()) return new EventSpan.Timed(from, until.WithZone(from.Zone));
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is not after '{start.Field.Key}' ({start.Field.Text()})");
        return null;
    }

    // An evening that ends in the small hours is common; an end in the middle of the day is a slip.
    private static bool IsPastMidnight(ZonedDateTime from, ZonedDateTime until) => from.Hour >= 12 && until.Hour < 6;

    /// <summary>When it ends, as far as that is written: a day, a time, or both.</summary>
    private (Ending? End, Field Field) End(Beginning start)
    {
        if (front.Find(Keys.End) is { Value: MapValue map } parted && FromMap(parted, map) is { } ending)
            return (new Ending(ending.Date.Date, ending.Date.Time, ending.Date.Offset), ending.Field);
        var day = front.FindText(Keys.End);
        var time = Time(front.FindText(Keys.EndTime)) ?? Time(facts.End);
        if (day is not null && TimeReader.TryRead(PlainText(day), out var alone, out _)) return (new Ending(null, alone.Start, alone.Offset), day);
        if (day is not null)
        {
            if (DateReader.TryRead(PlainText(day), settings.Dates, out var date, out var problem))
            {
                return (new Ending(date.Date, date.Time ?? time?.Text.Start, date.Offset ?? time?.Text.Offset), day);
            }

            report.Error(day.Line, $"'{day.Key}' ({day.Text()}) {problem}");
        }

        if (start.End is { } range) return (new Ending(range.Date, range.Time ?? time?.Text.Start, range.Offset), start.Field);
        if (time is { } end) return (new Ending(null, end.Text.Start, end.Text.Offset), end.Field);
        return start.EndTime is { } until ? (new Ending(null, until.Time, null), until.Field) : (null, start.Field);
    }

    private Duration? Length()
    {
        if (front.FindText(Keys.Duration) is not { } field) return null;
        if (DurationReader.TryRead(field.Text() ?? "", out var length)) return length;
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is no length of time; write one such as PT2H or 90m");
        return null;
    }

    private ZonedDateTime? Resolved(LocalDateTime local, Offset? offset, DateTimeZone zone, Field field)
    {
        if (offset is not { } written) return ZonedTime.At(local, zone, field, report);
        var instant = local.WithOffset(written).ToInstant();
        return zoneField is not null || zone.GetUtcOffset(instant) == written ? instant.InZone(zone) : instant.InUtc();
    }

    private string PlainText(Field field) => ReferenceEquals(field, facts.Date) || ReferenceEquals(field, facts.Time) || ReferenceEquals(field, facts.End) ? BodyFacts.Plain(field) : field.Text() ?? "";

    /// <summary>What is written of the start.</summary>
    /// <param name="End">The end of a range of dates.</param>
    /// <param name="Field">Where the start is written.</param>
    /// <param name="EndTime">The end of a range of times.</param>
    private sealed record Beginning(DateText Date, DateText? End, Field Field, (LocalTime Time, Field Field)? EndTime = null);

    private sealed record Ending(LocalDate? Date, LocalTime? Time, Offset? Offset);
}
