using Feeds.Formats.Calendar.Recurrence;
using Feeds.Formats.Calendar.Zones;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using IcalRule = Ical.Net.DataTypes.RecurrenceRule;
using RecurrenceRule = Feeds.Formats.Calendar.Recurrence.RecurrenceRule;

namespace Feeds.Formats.Calendar;

/// <summary>When an event takes place, how it recurs, and which occurrence of a recurring event it is.</summary>
/// <param name="Occurrence">The start of the occurrence before it was moved (RFC 5545 §3.8.4.4); null when it is the event itself.</param>
internal sealed record EventTimes(EventSpan Span, RecurrenceSet? Recurrence = null, EventStart? Occurrence = null)
{
    private const int MaxTimesLookedAt = 1000;

    /// <summary>Where clients that count in 32 bits stop, and rules of zones are no longer known.</summary>
    private static readonly Instant Horizon = Instant.FromUtc(2037, 12, 31, 0, 0);

    /// <summary>The zones whose clocks it needs, and from when to when.</summary>
    public IEnumerable<(DateTimeZone Zone, Interval Needed)> Zones
    {
        get
        {
            if (Span is EventSpan.Timed span && ZoneOf(span) is { } zone)
                yield return (zone, new Interval(span.Start.ToInstant(), LastEnd(span)));
            if (Occurrence is EventStart.Timed { At: var start } && CalendarZones.Written(start.Zone) is { } named)
                yield return (named, new Interval(start.ToInstant(), start.ToInstant()));
        }
    }

    /// <summary>Why it cannot recur like this; null when it can.</summary>
    private string? Problem
    {
        get
        {
            if (Recurrence is null) return null;
            if (Occurrence is not null) return "an occurrence does not recur";
            var zone = (Span as EventSpan.Timed)?.Start.Zone;
            if (Recurrence.Rule?.End is RecurrenceEnd.OnDay && zone is not null)
                return "the rule of an event at a time of day ends at a moment in UTC";
            if (Recurrence.Rule?.End is RecurrenceEnd.AtMoment && zone is null) return "the rule of an event of whole days ends with a day";
            if (zone is null && Recurrence.Rule is { HasTimes: true }) return "the rule of an event of whole days has no time of day";
            if (!Recurrence.Exceptions.Concat(Recurrence.Extra).All(start => Equals((start as EventStart.Timed)?.At.Zone, zone)))
                return "exceptions and extra dates are days where the event is one, else times in its zone";
            return Recurrence.Extra.Any(start => start.Order < EventStart.Of(Span).Order) ? "an extra date is before the first time" : null;
        }
    }

    /// <summary>Puts the times into an event of a calendar.</summary>
    /// <exception cref="ArgumentException">It cannot recur like this.</exception>
    public void AddTo(CalendarEvent @event)
    {
        if (Problem is { } problem) throw new ArgumentException($"The event {@event.Uid}: {problem}.", nameof(@event));
        if (Occurrence is not null) @event.RecurrenceIdentifier = new RecurrenceIdentifier(TimeOf(Occurrence));
        switch (Span)
        {
            case EventSpan.AllDay days:
                (@event.DtStart, @event.DtEnd) = (CalendarTime.Of(days.First), CalendarTime.Of(days.Last.PlusDays(1)));
                break;
            case EventSpan.Timed timed:
                var zone = ZoneOf(timed);
                @event.DtStart = CalendarTime.Of(timed.Start, zone);

                // RFC 5545 §3.8.2.2: an end is later than the start, so that a moment has none.
                if (Second(timed.End) > Second(timed.Start)) @event.DtEnd = CalendarTime.Of(timed.End, zone);
                break;
        }

        if (Recurrence is null) return;
        if (WrittenRule(Recurrence) is { } rule) @event.RecurrenceRule = new IcalRule(rule.ToString());
        // ical.js skips the first date of an event with RDATE and no RRULE, so it is written there too.
        if (Recurrence is { Rule: null, Extra.IsEmpty: false } && !Recurrence.Extra.Contains(EventStart.Of(Span)))
            @event.RecurrenceDates.Add(TimeOf(EventStart.Of(Span)));
        @event.RecurrenceDates.AddRange(Recurrence.Extra.Select(TimeOf));
        @event.ExceptionDates.AddRange(Recurrence.Exceptions.Select(TimeOf));
    }

    /// <summary>The zone whose clock its start and end are written in; null when they are written in UTC.</summary>
    private DateTimeZone? ZoneOf(EventSpan.Timed span)
    {
        // An event that recurs does so by the clock of its zone, whatever that shows twice.
        var zone = CalendarZones.Written(span.Start.Zone);
        if (zone is null || Recurrence is not null) return zone;

        // RFC 5545 §3.3.5 takes a time that clocks show twice for the first one, but clients do not agree: UTC is beyond doubt.
        return zone.MapLocal(span.Start.LocalDateTime).Count > 1 || zone.MapLocal(span.End.LocalDateTime).Count > 1 ? null : zone;
    }

    private RecurrenceRule? WrittenRule(RecurrenceSet recurrence)
    {
        // calcurse compares the day with the start on the clock of who looks, and drops the event where the two differ.
        return recurrence.Rule is { Frequency: Frequency.Weekly, ByDay: [{ Ordinal: null } day], BySetPosition.IsEmpty: true } rule
            && day.Day == EventStart.Of(Span).Date.DayOfWeek
            ? rule with { ByDay = [] }
            : recurrence.Rule;
    }

    // Its zone is needed up to then.
    private Instant LastEnd(EventSpan.Timed first)
    {
        if (Recurrence is null) return first.End.ToInstant();
        var last = Recurrence.Rule?.End switch
        {
            RecurrenceEnd.AtMoment moment => moment.Last,
            RecurrenceEnd.After { Times: <= MaxTimesLookedAt } =>
                Recurrence.Occurrences(first).Select(span => EventStart.Of(span).Order).Append(Instant.MinValue).Max(),
            _ => Recurrence.Rule is null ? Instant.MinValue : Horizon,
        };
        last = Recurrence.Extra.Select(start => start.Order).Append(last).Max();
        return Instant.Max(first.End.ToInstant(), Instant.Min(last, Horizon) + (first.End.ToInstant() - first.Start.ToInstant()));
    }

    private static long Second(ZonedDateTime time) => time.ToInstant().ToUnixTimeSeconds();

    private static CalDateTime TimeOf(EventStart start) => start is EventStart.Timed timed
        ? CalendarTime.Of(timed.At, CalendarZones.Written(timed.At.Zone))
        : CalendarTime.Of(start.Date);
}
