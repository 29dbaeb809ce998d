using System.Collections.Concurrent;
using Feeds.Web.WebSub;

namespace Feeds.Tests.Web;

/// <summary>A clock on which pauses take no time; what one attempt may last never runs out, or at once.</summary>
internal sealed class ImpatientTime(bool attemptsRunOut = false) : TimeProvider
{
    /// <summary>What it shows: later by every pause.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The pauses that were made.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, base.CreateTimer(callback, state, Due(dueTime), period));

    private TimeSpan Due(TimeSpan dueTime)
    {
        if (dueTime == HubRequest.AttemptTimeout) return attemptsRunOut ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        if (dueTime == Timeout.InfiniteTimeSpan) return dueTime;
        Pauses.Enqueue(dueTime);
        Now += dueTime;
        return TimeSpan.Zero;
    }

    /// <summary>A timer that is due when the clock says so.</summary>
    private sealed class Timer(ImpatientTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Due(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
