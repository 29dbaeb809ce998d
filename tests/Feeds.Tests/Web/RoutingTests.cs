using System.Collections.Frozen;
using System.Net.Sockets;
using System.Text;
using Feeds.Model;
using Feeds.Pages;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What is sent for the other methods and for addresses at which nothing is (RFC 9110 §9, §15).</summary>
public sealed class RoutingTests(ServedBytes server) : IClassFixture<ServedBytes>
{
    [Theory]
    [InlineData("POST", "/atom.xml")]
    [InlineData("PUT", "/calendar.ics")]
    [InlineData("DELETE", "/")]
    [InlineData("PATCH", "/atom.xml")]
    [InlineData("PROPFIND", "/calendar.ics")]
    [InlineData("POST", "/health/live")]
    public async Task NamesTheMethods_WhenAnotherIsUsed(string method, string path)
    {
        var answer = await server.AskAsync(method, path);

        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, HEAD, OPTIONS", answer["Allow"]);
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("/atom.xml")]
    [InlineData("/calendar.ics")]
    [InlineData("/")]
    public async Task NamesTheMethods_WhenAskedForThem(string path)
    {
        var answer = await server.AskAsync("OPTIONS", path, "Origin: https://reader.example", "Access-Control-Request-Method: GET");

        Assert.Equal(204, answer.Status);
        Assert.Equal(
            [
                "Access-Control-Allow-Headers: If-None-Match, If-Modified-Since",
                "Access-Control-Allow-Methods: GET, HEAD, OPTIONS",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Max-Age: 86400",
                "Allow: GET, HEAD, OPTIONS",
            ],
            answer.Fields);
    }

