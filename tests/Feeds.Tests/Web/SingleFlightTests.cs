using System.Collections.Frozen;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What is asked for the first time by many at once.</summary>
public sealed class SingleFlightTests : IAsyncDisposable
{
    private const int Requests = 200;
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly SemaphoreSlim started = new(0);
    private readonly ManualResetEventSlim mayEnd = new();
    private readonly CurrentPublication current = new();
    private readonly HttpClient client = new() { Timeout = Patience.Limit };
    private readonly WebApplication app;
    private int renderings;

    public SingleFlightTests() => app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(Now));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        started.Dispose();
        mayEnd.Dispose();
    }

    [Fact]
    public async Task IsRenderedOnce_WhileOthersAreAnswered()
    {
        var stop = TestContext.Current.CancellationToken;
        Publish(() => "slow"u8.ToArray());
        await app.StartAsync(stop);
        client.BaseAddress = FeedsHost.ListeningAddress(app);

        var slow = Enumerable.Range(0, Requests).Select(_ => client.GetStringAsync("/slow.xml", stop)).ToArray();
        await started.WaitAsync(stop);
        // One that waits for the rendering would hold a thread, and soon there would be none for these.
        for (var number = 0; number < Requests; number++) Assert.Equal("ready", await client.GetStringAsync("/ready.xml", stop));
        Assert.DoesNotContain(slow, answer => answer.IsCompleted);
        mayEnd.Set();

        Assert.All(await Task.WhenAll(slow), text => Assert.Equal("slow", text));
        Assert.Equal(1, renderings);
    }

    [Fact]
    public async Task FailsForAllWhoWait_AndNotForOthers()
    {
        var stop = TestContext.Current.CancellationToken;
        Publish(() => throw new InvalidOperationException("It cannot be rendered."));
        await app.StartAsync(stop);
        client.BaseAddress = FeedsHost.ListeningAddress(app);

        var slow = Enumerable.Range(0, 10).Select(_ => client.GetAsync("/slow.xml", stop)).ToArray();
        await started.WaitAsync(stop);
        // It stays set: a request that comes after the failure is rendered again, and fails by itself.
        mayEnd.Set();

        Assert.All(await Task.WhenAll(slow), answer => Assert.Equal(500, (int)answer.StatusCode));
        Assert.Equal("ready", await client.GetStringAsync("/ready.xml", stop));
    }

    private void Publish(Func<ReadOnlyMemory<byte>> slow)
    {
        Representation[] representations = [Of("/ready.xml", () => "ready"u8.ToArray()), Of("/slow.xml", () => Render(slow))];
        var site = new Site(new SiteSettings { Title = "Slow", Url = new Uri("https://slow.example/") }, [], [], [], FrozenDictionary<string, SiteFile>.Empty, FrozenDictionary<string, DocumentIdentity>.Empty);
        current.Swap(new Publication(site, representations.ToFrozenDictionary(representation => representation.Path, StringComparer.Ordinal), Until: null));
    }

    private ReadOnlyMemory<byte> Render(Func<ReadOnlyMemory<byte>> slow)
    {
        Interlocked.Increment(ref renderings);
        started.Release();
        mayEnd.Wait();
        return slow();
    }

    private static Representation Of(string path, Func<ReadOnlyMemory<byte>> bytes) => new(new RenderPlan(path, MediaType.Atom, Now, [], bytes), Now, before: null);
}
