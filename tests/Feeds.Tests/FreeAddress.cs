using System.Net;
using System.Net.Sockets;

namespace Feeds.Tests;

/// <summary>Addresses of this machine for programs that cannot say which port they took.</summary>
internal static class FreeAddress
{
    // Below the ports that systems give by themselves, which another test may be given before the program takes its own.
    private const int First = 20_000;
    private const int Count = 10_000;

    private static int taken = Random.Shared.Next(Count);

    /// <summary>One that nobody listens at, and that no other test of this run gets.</summary>
    public static Uri Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref taken) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
            }
            catch (SocketException)
            {
                // Another program has it.
            }
        }
    }
}
