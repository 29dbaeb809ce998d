using System.Collections.Immutable;

namespace Feeds.Formats.Syndication;

/// <summary>Which of the given links a document carries, so that they say nothing twice and nothing wrong.</summary>
internal static class FeedLinks
{
    // RFC 5005 §3 and §4; the registry's 'prev' is its 'previous', and the W3C's validator knows no other.
    private static readonly ImmutableArray<string> HistoryRelations = ["current", "first", "last", "next", "previous", "prev-archive", "next-archive"];

    /// <summary>The links of a feed beside <c>self</c> and the page.</summary>
    public static IEnumerable<Link> Of(Feed feed, Uri self)
    {
        foreach (var given in feed.Links)
        {
            var link = Spelt(given);
            if (!IsSaidElsewhere(link) && !IsPastTheEnd(link, feed, self) && (feed.History != FeedHistory.Complete || IsOfComplete(link, self)))
                yield return link;
        }
    }

    /// <summary>The links of an entry beside its page and its enclosures: an entry has no history.</summary>
    public static IEnumerable<Link> Of(Entry entry)
    {
        foreach (var given in entry.Links)
        {
            var link = Spelt(given);
            if (!IsSaidElsewhere(link) && !IsHistory(link))
                yield return link;
        }
    }

    /// <summary>Where older entries are: JSON Feed has one word for the next page and for the archive.</summary>
    public static Uri? Older(Feed feed, Uri self)
    {
        Uri? archive = null;
        foreach (var link in Of(feed, self))
        {
            if (Is(link, "next"))
                return link.Href;

            archive ??= Is(link, "prev-archive") ? link.Href : null;
        }

        return archive;
    }

    // RFC 8288 §2.1.1: relation types are compared without regard to case.
    public static bool Is(Link link, string relation) => string.Equals(link.Relation, relation, StringComparison.OrdinalIgnoreCase);

    private static Link Spelt(Link link) => Is(link, "prev") ? link with { Relation = "previous" } : link;

    private static bool IsHistory(Link link) => HistoryRelations.Contains(link.Relation, StringComparer.OrdinalIgnoreCase);

    // RFC 4287 §4.1.1: no two alternates of one type.
    private static bool IsSaidElsewhere(Link link) =>
        Is(link, "self") || (Is(link, "alternate") && link.MediaType is null or "text/html");

    // RFC 5005 §2: a complete feed has no other pages.
    private static bool IsOfComplete(Link link, Uri self) => !IsHistory(link) || (Is(link, "current") && link.Href == self);

    private static bool IsPastTheEnd(Link link, Feed feed, Uri self) =>
        (Is(link, "previous") && IsAt("first", feed, self)) || (Is(link, "next") && IsAt("last", feed, self));

    private static bool IsAt(string end, Feed feed, Uri self)
    {
        foreach (var link in feed.Links)
        {
            if (Is(link, end) && link.Href == self)
                return true;
        }

        return false;
    }
}
