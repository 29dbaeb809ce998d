using System.Collections.Immutable;

namespace Feeds.Model.Sources;

/// <summary>The posts of the feeds of others that the site brings in.</summary>
/// <param name="Feeds">In the order of <c>sources</c>.</param>
/// <param name="Posts">Newest first; those dated in the future are among them.</param>
public sealed record Planet(ImmutableArray<SourceFeed> Feeds, ImmutableArray<Post> Posts)
{
    public static readonly Planet Empty = new([], []);
}
