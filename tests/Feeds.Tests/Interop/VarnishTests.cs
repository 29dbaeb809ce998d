using System.Globalization;
using Feeds.Publishing;
using Feeds.Tests.Web;
using Feeds.Web;
using Feeds.Web.Serving;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>What Varnish, set up by <c>src/deploy</c>, makes of how long we say that an answer may be held.</summary>
public sealed class VarnishTests : IAsyncLifetime
{
    /// <summary>As if the rest of the five minutes were over, and what is left of the time then is told.</summary>
    private const string FreshForASecond = "sub vcl_backend_response { set beresp.ttl = 1s; }\nsub vcl_deliver { set resp.http.Left = obj.ttl; }\n";

    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromMilliseconds(20);

    private readonly TempFolder home = new();
    private readonly CurrentPublication current = new();
    private readonly WebApplication one;
    private readonly WebApplication two;

    public VarnishTests()
    {
        one = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(Now));
        two = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(Now));
    }

    public async ValueTask InitializeAsync()
    {
        Publish("One", secondsLeft: 3600);
        await one.StartAsync(TestContext.Current.CancellationToken);
        await two.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await two.DisposeAsync();
        home.Dispose();
    }

    [Theory]
    [InlineData(3600, true)]
    [InlineData(300, false)]
    public async Task SendsWhatIsStale_WhileItAsks_AsLongAsWeSay(int secondsLeft, bool isAllowed)
    {
        Publish("One", secondsLeft);
        await using var varnish = await VarnishAsync();
        var first = await AskAsync(varnish);
        Publish("Two", secondsLeft);
        List<Answer> seen = [first];
        await PollAsync(varnish, answer => seen.Add(answer), () => seen[^1]["ETag"] != first["ETag"]);

        Assert.Equal(isAllowed, seen[..^1].Any(answer => Left(answer) < 0));
        Assert.Equal(Published.Identity.ToArray(), seen[^1].Body);
    }

    [Fact]
    public async Task SendsWhatIsStale_WhileNoServerIsThere()
    {
        // Until then it may be stale for a second while Varnish asks.
        Publish("One", secondsLeft: 301);
        await using var varnish = await VarnishAsync();
        var first = await AskAsync(varnish);
        await one.StopAsync(TestContext.Current.CancellationToken);
        await two.StopAsync(TestContext.Current.CancellationToken);
        List<Answer> seen = [first];
        await PollAsync(varnish, answer => seen.Add(answer), () => Left(seen[^1]) < -2);
        var poll = await AskAsync(varnish, "/atom.xml", ("If-None-Match", first["ETag"]!));

        Assert.All(seen, answer => Assert.Equal((200, first["ETag"], first["Last-Modified"], first.Text), (answer.Status, answer["ETag"], answer["Last-Modified"], answer.Text)));
        Assert.Equal((304, first["ETag"]), (poll.Status, poll["ETag"]));
        Assert.Equal(503, (await AskAsync(varnish, "/rss.xml")).Status);
    }

    [Fact]
    public async Task PassesOnWhatWeSend_AndValidatorsThatWeKnow()
    {
        await using var varnish = await VarnishAsync();
        using var direct = new HttpClient { BaseAddress = FeedsHost.ListeningAddress(two) };
        foreach (var coding in (string[])["identity", "gzip", "br"])
        {
            var answer = await AskAsync(varnish, "/atom.xml", ("Accept-Encoding", coding));
            var isPacked = coding == "gzip";

            Assert.Equal("public, max-age=300, stale-while-revalidate=60, stale-if-error=86400", answer["Cache-Control"]);
            Assert.Equal((200, isPacked ? "gzip" : null), (answer.Status, answer["Content-Encoding"]));
            Assert.Equal((isPacked ? Published.Gzip : Published.Identity).ToArray(), answer.Body);
            Assert.Equal(304, (await AskAsync(varnish, "/atom.xml", ("Accept-Encoding", coding), ("If-None-Match", answer["ETag"]!))).Status);
            using var poll = new HttpRequestMessage(HttpMethod.Get, "/atom.xml") { Headers = { { "If-None-Match", answer["ETag"] } } };
            using var unchanged = await direct.SendAsync(poll, TestContext.Current.CancellationToken);
            Assert.Equal(304, (int)unchanged.StatusCode);
        }
    }

    private Representation Published => current.Value!.Find("/atom.xml")!;

    /// <summary>Publishes one post, and plans the next.</summary>
    private void Publish(string title, int secondsLeft)
    {
        var next = (Now + Duration.FromSeconds(secondsLeft)).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        current.Swap(FolderOf.Published("2026-01-01T00:00:00Z", ("posts/a.md", $"---\ntitle: {title}\ndate: 2025-03-04\n---\nText.\n"), ("posts/b.md", $"---\ntitle: Next\ndate: {next}\n---\nText.\n")));
    }

    private Task<StaticHost> VarnishAsync() => StaticHost.VarnishAsync(home, FeedsHost.ListeningAddress(one), FeedsHost.ListeningAddress(two), FreshForASecond);

    private static double Left(Answer answer) => double.Parse(answer["Left"]!, CultureInfo.InvariantCulture);

    private static async Task PollAsync(StaticHost varnish, Action<Answer> see, Func<bool> isEnough)
    {
        using var timer = new PeriodicTimer(BetweenPolls);
        while (!isEnough() && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken)) see(await AskAsync(varnish));
    }

    private static Task<Answer> AskAsync(StaticHost varnish) => AskAsync(varnish, "/atom.xml");

    private static async Task<Answer> AskAsync(StaticHost varnish, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in fields) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var response = await varnish.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
