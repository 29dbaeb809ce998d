using System.Text;
using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Tests.Watching;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Feeds.Web.Watching;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What is measured, under which names and units and with which values.</summary>
public sealed class FeedsMetricsTests
{
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\n---\n";

    private static readonly int Octets = Encoding.UTF8.GetByteCount(ServedBytes.Text);

    public static TheoryData<string, string, string, string, int, bool> Answers => new()
    {
        { "GET", "/atom.xml", "X-Nothing: 1", "feed", 200, true },
        { "HEAD", "/rss.xml", "X-Nothing: 1", "feed", 200, false },
        { "GET", "/feed.json", $"If-None-Match: \"{ServedBytes.Tag}\"", "feed", 304, false },
        { "GET", "/calendar.ics", "X-Nothing: 1", "calendar", 200, true },
        { "GET", "/", "X-Nothing: 1", "page", 200, true },
        { "GET", "/style.css", "X-Nothing: 1", "file", 200, true },
        { "GET", "/events/setk%C3%A1n%C3%AD%20%C4%8D.%201.ics", $"If-None-Match: \"{ServedBytes.Tag}\"", "calendar", 304, false },
        { "GET", "/feed", "X-Nothing: 1", "other", 308, false },
        { "POST", "/atom.xml", "X-Nothing: 1", "feed", 405, false },
        { "BREW", "/atom.xml", "X-Nothing: 1", "feed", 405, false },
        { "OPTIONS", "/nothing", "X-Nothing: 1", "other", 404, false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task MeasuresEachAnswer(string method, string path, string field, string kind, int status, bool isWhole)
    {
        using var measured = new Measured(new PublicationLog());
        await using var server = await ObservedServer.StartAsync(measured.Metrics);
        var answer = await server.AskAsync(method, path, field);
        var octets = isWhole ? Octets : answer.Body.Length;

        Assert.Equal(status, answer.Status);
        Assert.Equal(
            FormattableString.Invariant($"http.server.response.body.size {octets} By feeds.representation.kind={kind} http.request.method={(method == "BREW" ? "_OTHER" : method)} http.response.status_code={status} url.scheme=http"),
            await measured.NextAsync());
    }

    [Fact]
    public async Task MeasuresPublications_AndWhatIsWrong()
    {
        await using var site = new Watched();
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml);
        site.Disk.Write("content/posts/a.md", Post + "Hello.\n");
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2026-01-01 02:00:00\n---\nHello.\n");
        site.Disk.Write("content/posts/c.md", "---\ntitle: C\n---\nHello.\n");
        // It looks when it is asked, and at no other time.
        site.Start(WatchMode.Off);
        site.Disk.Write("content/posts/b.md", "---\ndate: 2025-03-05\n---\nHello.\n");
        site.ReadAgain();
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        Directory.Move(site.Disk.At("content"), site.Disk.At("away"));
        site.ReadAgain();
        await site.LoggedAsync($"Error: no content folder at {site.Disk.At("content")}; the last good version is served");
        site.Measured.Observe();

        Assert.Equal(
            [
                "feeds.lock.writes 1 {write}",
                "feeds.publication.duration some s feeds.publication.reason=start",
                "feeds.lock.writes 1 {write}",
                "feeds.publication.duration some s feeds.publication.reason=change",
                "feeds.publication.duration some s error.type=System.IO.DirectoryNotFoundException",
                "feeds.diagnostics 1 {diagnostic} feeds.diagnostic.severity=error",
                "feeds.diagnostics 1 {diagnostic} feeds.diagnostic.severity=warning",
            ],
            site.Measured.Lines);
    }

    [Fact]
    public async Task MeasuresALockThatCannotBeWritten()
    {
        await using var site = new Watched();
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml);
        site.Disk.Write("content/posts/a.md", Post + "Hello.\n");
        // What is in its place is no file.
        site.Disk.Write("content/feeds.lock/in-the-way", "");
        site.Start(WatchMode.Off);

        Assert.Equal(["feeds.lock.writes 1 {write} error.type=System.UnauthorizedAccessException", "feeds.publication.duration some s feeds.publication.reason=start"], site.Measured.Lines);
    }

    [Fact]
    public void MeasuresEachSource()
    {
        var (log, at) = (new PublicationLog(), Instant.FromUtc(2026, 1, 1, 0, 0));
        using var measured = new Measured(log);
        var partner = new SourceStatus(new SourceSettings("a", "https://a.example/", "sources/a.ics"), 3, at, Problem: null);
        var missing = new SourceStatus(new SourceSettings("b", null, "b.ics"), 0, Good: null, "there is no b.ics");
        log.Published(new PublicationNote(at, Duration.Zero, PublicationReason.Start, []), [], [partner, missing]);
        measured.Observe();

        Assert.Equal(
            [
                "feeds.source.entries 0 {entry} feeds.source.name=b",
                "feeds.source.entries 3 {entry} feeds.source.name=a",
                "feeds.source.last_fetched 1767225600 s feeds.source.name=a",
                "feeds.source.problems 0 {problem} feeds.source.name=a",
                "feeds.source.problems 1 {problem} feeds.source.name=b",
            ],
            measured.Lines.Where(line => line.StartsWith("feeds.source.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(202, "http.response.status_code=202")]
    [InlineData(410, "error.type=410 http.response.status_code=410")]
    public async Task MeasuresWhatHubsAnswer(int status, string tags)
    {
        await using var hub = await FakeHub.StartAsync();
        await using var site = new Watched();
        hub.Answer(status);
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml + $"hubs: [\"{hub.Address}\"]\n");
        site.Disk.Write("content/posts/a.md", Post + "Hello.\n");
        site.Start();
        site.Disk.Write("content/posts/a.md", Post + "Goodbye.\n");
        var measured = "";
        while (!measured.StartsWith("feeds.hub.pings ", StringComparison.Ordinal)) measured = await site.Measured.NextAsync();

        Assert.Equal(FormattableString.Invariant($"feeds.hub.pings 1 {{ping}} {tags} server.address=127.0.0.1 server.port={hub.Address.Port}"), measured);
    }

    [Fact]
    public void TakesNothing_WhileNobodyListens()
    {
        using var metrics = new FeedsMetrics(new PublicationLog());

        Assert.False(new RequestObserver(metrics).IsActive);
    }
}
