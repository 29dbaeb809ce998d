using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace Feeds.Web.WebSub;

/// <summary>Connects only to hubs at public addresses: an author of <c>site.yaml</c> must not reach into the operator's network.</summary>
/// <param name="privateHosts">The hosts that the operator named, which may have a private address.</param>
internal sealed class HubConnection(IEnumerable<string> privateHosts)
{
    private readonly FrozenSet<string> privateHosts =
        privateHosts.Select(host => host.Trim('[', ']')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsHost(string word) => Uri.CheckHostName(word) is not UriHostNameType.Unknown;

    /// <summary>Connects to an address that was checked: the name is not resolved again in between.</summary>
    /// <exception cref="NotPublicException">The host has no public address.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);
        var allowed = privateHosts.Contains(host) ? found : [.. found.Where(PublicAddress.Is)];
        if (allowed.Length == 0)
        {
            throw new NotPublicException(FormattableString.Invariant(
                $"{host} is at {found[0]}, which is not a public address; if it is meant, start with --private-hubs {host}"));
        }

        Socket? socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}

/// <summary>Nothing is sent to a hub at a private address.</summary>
internal sealed class NotPublicException(string message) : IOException(message);
