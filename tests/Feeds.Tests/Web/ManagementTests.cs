using System.Net.Sockets;
using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>The status page: only on the management address, whatever a request says.</summary>
public sealed class ManagementTests
{
    private static readonly Publication Site = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", "---\ntitle: First\ndate: 2025-03-04\n---\nHello.\n"));

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: {management}\r\n")]
    [InlineData("GET http://{management}/ HTTP/1.1\r\nHost: {management}\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: {management}\r\nX-Forwarded-For: 127.0.0.1\r\nForwarded: for=127.0.0.1;host={management}\r\n")]
    public async Task AnswersWithTheHomePage_WhateverThePublicListenerIsAskedBy(string request)
    {
        await using var site = await ManagedSite.StartAsync(Site);
        var answer = await ManagedSite.RawAsync(site.Public, Filled(request, site));

        Assert.EndsWith("\r\n\r\n" + System.Text.Encoding.UTF8.GetString(Site.Find("/")!.Identity.Span), answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /status.css HTTP/1.1\r\nHost: {management}\r\n")]
    [InlineData("GET http://{management}/status.css HTTP/1.1\r\nHost: {management}\r\n")]
    [InlineData("GET /status HTTP/1.1\r\nHost: {management}\r\n")]
    public async Task Returns404_ForTheStatusPageOnThePublicListener(string request)
    {
        await using var site = await ManagedSite.StartAsync(Site);

        Assert.Equal("HTTP/1.1 404 Not Found", (await ManagedSite.RawAsync(site.Public, Filled(request, site))).Split("\r\n")[0]);
    }

    [Theory]
    [InlineData("GET", "/", "{management}", 200)]
    [InlineData("HEAD", "/", "{management}", 200)]
    [InlineData("GET", "/", "localhost", 200)]
    [InlineData("GET", "/", "[::1]:5002", 200)]
    [InlineData("GET", "/status.css", "localhost:5002", 200)]
    [InlineData("GET", "/health/live", "localhost", 200)]
    [InlineData("HEAD", "/health/ready", "localhost", 200)]
    [InlineData("POST", "/", "localhost", 405)]
    [InlineData("DELETE", "/health/live", "localhost", 405)]
    [InlineData("OPTIONS", "/", "localhost", 204)]
    [InlineData("GET", "/atom.xml", "localhost", 404)]
    [InlineData("GET", "/calendar.ics", "localhost", 404)]
    [InlineData("GET", "/posts/first/", "localhost", 404)]
    [InlineData("GET", "/robots.txt", "localhost", 404)]
    [InlineData("GET", "/", "club.example", 421)]
    [InlineData("GET", "/", "rebound.example:5002", 421)]
    [InlineData("GET", "/health/live", "rebound.example", 421)]
    [InlineData("GET", "http://rebound.example/", "rebound.example", 421)]
    public async Task AnswersOnlyUnderLocalNames_OnTheManagementListener(string method, string target, string host, int status)
    {
        await using var site = await ManagedSite.StartAsync(Site);
        var answer = await ManagedSite.RawAsync(site.Management, Filled($"{method} {target} HTTP/1.1\r\nHost: {host}\r\n", site));
        var (head, body) = (answer.Split("\r\n\r\n")[0], answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);

        Assert.StartsWith(FormattableString.Invariant($"HTTP/1.1 {status} "), head, StringComparison.Ordinal);
        Assert.Equal((true, true), (head.Contains("\r\nCache-Control: no-store", StringComparison.Ordinal), head.Contains("\r\nContent-Security-Policy: default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'", StringComparison.Ordinal)));
        Assert.Equal(method is "HEAD" or "OPTIONS" || status == 405, body.Length == 0);
    }

    [Fact]
    public async Task IsThere_BeforeAnythingIsPublished()
    {
        await using var site = await ManagedSite.StartAsync(null);

        Assert.Equal("HTTP/1.1 200 OK", (await ManagedSite.RawAsync(site.Management, Filled("GET / HTTP/1.1\r\nHost: localhost\r\n", site))).Split("\r\n")[0]);
        Assert.Equal("HTTP/1.1 503 Service Unavailable", (await ManagedSite.RawAsync(site.Management, Filled("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n", site))).Split("\r\n")[0]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5002", true)]
    [InlineData("http://127.8.9.1:5002", true)]
    [InlineData("http://[::1]:5002", true)]
    [InlineData("http://LocalHost:5002", true)]
    [InlineData("http://unix:/run/feeds/status.sock", true)]
    [InlineData("http://0.0.0.0:5002", false)]
    [InlineData("http://[::]:5002", false)]
    [InlineData("http://*:5002", false)]
    [InlineData("http://+:5002", false)]
    [InlineData("http://192.0.2.7:5002", false)]
    [InlineData("http://elsewhere.example:5002", false)]
    [InlineData("http://localhost.example:5002", false)]
    [InlineData("https://127.0.0.1:5002", false)]
    [InlineData("http://127.0.0.1:5002/status", false)]
    [InlineData("", false)]
    public void ListensOnlyWhereThisMachineReachesIt(string url, bool isAllowed) => Assert.Equal(isAllowed, ManagementHost.CanListenAt(url));

    [Fact]
    public async Task ListensAgain_WhereAServerThatWasKilledLeftItsSocket()
    {
        using var folder = new TempFolder();
        // Moved away from the name under which the socket would delete it in the end, as a killed process does not.
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            killed.Bind(new UnixDomainSocketEndPoint(folder.At("before.sock")));
            killed.Listen();
            File.Move(folder.At("before.sock"), folder.At("status.sock"));
        }

        folder.Write("file", "");
        Assert.True(File.Exists(folder.At("status.sock")));
        StaleSocket.Clear(folder.At("status.sock"));
        Assert.Equal(["file"], folder.Files());

        await using var first = ManagementHost.Build($"http://unix:{folder.At("status.sock")}", Endpoint(), NullLoggerFactory.Instance);
        await first.StartAsync(TestContext.Current.CancellationToken);
        await using var second = ManagementHost.Build($"http://unix:{folder.At("status.sock")}", Endpoint(), NullLoggerFactory.Instance);
        await Assert.ThrowsAsync<IOException>(() => second.StartAsync(TestContext.Current.CancellationToken));
    }

    private static ManagementEndpoint Endpoint() => new(new CurrentPublication(), new PublicationLog(), new PollStatistics(), new FixedClock(Instant.FromUtc(2026, 1, 1, 0, 0)));

    [Fact]
    public async Task ShowsWhatHappened_WithEverythingHostileAsText()
    {
        await using var site = await ManagedSite.StartAsync(Site);
        var at = Instant.FromUtc(2026, 1, 1, 0, 0);
        site.PublicationLog.Published(
            new PublicationNote(at, Duration.FromMilliseconds(1234), PublicationReason.Change, ["/a", "/b", "/c", "/<script>"]),
            [new Diagnostic("posts/a.md", 3, Severity.Error, "'date' (<script>alert(1)</script>) is none")],
            [
                new SourceStatus(new SourceSettings("partner", "https://partner.example/", "sources/partner.ics"), 1234, at - Duration.FromDays(2), "no <i>name</i>"),
                new SourceStatus(new SourceSettings("blog", "https://blog.example/", "sources/blog.xml") { IsFeed = true }, 1, Good: null, Problem: null),
                new SourceStatus(new SourceSettings("own", null, "own.ics"), 0, Good: null, Problem: null),
            ]);
        site.PublicationLog.Looked("no <b>folder</b>");
        using var client = new HttpClient { BaseAddress = site.Public };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "<img src=x onerror=alert(1)>/1.0 (7 subscribers)");
        await client.GetByteArrayAsync("/atom.xml", TestContext.Current.CancellationToken);

        // An answer is counted once it is sent, and before the next request of its connection is read.
        await client.GetByteArrayAsync("/health/live", TestContext.Current.CancellationToken);
        var page = await ManagedSite.RawAsync(site.Management, Filled("GET / HTTP/1.1\r\nHost: localhost\r\n", site));

        Assert.All((string[])["<script", "<img", "<b>", "<i>", "onclick", "http://", "https://"], hostile => Assert.DoesNotContain(hostile, page, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            (string[])["1,234 events", "30 Dec", "no &lt;i&gt;name", "1 post<", "never", "0 events", "1,234 ms", "4 addresses", "posts/a.md:3", "&lt;script&gt;alert(1)&lt;", "no &lt;b&gt;folder", "&lt;img src=x onerror=alert", ">7<"],
            shown => Assert.Contains(shown, page, StringComparison.Ordinal));
    }

    private static string Filled(string request, ManagedSite site) => request.Replace("{management}", site.Management.Authority, StringComparison.Ordinal) + "Connection: close\r\n\r\n";
}
