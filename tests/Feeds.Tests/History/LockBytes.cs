using Lock = Feeds.History.Lock;

namespace Feeds.Tests.History;

/// <summary>The bytes of a lock's file.</summary>
internal static class LockBytes
{
    public static byte[] Of(Lock known)
    {
        var bytes = new MemoryStream();
        Feeds.History.LockWriter.Write(known, bytes);
        return bytes.ToArray();
    }
}
