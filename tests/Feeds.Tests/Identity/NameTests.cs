using Feeds.Model;
using Feeds.Model.Names;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>Documents that ask for one address: all are published, and nobody's address goes to another.</summary>
public sealed class NameTests
{
    private const string First = "2026-01-01T00:00:00Z";
    private const string Then = "2026-01-02T00:00:00Z";
    private const string Later = "2026-01-03T00:00:00Z";

    /// <summary>Files with their dates, and the addresses that they have without a lock.</summary>
    public static TheoryData<string, string[], string[]> Collisions => new()
    {
        { "dates in names", ["events/2026-10-10-meetup.md", "events/2026-11-10-meetup.md", "events/2026-12-10-meetup.md"], ["/events/2026-10-10-meetup/", "/events/2026-11-10-meetup/", "/events/2026-12-10-meetup/"] },
        { "folders of months", ["events/2026/10/meetup.md 2026-10-09", "events/2026/11/meetup.md 2026-11-09"], ["/events/2026-10-09-meetup/", "/events/2026-11-09-meetup/"] },
        { "folders of cities, one day", ["events/brno/meetup.md 2026-10-10", "events/praha/meetup.md 2026-10-10"], ["/events/brno-meetup/", "/events/praha-meetup/"] },
        { "folders of cities, two days", ["events/brno/meetup.md 2026-10-10", "events/praha/meetup.md 2026-10-11"], ["/events/2026-10-10-meetup/", "/events/2026-10-11-meetup/"] },
        { "bundles", ["events/2026-11-10/meetup/index.md 2026-11-10", "events/2026-12-10/meetup/index.md 2026-12-10"], ["/events/2026-11-10-meetup/", "/events/2026-12-10-meetup/"] },
        { "endings", ["events/meetup.markdown 2026-10-10", "events/meetup.md 2026-10-10"], ["/events/meetup-1/", "/events/meetup-2/"] },
        { "a date in one name", ["events/2026-10-10-meetup.md", "events/brno/meetup.md 2026-10-10"], ["/events/2026-10-10-meetup/", "/events/brno-meetup/"] },
        { "some alike", ["events/a/2026-10-10-meetup.md", "events/b/2026-10-10-meetup.md", "events/b/2026-11-10-meetup.md"], ["/events/a-meetup/", "/events/meetup-1/", "/events/2026-11-10-meetup/"] },
        { "cases of letters", ["events/Meetup.md 2026-10-10", "events/meetup.md 2026-10-11"], ["/events/2026-10-10-meetup/", "/events/2026-10-11-meetup/"] },
        { "posts", ["posts/2025-01-01-notes.md", "posts/2025-02-01-notes.md"], ["/posts/2025-01-01-notes/", "/posts/2025-02-01-notes/"] },
        { "posts of two folders", ["blog/notes.md 2025-01-01", "posts/notes.md 2025-01-01"], ["/posts/blog-notes/", "/posts/posts-notes/"] },
        { "alone", ["events/2026-10-10-meetup.md", "events/2026-10-10-party.md"], ["/events/meetup/", "/events/party/"] },
        { "a name that another would get", ["events/2026-10-10-meetup.md", "events/2026-11-10-meetup.md", "events/x.md 2026-11-10 slug: 2026-11-10-meetup"], ["/events/2026-10-10-meetup/", "/events/meetup-1/", "/events/2026-11-10-meetup/"] },
        { "an address of the server's own", ["posts/a.md 2025-01-01 permalink: /archive/", "posts/b.md 2025-01-02 permalink: /feeds/"], ["/2025-01-01-archive/", "/2025-01-02-feeds/"] },
    };

