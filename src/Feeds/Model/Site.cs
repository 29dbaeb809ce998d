using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model.Schedule;

namespace Feeds.Model;

/// <summary>Everything that a content folder says, drafts left out.</summary>
/// <param name="Posts">Newest first, ties by id; those dated in the future are among them.</param>
/// <param name="Events">In order of start, ties by UID.</param>
/// <param name="Files">The files that a document may refer to, by path.</param>
public sealed record Site(SiteSettings Settings, ImmutableArray<Post> Posts, ImmutableArray<Event> Events, FrozenDictionary<string, SiteFile> Files)
{
    /// <summary>The files that say when a series is likely to go on, in order of path.</summary>
    public ImmutableArray<PlannedSeries> Plans { get; init; } = [];

    /// <summary>What is remembered of it; null where no history is kept.</summary>
    public SiteHistory? History { get; init; }

    /// <summary>What keeps all that is rendered from it.</summary>
    public CacheBudget Budget { get; init; } = new(maxOctets: 0);

    /// <summary>A site of documents in any order.</summary>
    public static Site Of(SiteSettings settings, IEnumerable<Post> posts, IEnumerable<Event> events, IEnumerable<PlannedSeries> plans, FrozenDictionary<string, SiteFile> files) => new(
        settings,
        [.. posts.OrderByDescending(post => post.Published.ToInstant()).ThenBy(post => post.Id, StringComparer.Ordinal)],
        [.. events.OrderBy(@event => @event.StartsAt(settings.Zone)).ThenBy(@event => @event.Uid, StringComparer.Ordinal)],
        files)
    {
        Plans = [.. plans.OrderBy(plan => plan.Event.Path, StringComparer.Ordinal)],
    };
}
