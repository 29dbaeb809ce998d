using AngleSharp.Html.Parser;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>Which documents that are neither posts nor events are published as pages, and where.</summary>
public sealed class ContentPageTests
{
    private const string Now = "2026-01-01T00:00:00Z";
    private const string Folders = "pages: { folders: [info, about] }\n";
    private const string Elsewhere = "posts: { permalink: 'https://pages.example/{slug}/' }\n";

    [Theory]
    [InlineData("about.md", "type: page", "/about/")]
    [InlineData("about.md", "type: Page", "/about/")]
    [InlineData("about.md", "nav: true", "/about/")]
    [InlineData("about.md", "nav: 2", "/about/")]
    [InlineData("about.md", "nav: false", null)]
    [InlineData("about.md", "nav: [a, b]", null)]
    [InlineData("about.md", "layout: page", null)]
    [InlineData("about.md", "tags: [a]", null)]
    [InlineData("About Us.md", "type: page", "/about-us/")]
    [InlineData("club/Rules & Fees.md", "type: page", "/club/rules-fees/")]
    [InlineData("club/index.md", "type: page", "/club/")]
    [InlineData("club/rules.md", "type: page\nslug: order", "/club/order/")]
    [InlineData("club/rules.md", "type: page\npermalink: /rules.html", "/rules.html")]
    [InlineData("club/rules.md", "type: page\npermalink: https://elsewhere.example/", null)]
    [InlineData("club/rules.md", "type: page\npermalink: false", null)]
    [InlineData("posts/about.md", "type: page", "/posts/about/")]
    [InlineData("posts/about.md", "type: page\ndate: 2025-01-02", "/posts/about/")]
    [InlineData("posts/about.md", "nav: true", "/posts/about/")]
    [InlineData("about.md", "nav: true\ndate: 2025-01-02", "/about/")]
    [InlineData("events/about.md", "type: page\nstart: 2027-01-01", "/events/about/")]
    [InlineData("README.md", "type: page", "/readme/")]
    public void IsAPage_WhenItsFrontMatterSaysSo(string path, string lines, string? page) => Assert.Equal(page, PathOf("", path, lines));

    [Theory]
    [InlineData("info/opening-hours.md", "/info/opening-hours/")]
    [InlineData("club/info/index.md", "/club/info/")]
    [InlineData("about.md", null)]
    [InlineData("info/README.md", null)]
    [InlineData("info/contributing.md", null)]
    [InlineData("info/LICENSE.md", null)]
    [InlineData("info/_contribs.md", null)]
    public void IsAPage_InAFolderOfPages(string path, string? page) => Assert.Equal(page, PathOf(Folders, path, "title: A"));

    [Theory]
    [InlineData("draft: true")]
    [InlineData("published: false")]
    [InlineData("status: draft")]
    [InlineData("visibility: private")]
    [InlineData("password: secret")]
    [InlineData("publishDate: 2099-01-01")]
    [InlineData("publishDate: 9999-01-01")]
    [InlineData("expiryDate: 2025-01-01")]
    [InlineData("build: { render: never }")]
    public void IsNotPublished_WhenItIsHidden(string hiding) => Assert.Null(PathOf("", "about.md", $"type: page\n{hiding}"));

    [Theory]
    [InlineData(Elsewhere, null)]
    [InlineData("pages: none\n", null)]
    [InlineData("pages: { mode: none }\n", null)]
    [InlineData(Elsewhere + "pages: all\n", "/about/")]
    [InlineData(Elsewhere + "pages: { mode: all }\n", "/about/")]
    public void IsThere_WhereTheOtherPagesAre(string yaml, string? page) => Assert.Equal(page, PathOf(yaml, "about.md", "type: page"));

