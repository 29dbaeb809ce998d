using System.Collections.Immutable;
using Feeds.Publishing;
using Feeds.Web.Telemetry;

namespace Feeds.Web.WebSub;

/// <summary>Tells the hubs that <c>site.yaml</c> names which feeds changed (WebSub §6), while nobody waits for it.</summary>
/// <param name="privateHosts">The hosts of hubs that may be elsewhere than at a public address.</param>
internal sealed class HubPublisher(IEnumerable<string> privateHosts, TimeProvider time, FeedsMetrics measures, ILogger logger) : IDisposable
{
    private readonly Dictionary<Uri, Hub> hubs = [];
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        // Where it leads would be a host that nobody configured.
        AllowAutoRedirect = false,
        ConnectCallback = new HubConnection(privateHosts).ConnectAsync,
        ConnectTimeout = HubRequest.AttemptTimeout,
        MaxConnectionsPerServer = 2,
        // The status says all that matters; of the body no more is read than saves the connection.
        MaxResponseDrainSize = 4096,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        UseCookies = false,
    })
    {
        DefaultRequestHeaders = { { "User-Agent", "Feeds" } },
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sees to it that the hubs of a publication hear of what it changed; returns at once.</summary>
    /// <param name="before">What was published before; null at the start, of which no hub is told.</param>
    public void Tell(Publication? before, Publication now)
    {
        var named = now.Site.Settings.Hubs;
        foreach (var gone in hubs.Keys.Except(named).ToList())
        {
            hubs.Remove(gone, out var hub);
            hub?.Dispose();
        }

        if (before is null || named.IsEmpty) return;
        var changed = ChangedFeeds(before, now);
        if (changed.IsEmpty) return;
        foreach (var address in named)
        {
            if (!hubs.TryGetValue(address, out var hub)) hubs[address] = hub = new Hub(address, new HubRequest(address, client, time), measures, logger);
            hub.Tell(changed);
        }
    }

    /// <summary>The public addresses of the feeds whose bytes are others than before, or that are new.</summary>
    public static ImmutableSortedSet<string> ChangedFeeds(Publication before, Publication now) => now.Representations.Values
        .Where(feed => feed.Links is not null && !ReferenceEquals(feed, before.Representations.GetValueOrDefault(feed.Path)))
        .Where(feed => feed.OpaqueTag != before.Representations.GetValueOrDefault(feed.Path)?.OpaqueTag)
        .Select(feed => feed.Links?.Self).OfType<string>()
        .ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>Stops all that is under way.</summary>
    public void Dispose()
    {
        foreach (var hub in hubs.Values) hub.Dispose();
        client.Dispose();
    }
}
