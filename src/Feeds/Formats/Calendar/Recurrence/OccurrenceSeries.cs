using Feeds.Formats.Calendar.Zones;
using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>A first time, and others of the same length on the same clock.</summary>
internal sealed class OccurrenceSeries
{
    private readonly EventSpan first;
    private readonly DateTimeZone? zone;
    private readonly LocalDateTime start;

    public OccurrenceSeries(EventSpan first)
    {
        this.first = first;
        if (first is EventSpan.Timed timed)
        {
            zone = CalendarZones.Written(timed.Start.Zone) ?? DateTimeZone.Utc;
            start = timed.Start.WithZone(zone).LocalDateTime;
        }
        else
        {
            start = ((EventSpan.AllDay)first).First.AtMidnight();
        }
    }

    /// <summary>When a rule lets it start, up to the rule's end.</summary>
    public IEnumerable<EventStart> StartsOf(RecurrenceRule rule, LocalDate earliest)
    {
        var expansion = new RuleExpansion(rule, start);
        return rule.End switch
        {
            // What is counted is counted from the first.
            RecurrenceEnd.After after => expansion.TimesFrom(start.Date).Take(after.Times).Select(StartAt),
            RecurrenceEnd.OnDay day => expansion.TimesFrom(earliest).TakeWhile(time => time.Date <= day.Last).Select(StartAt),
            RecurrenceEnd.AtMoment moment => expansion.TimesFrom(earliest).Select(StartAt).TakeWhile(time => time.Order <= moment.Last),
            _ => expansion.TimesFrom(earliest).Select(StartAt),
        };
    }

    /// <summary>The day of a start on the clock of the series.</summary>
    public LocalDate DayOf(EventStart time) =>
        time is EventStart.Timed timed ? timed.At.WithZone(zone ?? DateTimeZone.Utc).Date : time.Date;

    /// <summary>The occurrence that starts then; null when it would end after the last year there is.</summary>
    public EventSpan? At(EventStart time)
    {
        if (time.Order == EventStart.Of(first).Order) return first;
        switch (first, time)
        {
            case (EventSpan.Timed span, EventStart.Timed { At: var from }):
                var until = from.Plus(span.End.ToInstant() - span.Start.ToInstant());
                return WritableYears.Contain(until.Date) ? new EventSpan.Timed(from, until) : null;
            case (EventSpan.AllDay days, EventStart.Day { Date: var date }):
                var last = date.PlusDays(Period.DaysBetween(days.First, days.Last));
                return WritableYears.Contain(last) ? new EventSpan.AllDay(date, last) : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(time), time, "An event of whole days recurs on days, another one at times.");
        }
    }

    // RFC 5545 §3.3.5: of a time that is shown twice the first, of one that is skipped by the offset before it.
    private EventStart StartAt(LocalDateTime time) =>
        zone is null ? new EventStart.Day(time.Date) : new EventStart.Timed(zone.AtLeniently(time));
}
