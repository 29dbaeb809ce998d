using Feeds.Web;
using Feeds.Web.Serving;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What is answered at the root of a site whose pages another generator makes.</summary>
public sealed class PagesElsewhereServerTests
{
    private const string Elsewhere = "posts: { permalink: 'https://notes.example/{slug}/' }\n";

    [Theory]
    [InlineData("", Elsewhere, "/", 307, "/feeds/")]
    [InlineData("", Elsewhere, "/subscribe/", 307, "/feeds/subscribe/")]
    [InlineData("", Elsewhere, "/feeds/", 200, null)]
    [InlineData("", Elsewhere, "/feeds", 308, "/feeds/")]
    [InlineData("", Elsewhere, "/feeds/style.css", 200, null)]
    [InlineData("", Elsewhere, "/style.css", 404, null)]
    [InlineData("", Elsewhere, "/nothing", 404, null)]
    [InlineData("", "pages: none\n", "/", 307, "/feeds/")]
    [InlineData("", Elsewhere + "redirects: { /: https://notes.example/ }\n", "/", 308, "https://notes.example/")]
    [InlineData("", Elsewhere + "pages: all\n", "/", 200, null)]
    [InlineData("", "", "/", 200, null)]
    [InlineData("group/", Elsewhere, "/", 307, "/group/feeds/")]
    [InlineData("group/", Elsewhere, "/group/", 307, "/group/feeds/")]
    [InlineData("group/", Elsewhere, "/group", 307, "/group/feeds/")]
    [InlineData("group/", Elsewhere, "/group/feeds/", 200, null)]
    public async Task LeadsToTheFeeds(string below, string yaml, string path, int status, string? location)
    {
        var stop = TestContext.Current.CancellationToken;
        var current = new CurrentPublication();
        current.Swap(FolderOf.Published("2026-01-01T00:00:00Z", ("site.yaml", $"title: Club\nurl: https://club.example/{below}\n{yaml}"), ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n")));
        await using var app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(FolderOf.Moment("2026-01-01T00:00:00Z")));
        await app.StartAsync(stop);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = FeedsHost.ListeningAddress(app) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await client.SendAsync(request, stop);

            Assert.Equal((status, location), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }
}
