using System.Net.Sockets;

namespace Feeds.Web;

/// <summary>Deletes the file of a Unix socket that a killed server left, where no other could listen.</summary>
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
        catch (SocketException exception)
            when (exception.SocketErrorCode == SocketError.ConnectionRefused && new FileInfo(path).Length == 0)
        {
            File.Delete(path);
        }
    }
}
