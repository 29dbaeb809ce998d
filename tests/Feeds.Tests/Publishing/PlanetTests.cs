using Feeds.Publishing;
using Feeds.Tests.Content.Sources;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What is published of the posts of others.</summary>
public sealed class PlanetTests
{
    private const string Settings = "sources:\n- { name: ada, feed: ada.xml, tags: [ruby], only: Lanterns }\n- { name: bob, feed: \"https://bob.example/feed?key=${KEY}\" }\n";

    private static readonly (string Path, string Text)[] Files =
    [
        ("site.yaml", FolderOf.SiteYaml + Settings),
        ("own.md", "---\ntitle: Own\ndate: 2026-01-01\n---\nText\n"),
        ("ada.xml", Feed("Ada", "ada", "2026-01-02", "2026-01-03")),
        ("sources/bob.xml", Feed("Bob", "bob", "2026-01-01", "2027-05-05")),
    ];

    [Fact]
    public void HoldsWhatIsThere_NewestFirst()
    {
        var planet = Published(Files);

        Assert.Equal(["ada 2026-01-03", "ada 2026-01-02", "bob 2026-01-01"], Titles(planet, "/planet/atom.xml"));
        Assert.Equal(["Own"], Titles(planet, "/atom.xml"));
        Assert.Contains("href=\"https://ada.example/2026-01-03\"", planet.Text("/planet/"), StringComparison.Ordinal);
        // The next comes when its day does.
        Assert.Equal(FolderOf.Moment("2027-05-05T00:00:00Z"), FolderOf.Published("2027-01-01T00:00:00Z", Files).Until);
        Assert.Equal("bob 2027-05-05", Titles(FolderOf.Published("2027-06-01T00:00:00Z", Files), "/planet/atom.xml")[0]);
    }

    [Fact]
    public void SaysWhereAnEntryIsFrom()
    {
        var planet = Published(Files);

        Assert.Contains(
            """
                <source>
                  <title type="text">Ada</title>
                  <id>https://ada.example/id</id>
                  <link rel="alternate" type="text/html" href="https://ada.example/" />
                  <link rel="self" href="https://ada.example/atom.xml" />
                  <updated>2026-01-03T00:00:00Z</updated>
                </source>
            """, planet.Text("/planet/atom.xml"), StringComparison.Ordinal);
        Assert.Contains("<source url=\"https://ada.example/atom.xml\">Ada</source>", planet.Text("/planet/rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesNoSecret()
    {
        var planet = Published(Files);

        Assert.Contains("<source url=\"https://bob.example/\">Bob</source>", planet.Text("/planet/rss.xml"), StringComparison.Ordinal);
        Assert.All(["/planet/atom.xml", "/planet/rss.xml", "/planet/feed.json", "/planet/", "/planet/feeds.opml"], path =>
            Assert.DoesNotContain("KEY", planet.Text(path), StringComparison.Ordinal));
        Assert.Contains("xmlUrl=\"https://ada.example/atom.xml\" htmlUrl=\"https://ada.example/\"", planet.Text("/planet/feeds.opml"), StringComparison.Ordinal);
    }

    [Fact]
    public void IsInTheMainFeed_WhenAskedFor()
    {
        var planet = Published([("site.yaml", Files[0].Text + "feed: { include: [posts, planet] }\n"), .. Files[1..]]);

        Assert.Equal(["ada 2026-01-03", "ada 2026-01-02", "bob 2026-01-01", "Own"], Titles(planet, "/atom.xml"));
    }

    [Fact]
    public void ShowsOnce_WhatSeveralHave()
    {
        var read = Brought.Site(
            "sources:\n- { name: ada, feed: ada.xml }\n- { name: all, feed: all.xml }\n",
            ("own.md", "---\ntitle: Own\ndate: 2026-01-01\npermalink: /own/\n---\nText\n"),
            ("ada.xml", Feed("Ada", "ada", "2026-01-02")),
            ("all.xml", $"<rss version='2.0'><channel><title>All</title><link>https://all.example/</link>{Item("ada", "2026-01-02")}<item><title>Own</title><link>https://club.example/own/</link><pubDate>2026-01-01</pubDate></item></channel></rss>"));

        Assert.Equal(["ada 2026-01-02"], read.Site.Planet.Posts.Select(post => post.Title));
        Assert.Equal(
            ["all.xml: note: \"ada 2026-01-02\" is in ada, too, so the planet leaves it out here", "all.xml: note: \"Own\" is in own.md, too, so the planet leaves it out here"],
            read.Diagnostics.Where(diagnostic => diagnostic.Path == "all.xml").Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void IsNotThere_WithoutAFeedOfOthers()
    {
        var site = FolderOf.Published("2026-10-01T00:00:00Z", ("own.md", "---\ntitle: Own\ndate: 2026-01-01\n---\nText\n"));

        Assert.Null(site.Find("/planet/"));
        Assert.Null(site.Find("/planet/atom.xml"));
        Assert.DoesNotContain("Planet", site.Text("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void IsInTheLanguage_OfItsFeed()
    {
        var planet = Published([("site.yaml", Files[0].Text + "language: cs\nlanguages: [cs, en]\n"), .. Files[1..3], ("sources/bob.xml", Feed("Bob", "bob", "2026-01-01").Replace("<title>Bob", "<language>en-GB</language><title>Bob", StringComparison.Ordinal))]);

        Assert.Equal(["ada 2026-01-03", "ada 2026-01-02"], Titles(planet, "/planet/atom.xml"));
        Assert.Equal(["bob 2026-01-01"], Titles(planet, "/en/planet/atom.xml"));
    }

    private static Publication Published(params (string Path, string Text)[] files) => FolderOf.Published("2026-10-01T00:00:00Z", files);

    private static string[] Titles(Publication planet, string path) =>
        [.. System.Xml.Linq.XDocument.Parse(planet.Text(path)).Descendants()
            .Where(element => element.Name.LocalName == "entry")
            .Select(entry => entry.Elements().First(element => element.Name.LocalName == "title").Value)];

    private static string Feed(string title, string name, params string[] dates) =>
        $"<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>{title}</title><id>https://{name}.example/id</id><link>https://{name}.example/</link><atom:link rel='self' href='https://{name}.example/atom.xml'/>"
        + $"{string.Concat(dates.Select(date => Item(name, date)))}</channel></rss>";

    private static string Item(string name, string date) =>
        $"<item><title>{name} {date}</title><category>Lanterns</category><link>https://{name}.example/{date}</link><pubDate>{date}</pubDate></item>";
}
