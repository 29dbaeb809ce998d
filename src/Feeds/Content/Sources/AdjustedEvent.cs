using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Content.Sources;

/// <summary>An event as the site shows it because of its doubles.</summary>
/// <param name="Read">The event as its file has it.</param>
/// <param name="Doubles">What it takes facts from, or its dates that others already show.</param>
internal sealed record AdjustedEvent(Event Event, Event Read, ImmutableArray<EventDouble> Doubles)
{
    /// <summary>Whether its end is that of an event of a source.</summary>
    public bool HasTakenEnd { get; private init; }

    /// <summary>An event of the author with what it lacks and events of sources have; the same object when that is nothing.</summary>
    /// <param name="own">The event of the author.</param>
    /// <param name="doubles">Those with its link, in the order of the sources.</param>
    public static AdjustedEvent Completed(Event own, ImmutableArray<EventDouble> doubles)
    {
        var whole = doubles.Aggregate(own, (one, same) => MissingFacts.AddTo(one, same.Date ?? same.Dropped));
        return new AdjustedEvent(whole, own, doubles) { HasTakenEnd = own.IsEndAssumed && !whole.IsEndAssumed };
    }

    /// <summary>An event of a source without the dates that others show.</summary>
    public static AdjustedEvent Without(Event @event, ImmutableArray<EventDouble> dates)
    {
        var starts = dates.Select(one => one.Date!.Occurrence!).ToImmutableArray();
        var recurrence = @event.Recurrence!;
        var rest = @event with
        {
            Recurrence = recurrence with
            {
                Exceptions = [.. recurrence.Exceptions, .. starts],
                Extra = recurrence.Extra.RemoveRange(starts),
            },
            Overrides = [.. @event.Overrides.Where(one => !starts.Contains(one.Occurrence!))],
        };
        return new AdjustedEvent(rest, @event, dates);
    }
}