    [Theory]
    [InlineData("about.md", "published: \"2014\"\ndraft: maybe", "")]
    [InlineData("posts/_contribs.md", "title: A", "")]
    [InlineData("events/_contribs.md", "title: A", "")]
    [InlineData("about.md", "title: A", "{{< unknown >}}\n\n{% raw %}\n")]
    public void ReportsNothing_OfAPageThatIsNotPublished(string path, string lines, string body)
    {
        var reading = FolderOf.Site((path, $"---\n{lines}\n---\n{body}Text.\n"), ("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\n---\n"));

        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void SaysWhatNavMayBe() => Assert.Equal(
        ["about.md:4: warning: 'nav' (top) is neither true nor a number, so the page is not in the navigation; write 'nav: 1'"],
        FolderOf.Site(("about.md", "---\ntitle: A\ntype: page\nnav: top\n---\n")).Diagnostics.Select(diagnostic => diagnostic.ToString()));

    [Fact]
    public void StaysAPost_WithADateInAPostFolder() => Assert.Equal(
        ["posts/a.md"],
        FolderOf.Site(("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\nnav: 2\n---\n")).Site.Posts.Select(post => post.Path));

    [Fact]
    public void IsInTheNavigation_InTheOrderOfItsNumber()
    {
        var site = FolderOf.Published(
            Now,
            ("zoo.md", "---\ntitle: Zoo\nnav: 1\n---\n"),
            ("about.md", "---\ntitle: About\nnav: true\n---\n"),
            ("contact.md", "---\ntitle: Contact\nnav: 2\n---\n"),
            ("later.md", "---\ntitle: Later\nnav: 1\npublishDate: 2026-02-01\n---\n"),
            ("quiet.md", "---\ntitle: Quiet\ntype: page\n---\n"));

        Assert.Equal(["Events /events/", "Zoo /zoo/", "Contact /contact/", "About /about/", "Subscribe /subscribe/"], Navigation(site));
        Assert.Equal(FolderOf.Moment("2026-01-31T23:00:00Z"), site.Until);
        var later = Publication.Render(site.Site, site.Until!.Value, site);
        Assert.Equal(["Events /events/", "Later /later/", "Zoo /zoo/", "Contact /contact/", "About /about/", "Subscribe /subscribe/"], Navigation(later));
    }

    [Fact]
    public void ShowsTheTextAndDescription_AndIsInTheSitemapAndNoFeed()
    {
        var site = FolderOf.Published(
            Now,
            ("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\n---\n[About us](../about.md#where)\n"),
            ("about.md", "---\ntitle: About us\ntype: page\ndescription: Who we are\n---\n## Where\n\nIn a [mill](posts/a.md).\n"));
        using var page = new HtmlParser().ParseDocument(site.Text("/about/"));

        Assert.Equal("About us – Compiler Club", page.Title);
        Assert.Equal("Who we are", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(["About us", "Where"], page.QuerySelectorAll("main h1, main h2").Select(heading => heading.TextContent));
        Assert.Equal("/posts/a/", page.QuerySelector(".prose a")!.GetAttribute("href"));
        Assert.Contains("<loc>https://club.example/about/</loc>", site.Text("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("https://club.example/about/#where", site.Text("/atom.xml"), StringComparison.Ordinal);
        Assert.All(Published.Files, file => Assert.DoesNotContain("Who we are", site.Text("/" + file), StringComparison.Ordinal));
    }

    [Fact]
    public void GetsAnAddressOfItsOwn_WhenAnotherHasThatOfItsPath()
    {
        var reading = FolderOf.Site(
            ("events.md", "---\ntitle: Events\ntype: page\n---\n"),
            ("posts/hello.md", "---\ntitle: Post\ntype: page\n---\n"),
            ("posts/2025-01-02-hello.md", "---\ntitle: A\n---\n"));

        Assert.Equal(["/events-2/", "/posts/hello-1/"], reading.Site.Pages.Select(page => page.PagePath));
        Assert.Equal("/posts/2025-01-02-hello/", Assert.Single(reading.Site.Posts).PagePath);
    }

    [Fact]
    public void LeavesAPost_TheAddressThatTheLockKnows()
    {
        using var disk = new TempFolder();
        disk.Write("site.yaml", FolderOf.SiteYaml);
        disk.Write("posts/about.md", "---\ntitle: A\ndate: 2025-01-02\npermalink: /about/\n---\n");
        var store = new LockStore(disk.Root, state: null);
        _ = Built();
        disk.Write("about.md", "---\ntitle: B\ntype: page\n---\n");

        var site = Built();

        Assert.Equal(("/about/", "/about-2/"), (site.Posts[0].PagePath, site.Pages[0].PagePath));
        Assert.Equal(1, store.Count);

        Feeds.Model.Site Built() =>
            SiteBuilder.UpdateLock(SiteBuilder.Read(ContentFolder.Read(disk.Root, previous: null), store), store, Instant.FromUtc(2026, 1, 1, 0, 0)).Site;
    }

    private static IEnumerable<string> Navigation(Publication site)
    {
        using var home = new HtmlParser().ParseDocument(site.Text("/"));
        return [.. home.QuerySelectorAll(".top nav a").Select(link => $"{link.TextContent} {link.GetAttribute("href")}")];
    }

    private static string? PathOf(string yaml, string path, string lines)
    {
        var text = lines.Contains("title:", StringComparison.Ordinal) ? lines : $"title: A\n{lines}";
        var site = FolderOf.Published(Now, ("site.yaml", FolderOf.SiteYaml + yaml), (path, $"---\n{text}\n---\nText.\n"));
        Assert.Empty(site.Site.Posts);
        Assert.Empty(site.Site.Events);
        var page = site.Site.Pages.SingleOrDefault(page => site.Find(page.PagePath) is not null)?.PagePath;
        return page;
    }
}
