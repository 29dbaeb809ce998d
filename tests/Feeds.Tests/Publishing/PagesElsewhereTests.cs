using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>Which pages there are, and where, on a site whose pages another generator makes in part or as a whole.</summary>
public sealed partial class PagesElsewhereTests
{
    private const string Now = "2026-01-01T00:00:00Z";
    private const string Posts = "posts: { permalink: 'https://pages.example/posts/{slug}/' }\n";
    private const string Events = "events: { permalink: 'https://pages.example/events/{slug}/' }\n";
    private const string AtRoot = "/ /404.html /archive/ /archive/2025/ /calendar/2026/ /events/ /favicon.ico /favicon.svg /feed.css /feeds/ /robots.txt /sitemap.xml /style.css /subscribe/ /tags/one/ /venues/library/";
    private const string BelowFeeds = "/feeds/ /feeds/favicon.svg /feeds/feed.css /feeds/style.css /feeds/subscribe/";

    public static TheoryData<string, string> Modes => new()
    {
        { "", AtRoot + " /events/b/ /posts/a/" },
        { "pages: auto\n", AtRoot + " /events/b/ /posts/a/" },
        { "pages: all\n", AtRoot + " /events/b/ /posts/a/" },
        { "pages: none\n", BelowFeeds },
        { Posts + Events, BelowFeeds },
        { Posts + Events + "pages: none\n", BelowFeeds },
        { Posts + Events + "pages: all\n", AtRoot + " /events/b/ /posts/a/" },
        { Posts, BelowFeeds + " /calendar/2026/ /events/ /events/b/" },
        { Events, BelowFeeds + " /posts/a/" },
        { Posts + "pages: all\n", AtRoot + " /events/b/ /posts/a/" },
        { "url: https://club.example/below/\n" + Posts + Events, BelowFeeds },
        { "url: https://pages.example/\n" + Posts + Events, BelowFeeds },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void HasThePagesAndFiles_ThatItsSettingsAskFor(string yaml, string expected)
    {
        var paths = Site(yaml).Representations.Values.Where(IsForPeople).Select(item => item.Path);

        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));
    }

    /// <summary>Links, styles and icons of pages, and the styles of feeds.</summary>
    [Theory]
    [MemberData(nameof(Modes))]
    public void LeadsOnlyToWhatIsThere(string yaml, string expected)
    {
        _ = expected;
        var site = Site(yaml);
        var root = site.Site.Settings.Url;
        foreach (var page in site.Representations.Values.Where(item => item.MediaType == MediaType.Html))
        {
            using var document = new HtmlParser().ParseDocument(site.Text(page.Path));
            var links = document.QuerySelectorAll("[href], [src]").Where(link => link.GetAttribute("rel") is not "canonical").Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!);
            Assert.All(links, link => AssertLeads(link, page.Path));
        }

        foreach (var feed in site.Representations.Values.Where(item => item.MediaType == MediaType.Atom || item.MediaType == MediaType.Rss))
        {
            var text = site.Text(feed.Path);
            AssertLeads(StyleSheet().Match(text).Groups["href"].Value, feed.Path);
            foreach (Match link in BannerLink().Matches(text)) AssertLeads(link.Groups["href"].Value, feed.Path);
        }

        void AssertLeads(string link, string from)
        {
            if (!Uri.TryCreate(site.Site.Settings.AddressOf(from), link, out var target) || !root.IsBaseOf(target)) return;
            var path = "/" + Uri.UnescapeDataString(target.AbsolutePath[root.AbsolutePath.Length..]);
            // The home and the pages of documents may be the other generator's, at the same addresses.
            var isElsewhere = root.Host == "pages.example" || yaml.Contains("pages: none", StringComparison.Ordinal);
            if (isElsewhere && path is "/" or "/posts/a/" or "/events/b/") return;
            Assert.True(site.Find(path) is not null, $"{from} leads to {link}");
        }
    }

    [Theory]
    [InlineData(Posts + Events, "https://pages.example/")]
    [InlineData(Events, "https://pages.example/")]
    [InlineData("url: https://pages.example/club/\n" + Posts, "https://pages.example/club/")]
    [InlineData("pages: none\n", "https://club.example/")]
    [InlineData("", "https://club.example/")]
    [InlineData(Posts + "pages: all\n", "https://club.example/")]
    public void NamesTheHomeOfTheSite_WhereverThatIs(string yaml, string home)
    {
        var site = Site(yaml);

        Assert.Equal(home, site.Json("/feed.json").GetProperty("home_page_url").GetString());
        Assert.Contains($"<a href=\"{home}\">Visit Compiler Club</a>", site.Text("/atom.xml"), StringComparison.Ordinal);
        using var document = new HtmlParser().ParseDocument(site.Text("/feeds/"));
        Assert.Equal(site.Site.Settings.Href(new Uri(home)), document.QuerySelector("a.brand")!.GetAttribute("href"));
    }

    [Fact]
    public void LinksToThePagesElsewhere_WhereThereArePagesHereToo()
    {
        var site = Site(Posts + Events + "pages: all\n");

        Assert.Equal("https://pages.example/posts/a/", site.Json("/feed.json").GetProperty("items")[0].GetProperty("url").GetString());
        Assert.Contains("<link rel=\"canonical\" href=\"https://pages.example/posts/a/\" />", site.Text("/posts/a/"), StringComparison.Ordinal);
        Assert.Contains("URL:https://pages.example/events/b/", site.Text("/calendar.ics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pages: some", "site.yaml:4: error: 'pages' (some) is neither 'auto' nor 'all' nor 'none'")]
    [InlineData("pages: 1", "site.yaml:4: error: 'pages' (1) is neither 'auto' nor 'all' nor 'none'")]
    [InlineData("pages: [all]", null)]
    [InlineData("pages: None", null)]
    public void SaysWhatPagesMayBe(string yaml, string? error) =>
        Assert.Equal(error is null ? [] : [error], FolderOf.Site(("site.yaml", FolderOf.SiteYaml + yaml + "\n"), ("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\n---\n")).Diagnostics.Select(diagnostic => diagnostic.ToString()));

    private static bool IsForPeople(Representation item) =>
        item.MediaType == MediaType.Html || item.MediaType == MediaType.Css || item.MediaType == MediaType.Xml || item.MediaType == MediaType.Text || item.MediaType == MediaType.Svg || item.Path == "/favicon.ico";

    private static Publication Site(string yaml) => FolderOf.Published(
        Now,
        ("site.yaml", (yaml.Contains("url:", StringComparison.Ordinal) ? FolderOf.SiteYaml.Replace("url: https://club.example/\n", "", StringComparison.Ordinal) : FolderOf.SiteYaml) + yaml),
        ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\ntags: [one]\n---\nText.\n"),
        ("events/b.md", "---\ntitle: B\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\nlocation: Library\ntags: [one]\n---\nText.\n"));

    [GeneratedRegex("<\\?xml-stylesheet [^?]*href=\"(?<href>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("<a href=\"(?<href>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BannerLink();
}
