using Feeds.Publishing;
using Feeds.Tests.Formats.Syndication;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What a scheduled post changes at its second, and how posts of one day are told apart.</summary>
public sealed class ScheduleTests
{
    private const string Before = "2026-01-01T11:00:29.999Z";
    private const string Then = "2026-01-01T11:00:30Z";

    private static readonly (string, string)[] Club =
    [
        ("site.yaml", FolderOf.SiteYaml + "feed: { entries: 2 }\n"),
        Published.Post("a", "2025-01-01", "tags: [one]\n"),
        Published.Post("b", "2025-01-02", "tags: [two]\n"),
        Published.Post("c", "2025-01-03", "tags: [one]\n"),
        Published.Post("later", "2026-01-01 12:00:30", "tags: [one, two, new]\ncategory: news\nauthor: Ada\nfeatured: true\n"),
    ];

    [Fact]
    public void Appears_EverywhereAtItsSecond()
    {
        var before = FolderOf.Published(Before, Club);
        Assert.Equal(FolderOf.Moment(Then), before.Until);
        var after = Publication.Render(before.Site, before.Until!.Value, before);

        Assert.Equal(
            [
                "/", "/archive/", "/archive/2025/", "/archive/2026/", "/archive/3/atom.xml", "/archive/3/rss.xml", "/archive/4/atom.xml", "/archive/4/feed.json", "/archive/4/rss.xml", "/atom.xml",
                "/authors/ada/", "/authors/ada/atom.xml", "/authors/ada/feed.json", "/authors/ada/rss.xml",
                "/categories/news/", "/categories/news/atom.xml", "/categories/news/feed.json", "/categories/news/rss.xml",
                "/featured/atom.xml", "/featured/feed.json", "/featured/rss.xml",
                "/feed.json", "/feeds.opml", "/feeds/", "/posts/c/", "/posts/later/", "/rss.xml", "/sitemap.xml", "/tags/new/", "/tags/new/atom.xml", "/tags/new/feed.json",
                "/tags/new/rss.xml", "/tags/one/", "/tags/one/atom.xml", "/tags/one/feed.json", "/tags/one/rss.xml", "/tags/two/", "/tags/two/atom.xml", "/tags/two/feed.json", "/tags/two/rss.xml",
            ],
            after.Representations.Values.Where(item => before.Find(item.Path)?.OpaqueTag != item.OpaqueTag).Select(item => item.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/", "c b", "later c")]
    [InlineData("/archive/1/", "a", "a")]
    [InlineData("/tags/one/", "c a", "later c")]
    [InlineData("/tags/two/", "b", "later b")]
    [InlineData("/tags/one+two/", "", "later")]
    public void IsInAFeed_FromItsSecondOn(string path, string before, string then)
    {
        var early = FolderOf.Published(Before, Club);
        var late = Publication.Render(early.Site, FolderOf.Moment(Then), early);

        Assert.All(Published.Files, file => Assert.Equal((before, then), (early.Titles(path + file), late.Titles(path + file))));
    }

    [Fact]
    public void IsUnknown_BeforeItsSecond()
    {
        var without = FolderOf.Published(Before, Club[..^1]);
        var with = FolderOf.Published(Before, Club);

        Assert.Equal(without.Representations.Keys.Order(StringComparer.Ordinal), with.Representations.Keys.Order(StringComparer.Ordinal));
        Assert.All(without.Representations.Values, item => Assert.Equal(item.OpaqueTag, with.Find(item.Path)!.OpaqueTag));
    }

    [Fact]
    public void GivesEachPostAnInstantOfItsOwn_WhenOneDayHasSeveral()
    {
        var published = FolderOf.Published(Then, Published.Post("a", "2025-01-01"), Published.Post("b", "2025-01-01"), Published.Post("c", "2025-01-01"));
        var updated = ObservedEntry.InAtom(published.Atom("/atom.xml")).Select(entry => entry.Updated).ToArray();

        Assert.Equal(3, updated.Distinct().Count());
        Assert.All(updated, moment => Assert.Equal(new DateOnly(2025, 1, 1), DateOnly.FromDateTime(moment.DateTime)));
    }
}
