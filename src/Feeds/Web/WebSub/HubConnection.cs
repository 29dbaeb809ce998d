using System.Collections.Frozen;

namespace Feeds.Web.WebSub;

/// <summary>Connects only to hubs at public addresses: an author of <c>site.yaml</c> must not reach into the operator's network.</summary>
/// <param name="privateHosts">The hosts that the operator named, which may have a private address.</param>
internal sealed class HubConnection(IEnumerable<string> privateHosts)
{
    private readonly FrozenSet<string> privateHosts =
        privateHosts.Select(host => host.Trim('[', ']')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsHost(string word) => Uri.CheckHostName(word) is not UriHostNameType.Unknown;

    /// <exception cref="NotPublicException">The host has no public address.</exception>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation) =>
        CheckedConnection.ConnectAsync(
            context,
            (host, address) => privateHosts.Contains(host) || PublicAddress.Is(address),
            host => $"; if it is meant, start with --private-hubs {host}",
            cancellation);
}
