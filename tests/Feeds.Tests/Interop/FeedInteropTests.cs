using Feeds.Model.Names;
using Feeds.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>Feed readers see the posts that the site has.</summary>
public sealed class FeedInteropTests : IDisposable
{
    private readonly TempFolder home = new();

    public static TheoryData<string, string> SitesAndFeeds => new MatrixTheoryData<string, string>(["sample", "nasty"], [Addresses.Atom, Addresses.Rss]);

    public void Dispose() => home.Dispose();

    [Theory]
    [MemberData(nameof(SitesAndFeeds))]
    public async Task Feedparser_SeesEveryPost(string name, string path)
    {
        var site = StrangeSite.Named(name);
        await using var server = await SiteServer.StartAsync(site.Publication, StrangeSite.Now);

        var feed = await ForeignProgram.Feedparser.ReadAsync<ParsedFeed>(home, server.Address(path));

        Assert.Null(feed.Problem);
        Assert.Equal(path == Addresses.Atom ? "atom10" : "rss20", feed.Version);
        Assert.Equal(site.Site.Settings.Title, feed.Title);
        Assert.Equal([200, 304], feed.Statuses);
        Assert.Equal(site.Posts, feed.Entries);
    }

    /// <summary>The feeds of two tags and of the events of the sample: the titles of feed and entries, newest first.</summary>
    [Theory]
    [InlineData("/tags/mill/", "Small Programs Club: mill", new[] { "What the reading room taught us", "A weekend in numbers", "The lamp is lit again" })]
    [InlineData("/tags/calendars/", "Small Programs Club: calendars", new[] { "A winter at the long table", "The choir and the calendar" })]
    public async Task Feedparser_SeesThePostsOfATag(string folder, string title, string[] titles)
    {
        var site = StrangeSite.Named("sample");
        await using var server = await SiteServer.StartAsync(site.Publication, StrangeSite.Now);
        foreach (var file in (string[])["atom.xml", "rss.xml"])
        {
            var feed = await ForeignProgram.Feedparser.ReadAsync<ParsedFeed>(home, server.Address(folder + file));

            Assert.Null(feed.Problem);
            Assert.Equal(title, feed.Title);
            Assert.Equal([200, 304], feed.Statuses);
            Assert.Equal(titles.Select(post => site.Posts.Single(seen => seen.Title == post)), feed.Entries);
        }
    }

    [Theory]
    [InlineData("/events/atom.xml")]
    [InlineData("/events/rss.xml")]
    public async Task Feedparser_SeesTheEvents(string path)
    {
        await using var server = await SiteServer.StartAsync(StrangeSite.Named("sample").Publication, StrangeSite.Now);
        var feed = await ForeignProgram.Feedparser.ReadAsync<ParsedFeed>(home, server.Address(path));

        Assert.Null(feed.Problem);
        Assert.Equal("Small Programs Club: events", feed.Title);
        Assert.Equal([200, 304], feed.Statuses);
        Assert.Equal(
            [
                "2026-11-19T21:40:00Z 2026-11-19T21:40:00Z Spring weekend 2027",
                "2026-11-19T21:30:00Z 2026-11-19T21:30:00Z A walk to the transmitter",
                "2026-11-19T21:22:00Z 2026-11-19T21:22:00Z Night before the missing hour",
                "2026-11-18T07:10:00Z 2026-11-18T07:10:00Z Soirée with נֹעָה ✨: letters that run both ways",
                "2026-11-18T07:00:00Z 2026-11-18T07:00:00Z Questions by the stove (online)",
                "2026-11-15T16:30:00Z 2026-11-15T16:30:00Z Repair Saturday",
                "2026-11-15T16:20:00Z 2026-11-15T16:20:00Z New Year's Eve at the mill",
                "2026-11-10T19:00:00Z 2026-11-10T19:00:00Z A call across the ocean",
                "2026-11-02T11:00:00Z 2026-11-15T16:00:00Z Lights that know the time",
                "2026-09-07T14:05:00Z 2026-09-07T14:05:00Z Cancelled: An evening of maps",
                "2026-02-08T10:00:00Z 2026-02-08T10:00:00Z Spring weekend 2026",
                "2025-10-18T07:30:00Z 2025-10-18T07:30:00Z Show and tell, once more",
                "2025-06-09T22:00:00Z 2025-06-09T22:00:00Z Robots in the garden",
            ],
            feed.Entries.Select(entry => $"{entry.Published} {entry.Updated} {entry.Title}"));
        Assert.All(feed.Entries, entry => Assert.StartsWith("<p><strong>", entry.Content, StringComparison.Ordinal));
        Assert.All(feed.Entries, entry => Assert.Equal("Small Programs Club", entry.Authors));
    }

    [Theory]
    [MemberData(nameof(SitesAndFeeds))]
    public async Task Newsboat_HasEveryPostOnce_HoweverOftenItReloads(string name, string path)
    {
        var site = StrangeSite.Named(name);
        var expected = site.Posts.Select(post => new NewsboatItem(post.Id, post.Title, post.Link, post.Published, post.Content));
        await using var server = await SiteServer.StartAsync(site.Publication, StrangeSite.Now);

        var first = await ForeignProgram.Newsboat.ReadAsync<NewsboatCache>(home, server.Address(path));
        var second = await ForeignProgram.Newsboat.ReadAsync<NewsboatCache>(home, server.Address(path));

        Assert.Equal($"{site.Posts.Length} unread articles", first.Said);
        Assert.Equal(expected, first.Items);
        Assert.Equal(first.Said, second.Said);
        Assert.Equal(first.Items, second.Items);
    }

    [Theory]
    [InlineData(Addresses.Atom)]
    [InlineData(Addresses.Rss)]
    public async Task Newsboat_HasOneItemMore_AfterOnePostMore(string path)
    {
        var site = StrangeSite.Named("sample");
        var before = Publication.Render(site.Site, Instant.FromUtc(2026, 11, 1, 0, 0), previous: null);
        await using var server = await SiteServer.StartAsync(before, StrangeSite.Now);

        var first = await ForeignProgram.Newsboat.ReadAsync<NewsboatCache>(home, server.Address(path));
        server.Swap(Publication.Render(site.Site, StrangeSite.Now, before));
        var second = await ForeignProgram.Newsboat.ReadAsync<NewsboatCache>(home, server.Address(path));

        Assert.Equal("7 unread articles", first.Said);
        Assert.Equal("8 unread articles", second.Said);
        Assert.Equal("A winter at the long table", Assert.Single(second.Items.Except(first.Items)).Title);
    }
}
