using System.Collections.Immutable;
using Feeds.Publishing;
using Feeds.Web.Telemetry;

namespace Feeds.Web.WebSub;

/// <summary>Notifies the hubs that <c>site.yaml</c> names of the feeds that changed (WebSub §6), in the background.</summary>
/// <param name="privateHosts">The hosts of hubs that may have a private address.</param>
internal sealed class HubPublisher(IEnumerable<string> privateHosts, TimeProvider time, FeedsMetrics metrics, ILogger logger) : IDisposable
{
    private readonly Dictionary<Uri, Hub> hubs = [];
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        // It would lead to a host that nobody configured.
        AllowAutoRedirect = false,
        ConnectCallback = new HubConnection(privateHosts).ConnectAsync,
        ConnectTimeout = HubRequest.AttemptTimeout,
        MaxConnectionsPerServer = 2,
        // Only the status matters; no more of the body is read than keeps the connection.
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

    /// <summary>Returns at once.</summary>
    /// <param name="before">Null at the start, when no hub is notified.</param>
    public void Notify(Publication? before, Publication now)
    {
        var named = now.Site.Settings.Hubs;
        foreach (var removed in hubs.Keys.Except(named).ToList())
        {
            hubs.Remove(removed, out var hub);
            hub?.Dispose();
        }

        if (before is null || named.IsEmpty) return;
        var changed = ChangedFeeds(before, now);
        if (changed.IsEmpty) return;
        foreach (var address in named)
        {
            if (!hubs.TryGetValue(address, out var hub))
                hubs[address] = hub = new Hub(address, new HubRequest(address, client, time), metrics, logger);

            hub.Notify(changed);
        }
    }

    /// <summary>The public addresses of the feeds that are new or whose bytes differ from before.</summary>
    public static ImmutableSortedSet<string> ChangedFeeds(Publication before, Publication now) => now.Representations.Values
        .Where(feed => feed.Links is not null && !ReferenceEquals(feed, before.Representations.GetValueOrDefault(feed.Path)))
        .Where(feed => feed.OpaqueTag != before.Representations.GetValueOrDefault(feed.Path)?.OpaqueTag)
        .Select(feed => feed.Links?.Self).OfType<string>()
        .ToImmutableSortedSet(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var hub in hubs.Values) hub.Dispose();
        client.Dispose();
    }
}
