using System.Collections.Immutable;
using System.Net;

namespace Feeds.Web.WebSub;

/// <summary>Recognizes addresses of the public Internet (by the special-purpose registries of RFC 6890).</summary>
internal static class PublicAddress
{
    // This network, private, provider, loopback, link-local, protocols, documentation, 6to4, benchmarks, multicast.
    private static readonly ImmutableArray<IPNetwork> NotPublic4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4");

    // Of the global addresses: protocols and Teredo, documentation, 6to4, documentation.
    private static readonly ImmutableArray<IPNetwork> NotPublic6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // How a network without IPv4 reaches it (RFC 6052).
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        else if (Translated.Contains(address)) address = new IPAddress(address.GetAddressBytes().AsSpan(12));
        if (address.GetAddressBytes().Length == 4) return !NotPublic4.Any(network => network.Contains(address));
        return Global6.Contains(address) && !NotPublic6.Any(network => network.Contains(address));
    }

    private static ImmutableArray<IPNetwork> Networks(params IEnumerable<string> networks) =>
        [.. networks.Select(network => IPNetwork.Parse(network))];
}
