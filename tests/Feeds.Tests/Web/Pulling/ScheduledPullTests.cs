using System.Net;
using Feeds.Tests.Content.Sources;
using Feeds.Tests.Watching;
using Feeds.Web.Pulling;
using Feeds.Web.Watching;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Feeds.Tests.Web.Pulling;

/// <summary>A server that keeps its sources fresh.</summary>
public sealed class ScheduledPullTests : IAsyncLifetime
{
    private const string Walk = "UID:walk\nSUMMARY:Walk\nDTSTART:20270310T180000Z";
    private const string Talk = "UID:talk\nSUMMARY:Talk\nDTSTART:20270410T180000Z";
    private const string WithoutEvents = "Information: Published 0 posts and 0 events";
    private const string WithOne = "Information: Published 0 posts and 1 event";
    private const string WithTwo = "Information: Published 0 posts and 2 events";

    private readonly ManualTime time = new();
    private readonly SourceClient client = new(IPAddress.IsLoopback, Patience.Limit);
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private FakeHub? started;

    private FakeHub Server => started!;

    private string Settings => FolderOf.SiteYaml + $"sources:\n- {{ name: a, calendar: \"{Server.Address}\" }}\n";

    public async ValueTask InitializeAsync() => started = await FakeHub.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        stop.Dispose();
        client.Dispose();
        await Server.DisposeAsync();
    }

    [Theory]
    [InlineData("Auto", null, "content/sources/.pulled.json content/sources/a.ics")]
    [InlineData("Auto", "state", "state/sources/.pulled.json state/sources/a.ics")]
    [InlineData("Poll", "state", "state/sources/.pulled.json state/sources/a.ics")]
    [InlineData("Off", null, "content/sources/.pulled.json content/sources/a.ics")]
    [InlineData("Off", "state", "state/sources/.pulled.json state/sources/a.ics")]
    public async Task PublishesWhatIsNew_AndSaysOnceWhatIsWrong(string mode, string? state, string written)
    {
        await using var site = new Watched { State = state };
        site.Disk.Write("content/site.yaml", Settings);
        site.Start(Enum.Parse<WatchMode>(mode));
        Assert.Equal(WithoutEvents, await site.LoggedAsync(line => line.Contains("Published", StringComparison.Ordinal)));

        Answer(200, Walk);
        _ = RunAsync(site, state ?? "content");
        await site.LoggedAsync(WithOne);
        Answer(500);
        Assert.Equal(TimeSpan.FromHours(1), await time.PassAsync());
        const string Problem = "the source 'a' could not be fetched (the server answers 500); it was last good 2026-01-01T00:00:00Z";
        await site.LoggedAsync($"Warning: site.yaml:5: {Problem}");
        Answer(500);
        await time.PassAsync();
        Answer(200, Walk, Talk);
        await time.PassAsync();
        await site.LoggedAsync(WithTwo);

        Assert.Single(site.Log, line => line.Contains("could not be fetched", StringComparison.Ordinal));
        Assert.Equal(written, string.Join(' ', site.Disk.Files().Where(file => file.EndsWith("a.ics", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task KeepsTheEdit_ThatNobodyLooksFor()
    {
        await using var site = new Watched { State = "state" };
        site.Disk.Write("content/site.yaml", Settings);
        site.Start(WatchMode.Off);
        site.Disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nText.\n");
        Answer(200, Walk);

        _ = RunAsync(site, "state");

        await site.LoggedAsync(WithOne);
    }

    [Fact]
    public async Task AsksAtOnce_WhenASourceIsAdded()
    {
        await using var site = new Watched { State = "state" };
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml);
        site.Start();
        _ = RunAsync(site, "state");
        Answer(200, Walk);

        site.Disk.Write("content/site.yaml", Settings);

        await site.LoggedAsync(WithOne);
    }

    [Fact]
    public async Task EndsAtOnce_DuringAPull()
    {
        await using var site = new Watched { State = "state" };
        site.Disk.Write("content/site.yaml", Settings);
        site.Start();
        Server.Answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var running = RunAsync(site, "state");
        await Server.ToldAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(site.Disk.Files(), file => file.StartsWith("state/sources", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SaysOnce_ThatItCannotWrite()
    {
        await using var site = new Watched { State = "state" };
        site.Disk.Write("content/site.yaml", Settings);
        // What is in its place is no folder.
        site.Disk.Write("state/sources", "");
        site.Start();
        for (var times = 0; times < 3; times++) Answer(200, Walk);
        _ = RunAsync(site, "state");
        await site.LoggedAsync(line => line.StartsWith("Warning: The sources cannot be written: ", StringComparison.Ordinal));
        await time.PassAsync();
        // The second time is over when the third pause begins.
        Assert.Equal(TimeSpan.FromHours(1), await time.PassAsync(() => File.Delete(site.Disk.At("state/sources"))));
        await site.LoggedAsync(WithOne);

        Assert.Single(site.Log, line => line.Contains("cannot be written", StringComparison.Ordinal));
    }

    private Task RunAsync(Watched site, string folder)
    {
        var puller = new SourcePuller(site.Disk.At(folder), client, _ => null);
        return new ScheduledPull(puller, TimeSpan.FromHours(1), site.Current, site.PublicationLog, site.ReadPulled, time, site).RunAsync(stop.Token);
    }

    private void Answer(int status, params string[] events) => Server.Answers.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(Brought.Calendar(events));
    });
}
