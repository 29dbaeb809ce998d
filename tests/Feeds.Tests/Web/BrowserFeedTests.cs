using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Feeds opened in a browser: the same bytes, under a name that it shows as a page.</summary>
public sealed class BrowserFeedTests : IAsyncLifetime
{
    private ServedFeeds? server;

    public async ValueTask InitializeAsync() => server = await ServedFeeds.StartAsync(
        ("site.yaml", FolderOf.SiteYaml + "feed: { entries: 1 }\n"),
        Published.Post("a", "2025-01-01", "tags: [one, two]\n"),
        Published.Post("b", "2025-01-02", "tags: [one, two]\n"));

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    [Theory]
    [InlineData("/atom.xml", "application/atom+xml; charset=utf-8", "application/xml; charset=utf-8")]
    [InlineData("/rss.xml", "application/rss+xml; charset=utf-8", "application/xml; charset=utf-8")]
    [InlineData("/feed.json", "application/feed+json; charset=utf-8", "application/feed+json; charset=utf-8")]
    [InlineData("/tags/one/atom.xml", "application/atom+xml; charset=utf-8", "application/xml; charset=utf-8")]
    [InlineData("/tags/one+two/rss.xml", "application/rss+xml; charset=utf-8", "application/xml; charset=utf-8")]
    [InlineData("/archive/1/atom.xml", "application/atom+xml; charset=utf-8", "application/xml; charset=utf-8")]
    [InlineData("/style.css", "text/css; charset=utf-8", "text/css; charset=utf-8")]
    [InlineData("/", "text/html; charset=utf-8", "text/html; charset=utf-8")]
    public async Task HasAnotherName_OnlyWhereABrowserOpensIt(string path, string mediaType, string inBrowser)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            var reader = await server!.AskAsync(method, path);
            var browser = await server.AskAsync(method, path, "Sec-Fetch-Dest: document");
            var script = await server.AskAsync(method, path, "Sec-Fetch-Dest: empty");

            Assert.Equal((mediaType, inBrowser, mediaType), (reader["Content-Type"], browser["Content-Type"], script["Content-Type"]));
            Assert.Equal(reader.Body, browser.Body);
            Assert.Equal(reader.Fields.Where(field => !field.StartsWith("Content-Type:", StringComparison.Ordinal)), browser.Fields.Where(field => !field.StartsWith("Content-Type:", StringComparison.Ordinal)));
            Assert.Equal(304, (await server.AskAsync(method, path, "Sec-Fetch-Dest: document", $"If-None-Match: {reader["ETag"]}")).Status);
        }
    }
}
