using System.Text;
using System.Xml.Linq;
using Feeds.Model.Dates;
using Feeds.Publishing;
using Feeds.Publishing.Html;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What search engines read: the list of pages, and what they may read.</summary>
public sealed class SiteMapTests
{
    private const string Now = "2026-01-01T00:00:00Z";

    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void ListsThePagesOfThisServer_WithTheDatesThatTheContentSays()
    {
        var site = FolderOf.Published(
            Now,
            ("site.yaml", "title: Klub\nurl: https://háček.example/klub/\ntimezone: Europe/Prague\n"),
            ("posts/a&b <c>.md", "---\ntitle: A\ndate: 2025-03-04 10:00\nupdated: 2025-06-01 12:00\n---\nText.\n"),
            ("posts/řeč.md", "---\ntitle: B\ndate: 2025-03-05\nupdated: 2027-01-01\nslug: řeč\n---\nText.\n"),
            ("posts/later.md", "---\ntitle: C\ndate: 2026-03-05\n---\nText.\n"),
            ("posts/elsewhere.md", "---\ntitle: D\ndate: 2025-03-05\npermalink: https://other.example/d/\n---\nText.\n"),
            ("events/undated.md", "---\ntitle: E\nstart: 2026-02-03 18:00\n---\nCome.\n"));

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://xn--hek-ela4t.example/klub/</loc>
                <lastmod>2025-06-01T10:00:00Z</lastmod>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/subscribe/</loc>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/posts/%C5%99e%C4%8D/</loc>
                <lastmod>2025-03-04T23:00:00Z</lastmod>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/posts/a-b-c/</loc>
                <lastmod>2025-06-01T10:00:00Z</lastmod>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/events/undated/</loc>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/archive/</loc>
                <lastmod>2025-06-01T10:00:00Z</lastmod>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/archive/2025/</loc>
                <lastmod>2025-06-01T10:00:00Z</lastmod>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/events/</loc>
                <lastmod>2025-06-01T10:00:00Z</lastmod>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/calendar/2026/</loc>
                <lastmod>2025-06-01T10:00:00Z</lastmod>
              </url>
              <url>
                <loc>https://xn--hek-ela4t.example/klub/feeds/</loc>
                <lastmod>2025-06-01T10:00:00Z</lastmod>
              </url>
            </urlset>

            """.ReplaceLineEndings("\n"),
            site.Text("/sitemap.xml"));
        Assert.Equal("User-agent: *\nDisallow:\n\nSitemap: https://xn--hek-ela4t.example/klub/sitemap.xml\n", site.Text("/robots.txt"));
    }

    [Fact]
    public void ListsParts_WhereThereAreMorePagesThanOneListMayHold()
    {
        var current = new SiteSnapshot(FolderOf.Site().Site, FolderOf.Moment(Now));
        var address = new string('a', 1900);
        var pages = Enumerable.Range(0, SiteMap.MaxPages + 1).Select(number => new RenderPlan(FormattableString.Invariant($"/{address}/{number}/"), MediaType.Html, FolderOf.Moment("2025-03-04T00:00:00Z") + NodaTime.Duration.FromSeconds(number), [], () => default));
        var rendered = SiteMap.Render(current, pages).ToDictionary(rendering => rendering.Path, rendering => rendering.Bytes(), StringComparer.Ordinal);

        Assert.Equal(["/robots.txt", "/sitemap.xml", "/sitemap/1.xml", "/sitemap/2.xml"], rendered.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <sitemap>
                <loc>https://club.example/sitemap/1.xml</loc>
                <lastmod>2025-03-04T05:33:19Z</lastmod>
              </sitemap>
              <sitemap>
                <loc>https://club.example/sitemap/2.xml</loc>
                <lastmod>2025-03-04T05:33:20Z</lastmod>
              </sitemap>
            </sitemapindex>

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(rendered["/sitemap.xml"].Span));
        Assert.InRange(rendered["/sitemap/1.xml"].Length, 1, 50_000_000);
        Assert.Equal(SiteMap.MaxPages, XDocument.Parse(Encoding.UTF8.GetString(rendered["/sitemap/1.xml"].Span)).Root!.Elements(Names + "url").Count());
    }

    [Fact]
    public void LeavesAnAddressOut_ThatIsLongerThanAListMayHold()
    {
        var current = new SiteSnapshot(FolderOf.Site().Site, FolderOf.Moment(Now));
        // With the site's own 20 characters the first is as long as may be.
        var pages = new[] { 2026, 2027 }.Select(length => new RenderPlan("/" + new string('a', length), MediaType.Html, FolderOf.Moment(Now), [], () => default));
        var list = SiteMap.Render(current, pages).Single(rendering => rendering.Path == "/sitemap.xml").Bytes();

        Assert.Equal(["https://club.example/" + new string('a', 2026)], XDocument.Parse(Encoding.UTF8.GetString(list.Span)).Descendants(Names + "loc").Select(address => address.Value));
    }
}
