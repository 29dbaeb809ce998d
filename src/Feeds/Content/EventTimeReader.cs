using Feeds.Calendar;
using Feeds.Content.Dates;
using Feeds.Content.Headers;
using Feeds.Content.Rules;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>Finds out when an event takes place, from its front matter, its body and its file's name, in this order.</summary>
internal sealed class EventTimeReader(FrontMatter front, BodyFacts facts, RulePhrase? every, SiteSettings settings, Report report)
{
    private readonly EventStartReader starts = new(front, facts, every, settings, report);
    private readonly Field? zoneField = front.FindText(Keys.Zone);

    /// <summary>When it takes place; null when that cannot be said, which is then reported.</summary>
    public EventSpan? Read(LocalDate? nameDate)
    {
        var zone = zoneField is null ? settings.Zone : Zones.Read(zoneField, report);
        if (zone is null || starts.Read(nameDate) is not { } start) return null;
        if (!ZonedTime.IsWritable(start.Date.Date, start.Field, report)) return null;
        ZonedTime.WarnOfWeekday(start.Date, start.Field, report);
        return start.Date.Time is null ? Days(start) : Timed(start, zone);
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
        if (end is null || (end.Time is null && end.Date == date.Date))
        {
            if (Length() is { } length) return new EventSpan.Timed(from, from.Plus(length));
            var assumed = from.Plus(settings.Events.Duration);
            var problem = end is null ? "no end is given" : $"'{field.Key}' ({field.Text()}) has no time of day";
            report.Warning(field.Line, $"{problem}, so it is taken to end at {assumed.LocalDateTime:HH:mm}; write 'end:' or 'duration:'");
            return new EventSpan.Timed(from, assumed);
        }

        if (end.Date is { } endDay && !ZonedTime.IsWritable(endDay, field, report)) return null;
        if (end is { Date: { } lastDay, Time: null } && lastDay > date.Date)
        {
            report.Warning(field.Line, $"'{field.Key}' ({field.Text()}) has no time of day, so whole days are shown; write the time at which it ends");
            return new EventSpan.AllDay(date.Date, lastDay);
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
        if (front.Find(Keys.End) is { Value: MapValue map } parted && starts.FromMap(parted, map) is { } ending)
            return (new Ending(ending.Date.Date, ending.Date.Time, ending.Date.Offset), ending.Field);
        var day = front.FindText(Keys.End);
        var time = starts.Time(front.FindText(Keys.EndTime)) ?? starts.Time(facts.End);
        if (day is not null && TimeReader.TryRead(starts.PlainText(day), out var alone, out _)) return (new Ending(null, alone.Start, alone.Offset), day);
        if (day is not null)
        {
            if (DateReader.TryRead(starts.PlainText(day), settings.Dates, out var date, out var problem))
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

    private sealed record Ending(LocalDate? Date, LocalTime? Time, Offset? Offset);
}
