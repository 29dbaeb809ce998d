using System.Net;
using Feeds.Web;
using Feeds.Web.Serving;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Fair use at the socket, with a proxy in front and without.</summary>
public sealed class ProxyTests : IAsyncDisposable
{
    private const string Url = "/atom.xml";
    private readonly FixedClock clock = new(Instant.FromUtc(2026, 1, 1, 0, 0));
    private readonly HttpClient client = new();
    private Microsoft.AspNetCore.Builder.WebApplication? app;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null) await app.DisposeAsync();
    }

    [Fact]
    public async Task Waits_WithAnIntegerAndWithoutACache()
    {
        await StartAsync("127.0.0.0/8");
        await SpendAsync("203.0.113.7");
        var answer = await AskAsync("GET", "X-Forwarded-For: 203.0.113.7");

        Assert.Equal(429, answer.Status);
        Assert.Equal(
            ["Cache-Control: no-store", "Content-Length: 119", "Content-Type: text/plain; charset=utf-8", "Retry-After: 10", "X-Content-Type-Options: nosniff"],
            answer.Fields);
        Assert.Equal("Too often for what has not changed. Send If-None-Match with the ETag you were given: that may be as often as you like.\n", answer.Text);
    }

    [Fact]
    public async Task Answers_WhenTheWaitIsOver()
    {
        await StartAsync("127.0.0.0/8");
        await SpendAsync("203.0.113.7");
        clock.Now += Duration.FromSeconds(10);

        Assert.Equal(200, (await AskAsync("GET", "X-Forwarded-For: 203.0.113.7")).Status);
        Assert.Equal(429, (await AskAsync("GET", "X-Forwarded-For: 203.0.113.7")).Status);
    }

    [Theory]
    [InlineData("GET", 304, $"If-None-Match: \"{ServedBytes.Tag}\"")]
    [InlineData("GET", 304, "If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT")]
    [InlineData("GET", 200, "If-None-Match: \"other\"")]
    [InlineData("HEAD", 200, "Accept: */*")]
    public async Task NeverWaits_WhenItAsksWhetherSomethingChanged(string method, int status, string field)
    {
        await StartAsync("127.0.0.0/8");
        await SpendAsync("203.0.113.7");
        for (var poll = 0; poll < 500; poll++) Assert.Equal(status, (await AskAsync(method, "X-Forwarded-For: 203.0.113.7", field)).Status);
    }

    /// <summary>Who is taken for the client of a request that comes from 127.0.0.1: 203.0.113.7, whose fetches are spent, or another.</summary>
    [Theory]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 203.0.113.7", 429)]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 203.0.113.7:5123", 429)]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 198.51.100.1, 203.0.113.7", 429)]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 203.0.113.7, 127.0.0.2", 429)]
    [InlineData("127.0.0.0/8;10.0.0.0/8", "X-Forwarded-For: 203.0.113.7, 10.1.1.1", 429)]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 203.0.113.7, 10.1.1.1", 200)]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 203.0.113.8", 200)]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 203.0.113.7, nonsense", 200)]
    [InlineData("127.0.0.0/8", "Forwarded: for=203.0.113.7", 200)]
    [InlineData("127.0.0.0/8", "X-Real-IP: 203.0.113.7", 200)]
    public async Task BelievesTheNearestAddress_ThatIsNoProxy(string proxies, string field, int status)
    {
        await StartAsync(proxies);
        await SpendAsync("203.0.113.7");

        Assert.Equal(status, (await AskAsync("GET", field)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.1")]
    public async Task BelievesNobody_WhoIsNotNamed(string proxies)
    {
        await StartAsync(proxies);
        for (var fetch = 0; fetch < 500; fetch++) Assert.Equal(200, (await AskAsync("GET", "X-Forwarded-For: 203.0.113.7")).Status);
    }

    private async Task StartAsync(string proxies)
    {
        var current = new CurrentPublication();
        current.Swap(ServedBytes.Publication(until: null));
        IPNetwork[] networks = [.. proxies.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Proxies.Read).OfType<IPNetwork>()];
        app = FeedsHost.Build("http://127.0.0.1:0", current, clock, networks);
        await app.StartAsync(TestContext.Current.CancellationToken);
        client.BaseAddress = FeedsHost.ListeningAddress(app);
    }

    private async Task SpendAsync(string address)
    {
        for (var fetch = 0; fetch < FairUse.Burst; fetch++) Assert.Equal(200, (await AskAsync("GET", $"X-Forwarded-For: {address}")).Status);
    }

    private async Task<Answer> AskAsync(string method, params string[] fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Url);
        foreach (var field in fields) Assert.True(request.Headers.TryAddWithoutValidation(field.Split(": ")[0], field.Split(": ")[1]));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
