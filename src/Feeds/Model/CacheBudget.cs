using System.Collections.Concurrent;

namespace Feeds.Model;

/// <summary>A limit on the size of cached values, beyond which the least recently used are dropped.</summary>
public sealed class CacheBudget(long maxBytes)
{
    public static readonly CacheBudget Unlimited = new(long.MaxValue);

    // Weak, so that values of an earlier publication can be collected.
    private readonly ConcurrentQueue<(WeakReference<Cached> Value, long Bytes)> entries = new();
    private long bytes;

    internal void Add(Cached value, long size)
    {
        if (maxBytes == long.MaxValue) return;
        entries.Enqueue((new WeakReference<Cached>(value), size));
        Interlocked.Add(ref bytes, size);
        while (Interlocked.Read(ref bytes) > maxBytes && entries.TryDequeue(out var oldest))
        {
            // What was asked for since it was last looked at has another turn.
            if (oldest.Value.TryGetTarget(out var found) && found.WasUsed())
            {
                entries.Enqueue(oldest);
                continue;
            }

            found?.Drop();
            Interlocked.Add(ref bytes, -oldest.Bytes);
        }
    }
}
