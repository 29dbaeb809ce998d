using System.Runtime.InteropServices;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>The clock is set back an hour, and put right.</summary>
internal static class ClockSetBack
{
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(2);

    public static Row? Measure(FeedsProgram feeds, TempFolder disk)
    {
        const string what = "clock set back an hour, and put right";
        if (!Programs.IsInstalled("faketime", what)) return null;
        var content = disk.At("timely");
        Directory.CreateDirectory(content);
        SmallSite.Write(content);
        disk.Write("clock", "+0");
        // libfaketime reads the file again each second.
        string[] clock = ["env", $"LD_PRELOAD={Library()}", $"FAKETIME_TIMESTAMP_FILE={disk.At("clock")}", "FAKETIME_CACHE_DURATION=1", "FAKETIME_DONT_FAKE_MONOTONIC=1"];
        using var trial = new Trial([.. clock, .. Command.Serve(feeds, content)], content, SmallSite.Edited, SmallSite.Asked);
        trial.Reschedule(1, minute: 40);
        foreach (var (offset, minute) in new[] { ("-1h", 45), ("+0", 50) })
        {
            disk.Write("clock", offset);
            Thread.Sleep(UntilSeen);
            trial.Reschedule(1, minute);
            trial.Polls.Await(1_000);
            trial.Restart(trial.Server.Stop);
        }

        return trial.Row(what);
    }

    private static string Library() => $"/usr/lib/{RuntimeInformation.OSArchitecture switch { Architecture.Arm64 => "aarch64", _ => "x86_64" }}-linux-gnu/faketime/libfaketimeMT.so.1";
}
