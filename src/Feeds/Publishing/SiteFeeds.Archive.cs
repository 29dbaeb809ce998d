using System.Collections.Immutable;
using Feeds.Syndication;

namespace Feeds.Publishing;

/// <content>The archive: the posts that the main feed no longer holds.</content>
internal sealed partial class SiteFeeds
{
    /// <summary>The pages of the archive, numbered from the oldest, so that a full one keeps its entries (RFC 5005 §4).</summary>
    private IEnumerable<Rendering> Archive()
    {
        for (var number = 1; number <= archivePages.Value; number++)
        {
            var page = new ArchivePage(number, ItemsOfPage(number));
            ImmutableArray<object?> inputs = [settings, page.Number < archivePages.Value, .. page.Items.Select(item => (object?)item.State)];
            // The last but one leads to the last, which may be new.
            var dated = page.Number < archivePages.Value - 1 ? Dated(page.Items) : Dated(Main.Items);
            foreach (var format in FeedFormat.All) yield return Rendered(PathOfPage(number, format), format, dated, inputs, () => FeedOf(page, format));
        }
    }

    /// <summary>How many full pages there are, and one that is not yet full where the main feed does not reach it.</summary>
    private int CountArchivePages()
    {
        if (!settings.Feed.HasArchive) return 0;
        var shown = Fitted(Main, Newest(Main)).Entries.Length;
        if (shown == Main.Items.Length) return 0;
        var full = Main.Items.Length / PageLength;
        return Main.Items.Length - (full * PageLength) > shown ? full + 1 : full;
    }

    /// <summary>How many entries a page of the archive holds: half a feed, so that there is never one page alone, which would have no neighbour to link to.</summary>
    private int PageLength => Math.Max(1, settings.Feed.Entries / 2);

    private ImmutableArray<FeedItem> ItemsOfPage(int number)
    {
        var end = Main.Items.Length - ((number - 1) * PageLength);
        return Main.Items[Math.Max(0, end - PageLength)..end];
    }

    private static string PathOfPage(int number, FeedFormat format) => FormattableString.Invariant($"/archive/{number}/{format.File}");

    private Feed WithArchive(Feed feed, FeedPart part, FeedFormat format)
    {
        if (part != Main || archivePages.Value == 0) return feed;
        return feed with { Links = feed.Links.AddRange(ToPage(archivePages.Value, "prev-archive", format)) };
    }

    private Feed FeedOf(ArchivePage page, FeedFormat format)
    {
        var current = new Link(settings.Address("/" + format.File), "current", format.MediaType.Essence);
        var links = new[] { current }
            .Concat(page.Number > 1 ? ToPage(page.Number - 1, "prev-archive", format) : [])
            .Concat(page.Number < archivePages.Value ? ToPage(page.Number + 1, "next-archive", format).Take(1) : []);
        return FeedOf(Main, page.Items) with { Title = FormattableString.Invariant($"{settings.Title} ({page.Number})"), Links = [.. settings.Hubs.Select(hub => new Link(hub, "hub")), .. links], Deleted = [], History = FeedHistory.Archive };
    }

    /// <summary>The links to a page of the archive: JSON Feed calls the older one the next.</summary>
    private IEnumerable<Link> ToPage(int number, string relation, FeedFormat format)
    {
        var address = settings.Address(PathOfPage(number, format));
        if (format.MediaType == MediaType.JsonFeed) return relation == "prev-archive" ? [new Link(address, "next")] : [];
        return [new Link(address, relation, format.MediaType.Essence)];
    }

    private sealed record ArchivePage(int Number, ImmutableArray<FeedItem> Items);
}
