using Feeds.Web;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>A real server of <see cref="ServedBytes"/> on a free port, that observes its answers.</summary>
internal sealed class ObservedServer : IAsyncDisposable
{
    public static readonly FixedClock Clock = new(Instant.FromUtc(2026, 1, 1, 0, 0));

    private readonly WebApplication app;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private ObservedServer(RequestObserver observer, AccessLog? log)
    {
        var current = new CurrentPublication();
        current.Swap(ServedBytes.Publication(until: null));
        app = FeedsHost.Build("http://127.0.0.1:0", current, Clock, observer: observer, log: log);
    }

    public static async Task<ObservedServer> StartAsync(FeedsMetrics metrics, AccessLog? log = null)
    {
        var server = new ObservedServer(new RequestObserver(metrics), log);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Asks for an address with header fields written as <c>Name: value</c>.</summary>
    public async Task<Answer> AskAsync(string method, string path, params string[] fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(FeedsHost.ListeningAddress(app), path));
        foreach (var field in fields) request.Headers.TryAddWithoutValidation(field.Split(": ")[0], field.Split(": ")[1]);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
