using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Content.Sources;

/// <summary>The events of sources, and single dates of them, that others already show.</summary>
/// <param name="All">In the order of the sources; a date for each date that others show.</param>
/// <param name="Hidden">The events of which nothing is left, by their paths.</param>
internal sealed record FoundDoubles(ImmutableArray<EventDouble> All, FrozenSet<string> Hidden)
{
    public static readonly FoundDoubles None = new([], FrozenSet<string>.Empty);

    /// <summary>The events among which they were found.</summary>
    public ImmutableArray<Event> Among { get; init; } = [];

    /// <summary>Whether they are still those of these events, none of which was read again.</summary>
    public bool AreOf(ImmutableArray<Event> events) => Among.AsSpan().SequenceEqual(events.AsSpan(), ReferenceEqualityComparer.Instance);
}

/// <summary>An event, or one date of it, that another one already shows.</summary>
/// <param name="Dropped">The event of a source.</param>
/// <param name="Sign">What both have in common.</param>
internal sealed record EventDouble(Event Kept, Event Dropped, string Sign)
{
    /// <summary>The only date that is shown elsewhere; null for the whole event.</summary>
    public Event? Date { get; init; }

    /// <summary>The events of the author that have its link, which are several in a site of several languages.</summary>
    public ImmutableArray<Event> Own { get; init; } = [];

    /// <summary>Whether it is of the same event and date, which was not read again.</summary>
    public bool IsSame(EventDouble other) =>
        ReferenceEquals(Dropped, other.Dropped) && Date?.Occurrence == other.Date?.Occurrence;
}
