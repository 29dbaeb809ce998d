using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Feeds.Web;

/// <summary>The proxies that the operator named, which are trusted with the addresses of clients.</summary>
internal static class Proxies
{
    private static readonly IPNetwork[] Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    // Where an unnamed proxy may be, whose address stands for all its clients.
    private static readonly IPNetwork[] Private =
    [
        .. Loopback,
        .. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10" }
            .Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Takes the address of a client from what the named proxies write in <c>X-Forwarded-For</c>.</summary>
    public static void Trust(WebApplication app, IReadOnlyCollection<IPNetwork> proxies)
    {
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    /// <summary>The addresses that may stand for many clients: this machine and the named proxies, else all private networks.</summary>
    public static IPNetwork[] Unknown(IReadOnlyCollection<IPNetwork> proxies) => proxies.Count == 0 ? Private : [.. Loopback, .. proxies];

    /// <summary>Reads an address or a network; null for anything else.</summary>
    public static IPNetwork? Read(string word)
    {
        if (IPNetwork.TryParse(word, out var network)) return network;
        return IPAddress.TryParse(word, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
