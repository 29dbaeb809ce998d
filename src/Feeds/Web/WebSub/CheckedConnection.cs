using System.Net;
using System.Net.Sockets;

namespace Feeds.Web.WebSub;

/// <summary>Connects only to addresses that were checked: the name is not resolved again in between.</summary>
internal static class CheckedConnection
{
    /// <param name="isAllowed">Whether an address of a host may be connected to.</param>
    /// <param name="cure">What to do about a host without such an address.</param>
    /// <exception cref="NotPublicException">The host has no such address.</exception>
    public static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        Func<string, IPAddress, bool> isAllowed,
        Func<string, string> cure,
        CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);
        IPAddress[] allowed = [.. found.Where(address => isAllowed(host, address))];
        if (allowed.Length == 0)
        {
            throw new NotPublicException(FormattableString.Invariant(
                $"{host} is at {found[0]}, which is not a public address{cure(host)}"));
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

/// <summary>Nothing is sent to a private address.</summary>
internal sealed class NotPublicException(string message) : IOException(message);
