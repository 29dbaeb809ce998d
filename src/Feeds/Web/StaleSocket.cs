using System.Net.Sockets;

namespace Feeds.Web;

/// <summary>Deletes the file of a Unix socket that a killed server left, where no other could listen.</summary>
internal static class StaleSocket
{
    /// <summary>Keeps a socket on which a program listens, and any other file.</summary>
    public static void Clear(string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (File.Exists(path)) probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.ConnectionRefused && new FileInfo(path).Length == 0)
        {
            File.Delete(path);
        }
    }
}
