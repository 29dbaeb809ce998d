using System.Net;
using System.Text;
using Feeds.Model.Sources;
using Feeds.Web.Pulling;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web.Pulling;

/// <summary>What a pull writes, what it leaves as it was, and where it never goes.</summary>
public sealed class SourcePullerTests : IAsyncLifetime
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

    private static readonly Instant Start = FolderOf.Moment("2026-02-03T04:05:06Z");

    private readonly TempFolder disk = new();
    private readonly SourceClient client = new(IPAddress.IsLoopback, Patience.Limit);
    private FakeHub? started;

    private FakeHub Server => started!;

    public async ValueTask InitializeAsync() => started = await FakeHub.StartAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
        disk.Dispose();
    }

    [Fact]
    public async Task WritesTheFile_AndAsksForChangesAlone()
    {
        Answer(200, Calendar, ("ETag", "\"1\""), ("Last-Modified", "Tue, 03 Feb 2026 00:00:00 GMT"));
        var first = await PullAsync(Start);
        var asked = new List<string>();
        Server.Answers.Enqueue(context =>
        {
            asked.Add($"{context.Request.Headers.IfNoneMatch} {context.Request.Headers.IfModifiedSince} {context.Request.Headers.UserAgent}");
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        var second = await PullAsync(Start + Duration.FromMinutes(15));

        Assert.Equal((PullOutcome.Changed, PullOutcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.StartsWith("\"1\" Tue, 03 Feb 2026 00:00:00 GMT Feeds/", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal(Calendar, Read());
        Assert.Equal(["sources/.gitignore", "sources/.pulled.json", "sources/a.ics"], disk.Files());
    }

    [Fact]
    public async Task AsksForTheWholeFile_WhenItIsAnotherThanWasFetched()
    {
        var asked = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            Server.Answers.Enqueue(context =>
            {
                asked.Add(context.Request.Headers.IfNoneMatch.ToString());
                context.Response.Headers.ETag = "\"1\"";
                context.Response.StatusCode = 200;
                return context.Response.WriteAsync(Calendar);
            });
        }

        await PullAsync(Start);
        // As after a checkout of an older version.
        Write("BEGIN:VCALENDAR\r\nX-OLD:1\r\nEND:VCALENDAR\r\n");
        var again = await PullAsync(Start + Duration.FromHours(1));

        Assert.Equal(["", ""], asked);
        Assert.Equal((PullOutcome.Changed, Calendar), (again.Outcome, Read()));
    }

    [Fact]
    public async Task AsksNobody_WithinAQuarterOfAnHour()
    {
        Answer(200, Calendar);
        await PullAsync(Start);

        var second = await PullAsync(Start + Duration.FromMinutes(14));

        Assert.Equal((PullOutcome.TooEarly, 1), (second.Outcome, Server.Count));
    }

    [Fact]
    public async Task Waits_AsLongAsTheServerAsks()
    {
        Answer(503, "", ("Retry-After", "7200"));
        Write(Calendar);
        await PullAsync(Start);

        var early = await PullAsync(Start + Duration.FromMinutes(119));
        Answer(200, Calendar);
        var late = await PullAsync(Start + Duration.FromMinutes(121));

        Assert.Equal((PullOutcome.TooEarly, PullOutcome.Unchanged), (early.Outcome, late.Outcome));
    }

    [Fact]
    public async Task Waits_AsLongAsTheServerAsks_WithoutAFile()
    {
        Answer(503, "", ("Retry-After", "7200"));
        await PullAsync(Start);

        var early = await PullAsync(Start + Duration.FromMinutes(119));
        Answer(503, "");
        var failed = await PullAsync(Start + Duration.FromMinutes(121));
        Answer(200, Calendar);
        var again = await PullAsync(Start + Duration.FromMinutes(122));

        Assert.Equal((PullOutcome.TooEarly, PullOutcome.Failed, PullOutcome.Changed), (early.Outcome, failed.Outcome, again.Outcome));
    }

    [Theory]
    [InlineData(200, "<!DOCTYPE html><title>Sign in</title>", "it is a page and no calendar")]
    [InlineData(200, "", "it is empty")]
    [InlineData(200, "  \r\n", "it is empty")]
    [InlineData(200, "{}", "it is no calendar")]
    [InlineData(200, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A", "it ends too early")]
    [InlineData(200, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VEV", "it ends too early")]
    [InlineData(404, "gone", "the server answers 404")]
    [InlineData(500, Calendar, "the server answers 500")]
    [InlineData(204, "", "the server answers 204")]
    [InlineData(304, "", "the server answers 304")]
    public async Task KeepsTheLastGoodFile_WhenTheNewOneIsNone(int status, string body, string problem)
    {
        Write("BEGIN:VCALENDAR\r\nX-LAST:GOOD\r\nEND:VCALENDAR\r\n");
        Answer(status, body);

        var pulled = await PullAsync(Start);

        Assert.Equal((PullOutcome.Failed, problem), (pulled.Outcome, pulled.Record.Problem));
        Assert.Contains("X-LAST:GOOD", Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepsTheLastGoodFile_WhenItEndsInTheMiddle()
    {
        Write(Calendar);
        Server.Answers.Enqueue(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("BEGIN:VCALENDAR\r\n", TestContext.Current.CancellationToken);
            await context.Response.Body.FlushAsync(TestContext.Current.CancellationToken);
            context.Abort();
        });

        Assert.Equal(PullOutcome.Failed, (await PullAsync(Start)).Outcome);
        Assert.Equal(Calendar, Read());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task KeepsTheLastGoodFile_WhenTheNewOneIsNotCompressedAsItSays(string coding)
    {
        Write("BEGIN:VCALENDAR\r\nX-LAST:GOOD\r\nEND:VCALENDAR\r\n");
        Answer(200, Calendar, ("Content-Encoding", coding));

        var pulled = await PullAsync(Start);

        Assert.Equal((PullOutcome.Failed, "it is not compressed as it says"), (pulled.Outcome, pulled.Record.Problem));
        Assert.Contains("X-LAST:GOOD", Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopsReading_AFileWithoutAnEnd()
    {
        var chunk = new byte[64 * 1024];
        Server.Answers.Enqueue(async context =>
        {
            context.Response.StatusCode = 200;
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, TestContext.Current.CancellationToken);
        });

        Assert.Equal("it is larger than 5 MiB", (await PullAsync(Start)).Record.Problem);
    }

    [Fact]
    public async Task GivesUp_OnASlowServer()
    {
        Server.Answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var impatient = new SourceClient(IPAddress.IsLoopback, TimeSpan.FromMilliseconds(300));

        Assert.StartsWith("it was not there after", (await PullAsync(Start, impatient, Server.Address.AbsoluteUri)).Record.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "it leads on more than 5 times")]
    public async Task FollowsRedirects_FiveTimes(int redirects, string? problem)
    {
        for (var i = 0; i < redirects; i++) Answer(302, "", ("Location", "/next"));
        Answer(200, Calendar);

        Assert.Equal(problem, (await PullAsync(Start)).Record.Problem);
    }

    [Theory]
    [InlineData("http://10.0.0.1/x.ics", "10.0.0.1 is at 10.0.0.1, which is not a public address")]
    [InlineData("http://[::ffff:169.254.169.254]/", "::ffff:169.254.169.254 is at ::ffff:169.254.169.254, which is not a public address")]
    [InlineData("file:///etc/passwd", "it leads to an address that is not of the web")]
    [InlineData("//", "it leads to an address that is not of the web")]
    [InlineData("http://[", "the server answers 302")]
    public async Task GoesNowhereElse_ByARedirect(string location, string problem)
    {
        Answer(302, "", ("Location", location));

        Assert.Equal(problem, (await PullAsync(Start)).Record.Problem);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:192.168.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    public async Task ConnectsToNoPrivateAddress(string address)
    {
        using var real = new SourceClient();

        var pulled = await PullAsync(Start, real, address);

        Assert.Contains("which is not a public address", pulled.Record.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakesSecrets_FromTheEnvironmentAlone()
    {
        var paths = new List<string>();
        Server.Answers.Enqueue(context =>
        {
            paths.Add(context.Request.Path);
            context.Response.StatusCode = 200;
            return context.Response.WriteAsync(Calendar);
        });
        var pulled = await PullAsync(Start, client, $"{Server.Address}${{TOKEN}}/a.ics");

        var missing = await PullAsync(Start, client, $"{Server.Address}${{OTHER}}/a.ics");

        Assert.Equal("/s3cret/a.ics", Assert.Single(paths));
        Assert.Equal((PullOutcome.Changed, "the environment has no variable OTHER"), (pulled.Outcome, missing.Record.Problem));
        Assert.DoesNotContain("s3cret", File.ReadAllText(disk.At("sources/.pulled.json")), StringComparison.Ordinal);
    }

    private Task<Pulled> PullAsync(Instant now) => PullAsync(now, client, Server.Address.AbsoluteUri);

    private async Task<Pulled> PullAsync(Instant now, SourceClient with, string address)
    {
        var puller = new SourcePuller(disk.Root, with, name => name == "TOKEN" ? "s3cret" : null);
        return Assert.Single(await puller.PullAsync([new SourceSettings("a", address, "sources/a.ics")], now, TestContext.Current.CancellationToken));
    }

    private void Answer(int status, string body, params (string Name, string Value)[] fields) => Server.Answers.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in fields) context.Response.Headers[name] = value;
        return status is 204 or 304 ? Task.CompletedTask : context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    });

    private void Write(string text) => disk.Write("sources/a.ics", text);

    private string Read() => File.ReadAllText(disk.At("sources/a.ics"));
}
