using System.Net;
using System.Text;
using Feeds.Model;
using Feeds.Web;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What a live preview sends besides what is published.</summary>
public sealed class LivePreviewTests : IAsyncLifetime
{
    private static readonly Instant Now = FolderOf.Moment("2026-01-01T00:00:00Z");
    private static readonly Diagnostic Mistake = new("posts/b.md", 3, Severity.Error, "'date' (soon) is not a date");
    private static readonly Diagnostic Hint = new("posts/b.md", 1, Severity.Warning, "there is no title");

    private readonly CurrentPublication current = new();
    private readonly PublicationLog log = new();
    private WebApplication? app;
    private HttpClient? client;

    private HttpClient Client => client!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        current.Swap(FolderOf.Published("2026-01-01T00:00:00Z", ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nText.\n")));
        Publish(Now);
        app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(Now), live: log);
        await app.StartAsync(Stop);
        client = new HttpClient { BaseAddress = FeedsHost.ListeningAddress(app) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "/", 200)]
    [InlineData("/posts/a/", "/posts/a/", 200)]
    [InlineData("/nothing/", "/404.html", 404)]
    public async Task AddsAScript_BelowThePage(string path, string rendered, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        using var response = await Client.SendAsync(request, Stop);
        var (text, plain) = (await response.Content.ReadAsStringAsync(Stop), Encoding.UTF8.GetString(current.Value!.Find(rendered)!.Identity.Span));
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith(plain + "<script data-version=\"", text, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'; script-src 'sha256-", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/atom.xml")]
    [InlineData("/calendar.ics")]
    [InlineData("/style.css")]
    public async Task AddsNothing_ToWhatIsNoPage(string path) =>
        Assert.Equal(current.Value!.Find(path)!.Identity.ToArray(), await Client.GetByteArrayAsync(path, Stop));

    [Theory]
    [InlineData("/")]
    [InlineData("/atom.xml")]
    [InlineData("/nothing/")]
    [InlineData("/posts/a")]
    public async Task IsNotCached_ByBrowsers(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("If-None-Match", "*");
        request.Headers.Add("Accept-Encoding", "br");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var direct = new HttpClient(handler) { BaseAddress = Client.BaseAddress };
        using var response = await direct.SendAsync(request, Stop);

        Assert.NotEqual(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
        Assert.Null(response.Content.Headers.LastModified);
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task AnnouncesTheLength_ToHead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var response = await Client.SendAsync(request, Stop);

        Assert.Equal((await Client.GetByteArrayAsync("/", Stop)).Length, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task SendsErrors_ThenAReload()
    {
        Publish(Now + Duration.FromSeconds(1), Mistake, Hint);
        using var events = await EventsAsync(VersionIn(await Client.GetStringAsync("/", Stop)));

        Assert.Equal(["event: errors", "data: posts/b.md:3: error: 'date' (soon) is not a date", ""], await LinesAsync(events, 3));
        log.Looked("the content folder is gone");
        Assert.Equal(["event: errors", "data: the content folder is gone", "data: posts/b.md:3: error: 'date' (soon) is not a date", ""], await LinesAsync(events, 4));
        Publish(Now + Duration.FromSeconds(2));
        Assert.Equal(["event: reload", "data: ", "", null], await LinesAsync(events, 4));
    }

    [Fact]
    public async Task Reloads_APageOfBefore()
    {
        var version = VersionIn(await Client.GetStringAsync("/", Stop));
        Publish(Now + Duration.FromSeconds(1));
        using var events = await EventsAsync(version);

        Assert.Equal("event: reload", await events.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task LetsTheServerStop_WhilePagesAreOpen()
    {
        using var events = await EventsAsync(VersionIn(await Client.GetStringAsync("/", Stop)));
        await LinesAsync(events, 3);

        await app!.StopAsync(Stop);

        Assert.Null(await events.ReadLineAsync(Stop));
    }

    private void Publish(Instant at, params Diagnostic[] diagnostics) =>
        log.Published(new PublicationNote(at, Duration.Zero, PublicationReason.Change, []), [.. diagnostics], []);

    private async Task<StreamReader> EventsAsync(string version)
    {
        var response = await Client.GetAsync("/.live?" + version, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
    }

    private static async Task<string?[]> LinesAsync(StreamReader events, int count)
    {
        var lines = new string?[count];
        for (var at = 0; at < count; at++) lines[at] = await events.ReadLineAsync(Stop);
        return lines;
    }

    private static string VersionIn(string page) => page.Split("data-version=\"")[1].Split('"')[0];
}
