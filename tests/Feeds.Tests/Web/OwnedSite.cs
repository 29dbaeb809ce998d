using System.Net.Sockets;
using System.Text;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>A real server with its owner's beside it, each on a free port.</summary>
internal sealed class OwnedSite : IAsyncDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly CurrentPublication current = new();
    private readonly WebApplication app;
    private readonly WebApplication management;

    private OwnedSite(Publication? publication)
    {
        var clock = new FixedClock(Now);
        if (publication is not null) current.Swap(publication);
        app = FeedsHost.Build("http://127.0.0.1:0", current, clock, audience: Audience);
        management = ManagementHost.Build("http://127.0.0.1:0", new ManagementEndpoint(current, Journal, Audience, clock), NullLoggerFactory.Instance);
    }

    public PollStatistics Audience { get; } = new();

    public PublicationLog Journal { get; } = new();

    public Uri Public => FeedsHost.ListeningAddress(app);

    public Uri Management => FeedsHost.ListeningAddress(management);

    public static async Task<OwnedSite> StartAsync(Publication? publication)
    {
        var site = new OwnedSite(publication);
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
    }
}
