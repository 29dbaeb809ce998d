using System.Runtime.InteropServices;
using Xunit;

namespace Feeds.Tests;

/// <summary>The time that the processor spends on something: it does not grow where other programs are busy.</summary>
internal static partial class ProcessorTime
{
    private const int ThreadClock = 3;

    /// <summary>What an action takes on the thread that does it.</summary>
    public static TimeSpan Of(Action action)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "clock_gettime with the clock of a thread is Linux's");
        var before = Now();
        action();
        return Now() - before;
    }

    private static TimeSpan Now()
    {
        Assert.Equal(0, GetTime(ThreadClock, out var time));
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    /// <summary>A <c>timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
