using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Model;

namespace Feeds.Publishing.Syndication;

/// <summary>Divides the posts of a site into the pages of an archive (RFC 5005 §4), for those that its feed does not show.</summary>
internal static class FeedArchive
{
    /// <summary>The pages, numbered from the oldest, so that a full one keeps its entries.</summary>
    /// <param name="shown">How many entries the feed shows.</param>
    public static ImmutableArray<FeedDefinition> PagesOf(FeedDefinition feed, int shown, FeedSettings settings)
    {
        // Half a feed, so that there is never one page alone, which would have no neighbour to link to.
        var length = Math.Max(1, settings.Entries / 2);
        var total = feed.Items.Length;
        if (!settings.HasArchive || shown == total)
            return [];

        // A page that is not yet full is there when the feed does not reach it.
        var count = (total / length) + (total % length > shown ? 1 : 0);
        return [.. Enumerable.Range(1, count).Select(page => PageOf(feed, page, count, length))];
    }

    private static FeedDefinition PageOf(FeedDefinition feed, int page, int count, int length)
    {
        var end = feed.Items.Length - ((page - 1) * length);
        return feed with
        {
            Items = feed.Items[Math.Max(0, end - length)..end],
            Removed = [],
            History = FeedHistory.Archive,
            Page = page,
            Links =
            [
                ("current", feed.Path),
                .. page > 1 ? [("prev-archive", FeedDefinition.FolderOf(page - 1))] : Array.Empty<(string, string)>(),
                .. page < count ? [("next-archive", FeedDefinition.FolderOf(page + 1))] : Array.Empty<(string, string)>(),
            ],
        };
    }
}
