using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>All the times at which an event takes place: by a rule, and on single dates more or fewer (RFC 5545 §3.8.5).</summary>
public sealed record RecurrenceSet
{
    /// <summary>Where clients that count in 32 bits stop, and rules of zones are no longer known.</summary>
    private static readonly Instant Horizon = Instant.FromUtc(2037, 12, 31, 0, 0);

    private const int MaxTimesLookedAt = 1000;

    /// <summary>How it comes back; null when it does on extra dates alone.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>The occurrences that do not take place (<c>EXDATE</c>).</summary>
    public ImmutableArray<EventStart> Exceptions { get; init; } = [];

    /// <summary>Those that take place beside the rule's (<c>RDATE</c>).</summary>
    public ImmutableArray<EventStart> Extra { get; init; } = [];

    /// <summary>When the event takes place, in order, each time once; without an end when the rule has none.</summary>
    /// <remarks>Each lasts as long as the first. The clock of the event's zone counts: of a time that it skips, the offset before the gap is used (RFC 5545 §3.3.5).</remarks>
    /// <param name="first">The first time: what the rule counts from, and one of them unless it is an exception.</param>
    public IEnumerable<EventSpan> Occurrences(EventSpan first) => Occurrences(first, LocalDate.MinIsoValue);

    /// <summary>As <see cref="Occurrences(EventSpan)"/>, of those alone that start on a day or later, without a look at all that are before it.</summary>
    /// <param name="first">The first time.</param>
    /// <param name="earliest">The day, on the clock of the event.</param>
    public IEnumerable<EventSpan> Occurrences(EventSpan first, LocalDate earliest)
    {
        var series = new OccurrenceSeries(first);
        var exceptions = Exceptions.Select(start => start.Order).ToHashSet();
        var extra = Extra.Append(EventStart.Of(first)).DistinctBy(start => start.Order).OrderBy(start => start.Order);
        var last = Instant.MinValue;
        foreach (var start in Merged(Rule is null ? [] : series.StartsOf(Rule, earliest), extra))
        {
            if (start.Order <= last || exceptions.Contains(start.Order) || series.DayOf(start) < earliest) continue;
            last = start.Order;
            if (series.At(start) is not { } span) yield break;
            yield return span;
        }
    }

    /// <summary>Why an event cannot recur like this; null when it can.</summary>
    internal string? ProblemWith(VEvent @event)
    {
        if (@event.RecurrenceId is not null) return "an occurrence does not recur";
        var isTimed = @event.Span is EventSpan.Timed;
        if (Rule?.End is RecurrenceEnd.OnDay && isTimed) return "the rule of an event at a time of day ends at a moment in UTC";
        if (Rule?.End is RecurrenceEnd.AtMoment && !isTimed) return "the rule of an event of whole days ends with a day";
        if (!isTimed && Rule is { } rule && (rule.Frequency < Frequency.Daily || !rule.ByHour.IsEmpty || !rule.ByMinute.IsEmpty || !rule.BySecond.IsEmpty))
            return "the rule of an event of whole days has no time of day";
        var zone = (@event.Span as EventSpan.Timed)?.Start.Zone;
        if (!Exceptions.Concat(Extra).All(start => Equals((start as EventStart.Timed)?.At.Zone, zone)))
            return "exceptions and extra dates are days where the event is one, else times in its zone";
        return Extra.Any(start => start.Order < EventStart.Of(@event.Span).Order) ? "an extra date is before the first time" : null;
    }

    /// <summary>The rule as it is written beside a start; null when there is none.</summary>
    internal RecurrenceRule? WrittenRule(EventSpan first)
    {
        // calcurse compares the day with the start on the clock of who looks, and drops the event where the two differ: what goes without saying is not said.
        var weekday = first is EventSpan.Timed timed ? timed.Start.DayOfWeek : ((EventSpan.AllDay)first).First.DayOfWeek;
        return Rule is { Frequency: Frequency.Weekly, ByDay: [{ Ordinal: null } day], BySetPosition.IsEmpty: true } && day.Day == weekday ? Rule with { ByDay = [] } : Rule;
    }

    /// <summary>Up to when a zone has to be told for the times of an event.</summary>
    internal Instant WrittenUntil(EventSpan.Timed first)
    {
        var last = Rule?.End switch
        {
            RecurrenceEnd.AtMoment moment => moment.Last,
            RecurrenceEnd.After { Times: <= MaxTimesLookedAt } => Occurrences(first).Select(span => EventStart.Of(span).Order).Append(Instant.MinValue).Max(),
            _ => Rule is null ? Instant.MinValue : Horizon,
        };
        last = Extra.Select(start => start.Order).Append(last).Max();
        return Instant.Max(first.End.ToInstant(), Instant.Min(last, Horizon) + (first.End.ToInstant() - first.Start.ToInstant()));
    }

    /// <summary>Two orders of time as one.</summary>
    private static IEnumerable<EventStart> Merged(IEnumerable<EventStart> endless, IEnumerable<EventStart> few)
    {
        using var others = few.GetEnumerator();
        var hasOther = others.MoveNext();
        foreach (var start in endless)
        {
            for (; hasOther && others.Current.Order <= start.Order; hasOther = others.MoveNext()) yield return others.Current;
            yield return start;
        }

        for (; hasOther; hasOther = others.MoveNext()) yield return others.Current;
    }
}
