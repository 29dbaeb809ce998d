using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>The server is killed and started again, under load and edits.</summary>
internal static class Kills
{
    private const int Times = 50;

    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        var content = disk.At("killed");
        Directory.CreateDirectory(content);
        SmallSite.Write(content);
        using var trial = new Trial(Command.Serve(feeds, content), content, SmallSite.Edited, SmallSite.Asked);
        for (var time = 0; time < Times; time++)
        {
            trial.Reschedule(time % 4, 10 + (time / 4));
            AwaitStamps(trial);
            // Every other time it is at work when it is killed; every other time what it last said is known.
            if (time % 2 == 0) trial.Restart(trial.Server.Kill);
            else trial.KillAtWork(new Random(time).Next(120));
        }

        return trial.Row(FormattableString.Invariant($"kill -9 and restart under load, {Times} times"));
    }

    // Dates of change are written right after they are sent.
    private static void AwaitStamps(Trial trial) => trial.Polls.Await(100);
}
