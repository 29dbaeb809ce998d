using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>The system has no more watches, or no more of what holds them, for folders.</summary>
internal static class NoWatches
{
    private const int Enough = 1_000;

    /// <param name="limit">The limit of the namespace: <c>max_inotify_watches</c> or <c>max_inotify_instances</c>.</param>
    /// <param name="left">How many there are.</param>
    public static Row Measure(string limit, int left, string what, FeedsProgram feeds, TempFolder disk)
    {
        var content = disk.At(FormattableString.Invariant($"{limit}-{left}"));
        Directory.CreateDirectory(content);
        SmallSite.Write(content);
        using var space = new Namespace(FormattableString.Invariant($"echo {left} > /proc/sys/user/{limit}"));
        using var trial = new Trial([.. space.Prefix, .. Command.Serve(feeds, content)], content, SmallSite.Edited, SmallSite.Asked);
        trial.Reschedule(1, minute: 40);
        trial.Polls.Await(500);
        space.Run(FormattableString.Invariant($"echo {Enough} > /proc/sys/user/{limit}"));
        trial.Reschedule(1, minute: 45);
        return trial.Row(what);
    }
}