    [Theory]
    [MemberData(nameof(Collisions))]
    public void PublishesAll_WithAndWithoutALock(string what, string[] files, string[] addresses)
    {
        var content = Content(files);
        var site = FolderOf.Site(content).Site;
        var locked = new RecordedSite().At(First, content);

        Assert.Equal((what, string.Join(' ', addresses)), (what, Addresses(site, content)));
        Assert.Equal(Addresses(site, content), Addresses(locked.Last.Site, content));
        Assert.Equal(content.Length, site.Events.Select(@event => @event.CalendarPath).Concat(site.Posts.Select(post => post.PagePath!)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(addresses, addresses.Where(locked.Publication.Representations.ContainsKey));
        // A restart, and files that come and go, move nobody.
        Assert.Equal(Addresses(site, content), Addresses(locked.Restart().At(Then, content).Last.Site, content));
        Assert.Equal(Addresses(site, content[..1]), Addresses(locked.At(Later, content[..1]).Last.Site, content[..1]));
        Assert.Equal(Addresses(site, content), Addresses(locked.Restart().At(Later, content).Last.Site, content));
        Assert.Equal([], locked.Diagnostics);
    }

    /// <summary>One is there and known; the other comes, in whatever order of path.</summary>
    [Theory]
    [InlineData("events/monthly-meetup.md 2026-12-10", "events/2027-02-10-monthly-meetup.md", "/events/monthly-meetup/", "/events/2027-02-10-monthly-meetup/")]
    [InlineData("events/monthly-meetup.md 2026-12-10", "events/a/monthly-meetup.md 2026-12-10", "/events/monthly-meetup/", "/events/2026-12-10-monthly-meetup/")]
    [InlineData("posts/notes.md 2025-01-01", "posts/2024-01-01-notes.md", "/posts/notes/", "/posts/2024-01-01-notes/")]
    public void KeepsItsAddress_WhenAnotherAsksForIt(string known, string coming, string address, string other)
    {
        var content = Content(known, coming);
        var site = new RecordedSite().At(First, content[..1]).Restart().At(Then, content);
        Assert.Equal($"{address} {other}", Addresses(site.Last.Site, content));
        Assert.Equal([$"{content[1].Path}: note: the address {address} is that of {content[0].Path}, so this is at {other}; write 'slug:' for another address"], site.Diagnostics);
        site.Restart().At(Later, content);
        Assert.Equal($"{address} {other}", Addresses(site.Last.Site, content));
        Assert.Equal([], site.Diagnostics);
        // The address of a removed document is nobody else's.
        site.At("2026-01-04T00:00:00Z", content[1..]);
        Assert.Equal(other, Addresses(site.Last.Site, content[1..]));
        Assert.Equal(other, Addresses(site.Restart().At("2026-01-05T00:00:00Z", content[1..]).Last.Site, content[1..]));
    }

    [Fact]
    public void HasTheAddress_WhenWhatHadItIsForgotten()
    {
        var content = Content("events/trial.md 2026-12-10", "events/2026-12-20-trial.md");
        var site = new RecordedSite().At("2026-01-01T00:00:00Z", Content("posts/a.md 2025-01-01"));
        site.At("2026-01-01T01:00:00Z", content[..1]).At("2026-01-01T01:05:00Z").At("2026-01-01T01:06:00Z", content[1..]);

        Assert.Equal("/events/trial/", Addresses(site.Last.Site, content[1..]));
    }

    [Fact]
    public void KeepsWhatItHas_WhenItsFileIsRenamedAmongOthersOfItsName()
    {
        var content = Content("events/2026-10-10-meetup.md", "events/2026-11-10-meetup.md");
        var site = new RecordedSite().At(First, content);
        (string, string)[] renamed = [content[0], ("events/2026-11-17-meetup.md", content[1].Text)];

        Assert.Equal("/events/2026-10-10-meetup/ /events/2026-11-10-meetup/", Addresses(site.At(Then, renamed).Last.Site, renamed));
    }

    [Fact]
    public void LeadsLinksToWhereDocumentsAre()
    {
        var content = Content("posts/2025-01-01-notes.md", "posts/2025-02-01-notes.md");
        (string Path, string Text)[] files = [.. content, ("posts/linking.md", "---\ntitle: L\ndate: 2025-03-01\n---\n[n](2025-02-01-notes.md)\n")];

        Assert.Contains("https://club.example/posts/2025-02-01-notes/", new RecordedSite().At(First, files).Post("posts/linking.md").Body.Value.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void WarnsOfOneLink_WherePagesAreElsewhere()
    {
        const string SiteYaml = FolderOf.SiteYaml + "posts: { permalink: \"https://elsewhere.example/{slug}/\" }\n";
        var reading = FolderOf.Site([("site.yaml", SiteYaml), .. Content("posts/a/note.md 2025-01-01", "posts/b/note.md 2025-01-02")]);

        Assert.Equal(2, reading.Site.Posts.Length);
        Assert.Equal(
            ["posts/a/note.md: warning: its link (https://elsewhere.example/note/) is also that of posts/b/note.md; write a 'permalink:' or 'slug:' of its own in each"],
            reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    /// <summary>A name as macOS writes it: letters and accents apart.</summary>
    [Theory]
    [InlineData("events/Kavárna.md 2026-12-10")]
    [InlineData("posts/žluťoučký-kůň.md 2025-01-01")]
    [InlineData("posts/한국어.md 2025-01-01")]
    [InlineData("posts/Tiếng-Việt.md 2025-01-01")]
    public void IsTheSame_InEitherNormalForm(string file)
    {
        Assert.Equal(file, NormalPath.Of(TakenApart(file)));
        Assert.Equal(TakenApart("q\u0323x"), NormalPath.Of("q\u0323x"));
    }

    private static string TakenApart(string text) => text
        .Replace("á", "a\u0301", StringComparison.Ordinal).Replace("ž", "z\u030C", StringComparison.Ordinal).Replace("ť", "t\u030C", StringComparison.Ordinal)
        .Replace("č", "c\u030C", StringComparison.Ordinal).Replace("ý", "y\u0301", StringComparison.Ordinal).Replace("ů", "u\u030A", StringComparison.Ordinal)
        .Replace("ň", "n\u030C", StringComparison.Ordinal).Replace("ế", "e\u0302\u0301", StringComparison.Ordinal).Replace("ệ", "e\u0323\u0302", StringComparison.Ordinal)
        .Replace("한", "\u1112\u1161\u11AB", StringComparison.Ordinal).Replace("국", "\u1100\u116E\u11A8", StringComparison.Ordinal).Replace("어", "\u110B\u1165", StringComparison.Ordinal);

    /// <summary>A file of each path, with the date and the line of front matter that may follow it.</summary>
    private static (string Path, string Text)[] Content(params string[] files) => [.. files.Select(file =>
    {
        var parts = file.Split(' ', 3);
        var isEvent = parts[0].StartsWith("events/", StringComparison.Ordinal);
        var date = parts.Length > 1 ? parts[1] : parts[0][(parts[0].LastIndexOf('/') + 1)..][..10];
        var line = parts.Length > 2 ? parts[2] + "\n" : "";
        return (parts[0], $"---\ntitle: \"{parts[0]}\"\n{(isEvent ? $"start: {date} 18:00\nend: \"20:00\"\nlocation: Library" : $"date: {date}")}\n{line}---\nText of {parts[0]}.\n");
    })];

    private static string Addresses(Site site, (string Path, string Text)[] content)
    {
        var pages = site.Posts.Select(post => (post.Path, post.PagePath)).Concat(site.Events.Select(@event => (@event.Path, @event.PagePath))).ToDictionary();
        return string.Join(' ', content.Select(file => pages[file.Path]));
    }
}
