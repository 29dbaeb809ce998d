using System.Text.Json;
using System.Xml.Linq;
using Feeds.Content;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Where the hubs of <c>site.yaml</c> are named (WebSub §4).</summary>
public sealed class HubLinkTests
{
    private const string SiteYaml = "title: Club\nurl: https://klub-á.example/sk/\nhubs: [https://hub.example/, 'https://rozbočovač.example/ping?a=<b>']\n";
    private const string First = "https://hub.example/";
    private const string Second = "https://xn--rozboova-obbd.example/ping?a=%3Cb%3E";

    [Theory]
    [InlineData("GET", "")]
    [InlineData("HEAD", "")]
    [InlineData("GET", "*")]
    [InlineData("HEAD", "*")]
    public async Task AreInTheHeader_OfEveryFeed(string method, string ifNoneMatch)
    {
        var stop = TestContext.Current.CancellationToken;
        var current = new CurrentPublication();
        current.Swap(Published());
        await using var app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(FolderOf.Moment("2026-01-01T00:00:00Z")));
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = FeedsHost.ListeningAddress(app) };
        foreach (var path in (string[])["/atom.xml", "/rss.xml", "/feed.json", "/calendar.ics", "/"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            Assert.True(request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch));
            using var response = await client.SendAsync(request, stop);
            string[] expected = path is "/calendar.ics" or "/" ? [] : [$"<https://{Host}/sk{path}>; rel=\"self\"", $"<{First}>; rel=\"hub\"", $"<{Second}>; rel=\"hub\""];

            Assert.Equal(ifNoneMatch.Length > 0 ? 304 : 200, (int)response.StatusCode);
            Assert.Equal(expected, response.Headers.TryGetValues("Link", out var links) ? links : []);
        }
    }

    [Fact]
    public void AreInTheBody_OfEveryFormat()
    {
        var feeds = Published().Representations;
        var atom = XDocument.Load(new MemoryStream(feeds["/atom.xml"].Identity.ToArray())).Root!.Elements(Atom + "link");
        var rss = XDocument.Load(new MemoryStream(feeds["/rss.xml"].Identity.ToArray())).Root!.Element("channel")!.Elements(Atom + "link");
        using var json = JsonDocument.Parse(feeds["/feed.json"].Identity);

        Assert.Equal([$"https://{Host}/sk/atom.xml"], Hrefs(atom, "self"));
        Assert.Equal([First, Second], Hrefs(atom, "hub"));
        Assert.Equal([$"https://{Host}/sk/rss.xml"], Hrefs(rss, "self"));
        Assert.Equal([First, Second], Hrefs(rss, "hub"));
        Assert.Equal($"https://{Host}/sk/feed.json", json.RootElement.GetProperty("feed_url").GetString());
        Assert.Equal([First, Second], json.RootElement.GetProperty("hubs").EnumerateArray().Select(hub => hub.GetProperty("url").GetString()));
    }

    [Theory]
    [InlineData("hubs: https://hub.example/", "https://hub.example/", "")]
    [InlineData("hubs: [https://a.example/, http://b.example/x, https://a.example]", "https://a.example/ http://b.example/x", "")]
    [InlineData("hubs: []", "", "")]
    [InlineData("hubs:", "", "")]
    [InlineData("hubs:\n  - https://a.example/\n  - ftp://b.example/", "https://a.example/", "site.yaml:5: error: 'hubs' (ftp://b.example/) is not a valid address; write one such as https://hub.example/")]
    [InlineData("hubs: /hub", "", "site.yaml:3: error: 'hubs' (/hub) is not a valid address; write one such as https://hub.example/")]
    [InlineData("hubs: { url: https://a.example/ }", "", "site.yaml:3: error: 'hubs' (a list or a map) is not a valid address; write one such as https://hub.example/")]
    public void AreReadFromTheSettings(string lines, string hubs, string diagnostics)
    {
        var reading = SiteReader.Read(FolderOf.Files(("site.yaml", $"title: Club\nurl: https://club.example/\n{lines}\n")), FolderOf.Listening, previous: null);

        Assert.Equal(hubs, string.Join(' ', reading.Site.Settings.Hubs));
        Assert.Equal(diagnostics, string.Join('\n', reading.Diagnostics));
    }

    private const string Host = "xn--klub--1qa.example";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static IEnumerable<string> Hrefs(IEnumerable<XElement> links, string relation) =>
        links.Where(link => (string?)link.Attribute("rel") == relation).Select(link => (string)link.Attribute("href")!);

    private static Publication Published()
    {
        var site = SiteReader.Read(FolderOf.Files(("site.yaml", SiteYaml), ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nA.\n")), FolderOf.Listening, previous: null).Site;
        return Publication.Render(site, FolderOf.Moment("2026-01-01T00:00:00Z"), previous: null);
    }
}
