using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Feeds.Web;

/// <summary>Who may say for whom a request is: the proxies that the operator named, and nobody else.</summary>
internal static class Proxies
{
    private static readonly IPNetwork[] Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Where a proxy may stand that nobody named: its address is that of all who ask through it.</summary>
    private static readonly IPNetwork[] Near =
    [
        .. Loopback,
        .. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10" }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Lets a request be of the client that the proxies name in <c>X-Forwarded-For</c>.</summary>
    public static void Believe(WebApplication app, IReadOnlyCollection<IPNetwork> proxies)
    {
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    /// <summary>The addresses that may stand for any number of clients: this machine and the proxies that were named, else all that are near.</summary>
    public static IPNetwork[] Unknown(IReadOnlyCollection<IPNetwork> proxies) => proxies.Count == 0 ? Near : [.. Loopback, .. proxies];

    /// <summary>An address or a network as it is written; null when it is none.</summary>
    public static IPNetwork? Read(string word)
    {
        if (IPNetwork.TryParse(word, out var network)) return network;
        return IPAddress.TryParse(word, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
