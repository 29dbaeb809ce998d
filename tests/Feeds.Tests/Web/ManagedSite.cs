using System.Net.Sockets;
using System.Text;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>A real server with its management server beside it, each on a free port.</summary>
internal sealed class ManagedSite : IAsyncDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly CurrentPublication current = new();
    private readonly FeedsMetrics metrics;
    private readonly WebApplication app;
    private readonly WebApplication management;

    private ManagedSite(Publication? publication)
    {
        var clock = new FixedClock(Now);
        if (publication is not null) current.Swap(publication);
        metrics = new FeedsMetrics(PublicationLog);
        app = FeedsHost.Build("http://127.0.0.1:0", current, clock, observer: new RequestObserver(metrics, Polls));
        management = ManagementHost.Build("http://127.0.0.1:0", new ManagementEndpoint(current, PublicationLog, Polls, clock), NullLoggerFactory.Instance);
    }

    public PollStatistics Polls { get; } = new();

    public PublicationLog PublicationLog { get; } = new();

    public Uri Public => FeedsHost.ListeningAddress(app);

    public Uri Management => FeedsHost.ListeningAddress(management);

    public static async Task<ManagedSite> StartAsync(Publication? publication)
    {
        var site = new ManagedSite(publication);
        await site.app.StartAsync(TestContext.Current.CancellationToken);
        await site.management.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>Sends a request as it is written, and reads the whole answer.</summary>
    public static async Task<string> RawAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await management.DisposeAsync();
        metrics.Dispose();
    }
}
