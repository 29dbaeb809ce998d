using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Model;

namespace Feeds.Publishing.Syndication;

/// <summary>Divides the entries of a feed into the pages of its archive (RFC 5005 §4).</summary>
internal static class FeedArchive
{
    /// <summary>Numbered from the oldest, so that a full page keeps its entries.</summary>
    /// <param name="shown">The number of entries in the feed itself.</param>
    public static ImmutableArray<FeedDefinition> PagesOf(FeedDefinition feed, int shown, FeedSettings settings)
    {
        // Half a feed, so that there are always two pages, which link to each other.
        var length = Math.Max(1, settings.Entries / 2);
        var total = feed.Items.Length;
        if (!settings.HasArchive || shown == total) return [];
        // A page that is not yet full is needed when the feed does not reach it.
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
