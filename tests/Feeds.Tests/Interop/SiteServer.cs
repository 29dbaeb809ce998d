using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Microsoft.AspNetCore.Builder;
using NodaTime;

namespace Feeds.Tests.Interop;

/// <summary>A real server on a free port, whose clock stands.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly CurrentPublication current = new();
    private readonly WebApplication app;

    private SiteServer(Instant now) => app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(now));

    public static async Task<SiteServer> StartAsync(Publication publication, Instant now)
    {
        var server = new SiteServer(now);
        server.Swap(publication);
        await server.app.StartAsync();
        return server;
    }

    public string Address(string path) => new Uri(FeedsHost.ListeningAddress(app), path).AbsoluteUri;

    public void Swap(Publication publication) => current.Swap(publication);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
