using System.Net.Sockets;

namespace Feeds.Web;

/// <summary>The file of a Unix socket on which nobody listens any more: a server that was killed leaves it, and no other could listen there.</summary>
internal static class StaleSocket
{
    /// <summary>Deletes such a file; a socket on which someone listens stays, and so does any other file.</summary>
    public static void Clear(string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (File.Exists(path)) probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused && new FileInfo(path).Length == 0)
        {
            File.Delete(path);
        }
    }
}
