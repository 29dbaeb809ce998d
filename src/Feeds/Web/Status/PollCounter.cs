using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace Feeds.Web.Status;

/// <summary>How one poll was answered.</summary>
/// <param name="Sent">How many octets of a body.</param>
/// <param name="Saved">How many more it would have been, had the client not said what it has.</param>
internal readonly record struct Answered(int Status, long Sent, long Saved);

/// <summary>Counts polls: each processor for itself, so that none waits for another.</summary>
internal sealed class PollCounter
{
    private const int MaxCells = 16;

    private static readonly int LastCell = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(Environment.ProcessorCount, MaxCells)) - 1;

    private readonly Cell[] cells = new Cell[LastCell + 1];

    public long Polls => cells.Sum(cell => cell.Polls);

    public long Unchanged => cells.Sum(cell => cell.Unchanged);

    public long OctetsSent => cells.Sum(cell => cell.Sent);

    public long OctetsSaved => cells.Sum(cell => cell.Saved);

    public Instant LastSeen => Instant.FromUnixTimeTicks(cells.Max(cell => cell.LastSeen));

    public void Count(in Answered answered, Instant now)
    {
        ref var cell = ref cells[Thread.GetCurrentProcessorId() & LastCell];
        Interlocked.Increment(ref cell.Polls);
        if (answered.Status == StatusCodes.Status304NotModified) Interlocked.Increment(ref cell.Unchanged);
        if (answered.Sent > 0) Interlocked.Add(ref cell.Sent, answered.Sent);
        if (answered.Saved > 0) Interlocked.Add(ref cell.Saved, answered.Saved);
        Volatile.Write(ref cell.LastSeen, now.ToUnixTimeTicks());
    }

    /// <summary>Takes over what another one counted.</summary>
    public void Add(PollCounter other)
    {
        ref var cell = ref cells[0];
        Interlocked.Add(ref cell.Polls, other.Polls);
        Interlocked.Add(ref cell.Unchanged, other.Unchanged);
        Interlocked.Add(ref cell.Sent, other.OctetsSent);
        Interlocked.Add(ref cell.Saved, other.OctetsSaved);
        Volatile.Write(ref cell.LastSeen, Math.Max(Volatile.Read(ref cell.LastSeen), other.LastSeen.ToUnixTimeTicks()));
    }

    /// <summary>The counts of one processor, in a cache line of their own.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Cell
    {
        public long Polls;
        public long Unchanged;
        public long Sent;
        public long Saved;
        public long LastSeen;
    }
}
