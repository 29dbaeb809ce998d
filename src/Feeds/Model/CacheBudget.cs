using System.Collections.Concurrent;

namespace Feeds.Model;

/// <summary>How much is kept of what can be made again: beyond it, what nobody has asked for of late goes.</summary>
/// <param name="maxOctets">About how many octets all of it may take.</param>
public sealed class CacheBudget(long maxOctets)
{
    /// <summary>One that never has to let go of anything, and so remembers nothing.</summary>
    public static readonly CacheBudget Endless = new(long.MaxValue);

    // What nobody knows any more, of a publication that is gone, is not kept from being collected.
    private readonly ConcurrentQueue<(WeakReference<Cached> Value, long Octets)> kept = new();
    private long octets;

    /// <summary>Takes in what was just made, and lets go of others until there is room.</summary>
    internal void Add(Cached value, long size)
    {
        if (maxOctets == long.MaxValue) return;
        kept.Enqueue((new WeakReference<Cached>(value), size));
        Interlocked.Add(ref octets, size);
        while (Interlocked.Read(ref octets) > maxOctets && kept.TryDequeue(out var oldest))
        {
            // What was asked for since it was last looked at has another turn.
            if (oldest.Value.TryGetTarget(out var found) && found.WasUsed())
            {
                kept.Enqueue(oldest);
                continue;
            }

            found?.Drop();
            Interlocked.Add(ref octets, -oldest.Octets);
        }
    }
}
