using System.Collections.Immutable;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>Sees to it that no two posts say the same second in 'updated': readers that sort by it would show them in an order of their own.</summary>
internal static class DistinctUpdates
{
    /// <param name="previous">Those of the reading before: where one was put off then, it is the same value again, so that it is seen that nothing has changed.</param>
    public static IEnumerable<Post> Of(IEnumerable<Post> posts, ImmutableArray<Post> previous)
    {
        var known = previous.ToDictionary(post => post.Path, StringComparer.Ordinal);
        var taken = new HashSet<Instant>();
        foreach (var post in posts)
        {
            var updated = post.Updated;
            while (!taken.Add(updated.ToInstant())) updated = updated.PlusSeconds(1);
            if (updated == post.Updated) yield return post;
            else yield return post with { Updated = updated } is var distinct && known.GetValueOrDefault(post.Path) is { } same && same == distinct ? same : distinct;
        }
    }
}
