using Feeds.Identity.Format;

namespace Feeds.Tests.Identity;

/// <summary>The bytes of a lock's file.</summary>
internal static class LockBytes
{
    public static byte[] Of(LockData known)
    {
        var bytes = new MemoryStream();
        LockWriter.Write(known, bytes);
        return bytes.ToArray();
    }
}
