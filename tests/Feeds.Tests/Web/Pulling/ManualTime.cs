using System.Threading.Channels;
using Xunit;

namespace Feeds.Tests.Web.Pulling;

/// <summary>A clock that stands still until a test lets a pause pass.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Channel<Pause> pauses = Channel.CreateUnbounded<Pause>();

    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var pause = new Pause(callback, state, dueTime);
        pauses.Writer.TryWrite(pause);
        return pause;
    }

    /// <summary>Waits until the next pause begins, and lets it pass.</summary>
    /// <param name="first">What is done before it is over.</param>
    /// <returns>How long it was.</returns>
    public async Task<TimeSpan> PassAsync(Action? first = null)
    {
        var pause = await pauses.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);
        first?.Invoke();
        Now += pause.Length;
        pause.End();
        return pause.Length;
    }

    /// <summary>A timer that is due when the clock says so.</summary>
    private sealed class Pause(TimerCallback callback, object? state, TimeSpan length) : ITimer
    {
        public TimeSpan Length => length;

        public void End() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // Nothing runs.
        }

        public ValueTask DisposeAsync() => default;
    }
}
