using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Feeds.Model;

/// <summary>Everything that a content folder says, drafts left out.</summary>
/// <param name="Posts">Newest first, ties by id; those dated in the future are among them.</param>
/// <param name="Events">In order of start, ties by UID.</param>
/// <param name="Files">The files that a document may refer to, by path.</param>
public sealed record Site(SiteSettings Settings, ImmutableArray<Post> Posts, ImmutableArray<Event> Events, FrozenDictionary<string, SiteFile> Files)
{
    /// <summary>The files that say when a series is likely to go on, in order of path.</summary>
    public ImmutableArray<Plan> Plans { get; init; } = [];
}
