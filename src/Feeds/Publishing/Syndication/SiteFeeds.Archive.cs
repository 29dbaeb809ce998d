using System.Collections.Immutable;
using Feeds.Formats.Syndication;

namespace Feeds.Publishing.Syndication;

/// <content>The archive: the posts that the main feed no longer holds.</content>
internal sealed partial class SiteFeeds
{
    /// <summary>The pages of the archive, numbered from the oldest, so that a full one keeps its entries (RFC 5005 §4).</summary>
    /// <param name="before">Those before, of which what holds the same need not be made again.</param>
    private IEnumerable<RenderedPage> Archive(ImmutableArray<RenderedPage> before)
    {
        for (var number = 1; number <= archivePages.Value; number++)
        {
            var page = new ArchivePage(number, number < archivePages.Value, ItemsOfPage(number));
            // The last but one leads to the last, which may be new.
            var dated = FeedRenderer.Dated(page.Number < archivePages.Value - 1 ? page.Items : Main.Items);
            yield return number <= before.Length && before[number - 1] is var known && known.Dated == dated && known.Page.SameAs(page) ? known : new RenderedPage(page, dated, [.. Renderings(page, dated)]);
        }
    }

    private IEnumerable<RenderPlan> Renderings(ArchivePage page, NodaTime.Instant dated)
    {
        ImmutableArray<object?> inputs = [settings, page.HasNewer, .. page.Items];
        foreach (var format in FeedFormat.All) yield return Rendered(page, format, dated, inputs, writer);
    }

    /// <summary>How many full pages there are, and one that is not yet full where the main feed does not reach it.</summary>
    private int CountArchivePages()
    {
        if (!settings.Feed.HasArchive) return 0;
        var shown = writer.CountOf(Main);
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

    // Static, as all below it, so that what is kept of it keeps no site.
    private static Func<Feed, FeedFormat, Feed> WithArchive(int pages, Model.SiteSettings settings) =>
        (feed, format) => pages == 0 ? feed : feed with { Links = feed.Links.AddRange(ToPage(pages, "prev-archive", format, settings)) };

    private static RenderPlan Rendered(ArchivePage page, FeedFormat format, NodaTime.Instant dated, ImmutableArray<object?> inputs, FeedRenderer writer) =>
        writer.Rendered(PathOfPage(page.Number, format), format, dated, inputs, () => FeedOf(page, format, writer));

    private static Feed FeedOf(ArchivePage page, FeedFormat format, FeedRenderer writer)
    {
        var site = writer.Settings;
        var current = new Link(site.Address("/" + format.File), "current", format.MediaType.Essence);
        var links = new[] { current }
            .Concat(page.Number > 1 ? ToPage(page.Number - 1, "prev-archive", format, site) : [])
            .Concat(page.HasNewer ? ToPage(page.Number + 1, "next-archive", format, site).Take(1) : []);
        var feed = writer.FeedOf(new FeedDefinition("/", site.Title, page.Items, Gone: []));
        return feed with { Title = FormattableString.Invariant($"{site.Title} ({page.Number})"), Links = [.. feed.Links, .. links], History = FeedHistory.Archive };
    }

    /// <summary>The links to a page of the archive: JSON Feed calls the older one the next.</summary>
    private static IEnumerable<Link> ToPage(int number, string relation, FeedFormat format, Model.SiteSettings settings)
    {
        var address = settings.Address(PathOfPage(number, format));
        if (format.MediaType == MediaType.JsonFeed) return relation == "prev-archive" ? [new Link(address, "next")] : [];
        return [new Link(address, relation, format.MediaType.Essence)];
    }

    private sealed record ArchivePage(int Number, bool HasNewer, ImmutableArray<FeedItem> Items)
    {
        public bool SameAs(ArchivePage other) => HasNewer == other.HasNewer && Items.AsSpan().SequenceEqual(other.Items.AsSpan());
    }

    private sealed record RenderedPage(ArchivePage Page, NodaTime.Instant Dated, ImmutableArray<RenderPlan> Renderings);
}
