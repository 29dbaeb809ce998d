using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>All the times at which an event takes place: by a rule, and on single dates more or fewer (RFC 5545 §3.8.5).</summary>
public sealed record RecurrenceSet
{
    /// <summary>Null when it recurs on extra dates alone.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>The occurrences that do not take place (<c>EXDATE</c>).</summary>
    public ImmutableArray<EventStart> Exceptions { get; init; } = [];

    /// <summary>Those that take place beside the rule's (<c>RDATE</c>).</summary>
    public ImmutableArray<EventStart> Extra { get; init; } = [];

    /// <summary>When the event takes place, in order, each time once; without an end when the rule has none.</summary>
    /// <remarks>Each lasts as long as the first. A time that its zone skips has the offset before the gap (RFC 5545 §3.3.5).</remarks>
    /// <param name="first">The first time: what the rule counts from, and one of them unless it is an exception.</param>
    /// <param name="earliest">The day, on the clock of the event, from which they are asked for.</param>
    public IEnumerable<EventSpan> Occurrences(EventSpan first, LocalDate earliest = default)
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