    [Theory]
    [InlineData("/no-such.xml")]
    [InlineData("/atom.xml/")]
    [InlineData("/ATOM.XML")]
    [InlineData("/posts")]
    [InlineData("/posts/")]
    [InlineData("/site.yaml")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/posts/%EF%BF%BD/")]
    public async Task SaysThatNothingIsThere_WhenNothingIs(string path)
    {
        string[] fields = ["Cache-Control: public, max-age=10", "Content-Length: 11", "Content-Type: text/plain; charset=utf-8", "Vary: Accept", "X-Content-Type-Options: nosniff"];
        var get = await server.AskAsync("GET", path);
        var head = await server.AskAsync("HEAD", path);

        Assert.Equal(fields, get.Fields);
        Assert.Equal((404, "Not found.\n"), (get.Status, get.Text));
        Assert.Equal(fields, head.Fields);
        Assert.Equal((404, ""), (head.Status, head.Text));
    }

    [Theory]
    [InlineData("GET", "text/html,application/xhtml+xml,*/*;q=0.8", true)]
    [InlineData("HEAD", "text/html", true)]
    [InlineData("POST", "text/html", true)]
    [InlineData("GET", "application/rss+xml, TEXT/HTML;q=0.1", true)]
    [InlineData("GET", "text/html;q=0", false)]
    [InlineData("GET", "*/*", false)]
    [InlineData("GET", "text/calendar", false)]
    public async Task ShowsAPage_WhenABrowserAsksForNothing(string method, string accept, bool isPage)
    {
        await using var site = await ServedFeeds.StartAsync();
        var answer = await site.AskAsync(method, "/no/such/page", $"Accept: {accept}", "If-None-Match: *");
        var page = site.Publication.Find("/404.html")!.Identity.ToArray();

        Assert.Equal(404, answer.Status);
        Assert.Equal(
            isPage
                ? ["Cache-Control: public, max-age=10", $"Content-Length: {page.Length}", $"Content-Security-Policy: default-src 'none'; script-src {Page.ScriptSource}; style-src 'self'; img-src * data:; media-src *; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; form-action 'none'; base-uri 'none'; frame-ancestors 'none'", "Content-Type: text/html; charset=utf-8", "Vary: Accept", "X-Content-Type-Options: nosniff"]
                : ["Cache-Control: public, max-age=10", "Content-Length: 11", "Content-Type: text/plain; charset=utf-8", "Vary: Accept", "X-Content-Type-Options: nosniff"],
            answer.Fields);
        if (method == "HEAD") Assert.Empty(answer.Body);
        else Assert.Equal(isPage ? page : "Not found.\n"u8.ToArray(), answer.Body);
    }

    [Theory]
    [InlineData("/posts/%C4%8Desko%20a%20%C5%A1v%C3%BDcarsko", "/posts/%C4%8Desko%20a%20%C5%A1v%C3%BDcarsko/")]
    [InlineData("/feed", "/atom.xml")]
    [InlineData("/feed?format=atom", "/atom.xml")]
    [InlineData("/old", "https://elsewhere.example/new")]
    public async Task LeadsOn_WhenTheAddressMoved(string path, string target)
    {
        string[] fields = ["Cache-Control: public, max-age=86400", "Content-Length: 0", $"Location: {target}"];
        foreach (var method in (string[])["GET", "HEAD"])
        {
            var answer = await server.AskAsync(method, path, "Host: somewhere.example");

            Assert.Equal(308, answer.Status);
            Assert.Equal(fields, answer.Fields);
            Assert.Empty(answer.Body);
        }
    }

    [Theory]
    [InlineData("GET /atom.xml HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK")]
    [InlineData("HEAD /atom.xml HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK")]
    [InlineData("GET /atom.xml HTTP/1.0\r\nIf-None-Match: *\r\n\r\n", "HTTP/1.1 304 Not Modified")]
    [InlineData("GET http://bytes.example/atom.xml HTTP/1.1\r\nHost: bytes.example\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK")]
    [InlineData("GET /posts/česko%20a%20švýcarsko/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 204 No Content")]
    [InlineData("GET // HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 404 Not Found")]
    [InlineData("GET /%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 404 Not Found")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET /atom.xml HTTP/1.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    public async Task AnswersOddRequests_WithAStatus(string request, string statusLine) =>
        Assert.Equal(statusLine, (await RawAsync(request)).Split("\r\n")[0]);

    [Fact]
    public async Task SendsTheWholeBodyAndCloses_ToHttp10() =>
        Assert.EndsWith("\r\n\r\n" + ServedBytes.Text, await RawAsync("GET /atom.xml HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("GET", 200, "OK\n")]
    [InlineData("HEAD", 200, "")]
    public async Task IsHealthy_OncePublished(string method, int status, string text)
    {
        foreach (var path in (string[])["/health/live", "/health/ready"])
        {
            var answer = await server.AskAsync(method, path);

            Assert.Equal((status, text), (answer.Status, answer.Text));
            Assert.Equal(["Cache-Control: no-store", "Content-Length: 3", "Content-Type: text/plain; charset=utf-8", "X-Content-Type-Options: nosniff"], answer.Fields);
        }
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>A server before anything is published.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task WaitsForTheFirstPublication_AndIsNotReadyBefore()
    {
        var stop = TestContext.Current.CancellationToken;
        var current = new CurrentPublication();
        await using var app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(Instant.FromUtc(2026, 1, 1, 0, 0)));
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = FeedsHost.ListeningAddress(app), Timeout = Patience.Limit };

        var early = client.GetStringAsync("/atom.xml", stop);
        using var live = await client.GetAsync("/health/live", stop);
        using var notReady = await client.GetAsync("/health/ready", stop);
        Assert.False(early.IsCompleted);
        current.Swap(ServedBytes.Publication(until: null));
        using var ready = await client.GetAsync("/health/ready", stop);

        Assert.Equal((200, "OK\n"), ((int)live.StatusCode, await live.Content.ReadAsStringAsync(stop)));
        Assert.Equal((503, "Not ready.\n"), ((int)notReady.StatusCode, await notReady.Content.ReadAsStringAsync(stop)));
        Assert.Equal((200, "OK\n"), ((int)ready.StatusCode, await ready.Content.ReadAsStringAsync(stop)));
        Assert.Equal(ServedBytes.Text, await early);
    }
}

/// <summary>A site that stands below a path of its host, behind a proxy that takes the path off or leaves it.</summary>
public sealed class SiteBelowAPathTests
{
    [Theory]
    [InlineData("/atom.xml", 200, null)]
    [InlineData("/group/atom.xml", 200, null)]
    [InlineData("/", 200, null)]
    [InlineData("/group/", 200, null)]
    [InlineData("/group", 308, "/group/")]
    [InlineData("/posts/a", 308, "/group/posts/a/")]
    [InlineData("/group/posts/a", 308, "/group/posts/a/")]
    [InlineData("/feed", 308, "/group/atom.xml")]
    [InlineData("/group/feed", 308, "/group/atom.xml")]
    [InlineData("/groups/atom.xml", 404, null)]
    public async Task IsFound_WithItsPathAndWithout(string path, int status, string? location)
    {
        var stop = TestContext.Current.CancellationToken;
        var settings = new SiteSettings
        {
            Title = "Below",
            Url = new Uri("https://below.example/group/"),
            Redirects = new Dictionary<string, string>(StringComparer.Ordinal) { ["/feed"] = "/atom.xml" }.ToFrozenDictionary(StringComparer.Ordinal),
        };
        var representations = ((string[])["/", "/atom.xml", "/posts/a/"]).Select(address => new Representation(new RenderPlan(address, MediaType.Html, Instant.FromUtc(2024, 1, 1, 0, 0), [], () => "x"u8.ToArray()), Instant.MaxValue, before: null));
        var current = new CurrentPublication();
        current.Swap(new Publication(new Site(settings, [], [], [], FrozenDictionary<string, SiteFile>.Empty, FrozenDictionary<string, DocumentIdentity>.Empty), representations.ToFrozenDictionary(representation => representation.Path, StringComparer.Ordinal), Until: null));
        await using var app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(Instant.FromUtc(2026, 1, 1, 0, 0)));
        await app.StartAsync(stop);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = FeedsHost.ListeningAddress(app) };
        using var answer = await client.GetAsync(path, stop);

        Assert.Equal((status, location), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}
