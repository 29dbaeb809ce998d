using System.Runtime.InteropServices;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>A content folder that is not where it was, and is back.</summary>
internal static class AbsentContent
{
    private const int Times = 5;

    public static Row Moved(FeedsProgram feeds, TempFolder disk) => Measure("moved", "content folder gone and back", feeds, disk, content =>
    {
        Directory.Move(content, content + "-away");
        return () => Directory.Move(content + "-away", content);
    });

    public static Row Empty(FeedsProgram feeds, TempFolder disk) => Measure("emptied", "content folder empty, and back", feeds, disk, content =>
    {
        Directory.Move(content, content + "-away");
        Directory.CreateDirectory(content);
        return () =>
        {
            Directory.Delete(content, recursive: true);
            Directory.Move(content + "-away", content);
        };
    });

    public static Row Copied(FeedsProgram feeds, TempFolder disk) => Measure("copied", "content folder gone, a copy in its place", feeds, disk, content =>
    {
        Directory.Move(content, content + "-away");
        return () =>
        {
            Programs.Run("cp", "-a", content + "-away", content);
            Directory.Delete(content + "-away", recursive: true);
        };
    });

    /// <summary>The folder is a link, which leads nowhere for a while, and then to a copy.</summary>
    public static Row Swapped(FeedsProgram feeds, TempFolder disk) => Measure("swapped", "content a link to nowhere, then to a copy", feeds, disk, content =>
    {
        if (new DirectoryInfo(content).LinkTarget is null)
        {
            Directory.Move(content, content + "-0");
            Directory.CreateSymbolicLink(content, content + "-0");
        }

        var before = new DirectoryInfo(content).LinkTarget!;
        Lead(content, content + "-nowhere");
        return () =>
        {
            Programs.Run("cp", "-a", before, before + "0");
            Lead(content, before + "0");
            Directory.Delete(before, recursive: true);
        };
    });

    private static Row Measure(string folder, string what, FeedsProgram feeds, TempFolder disk, Func<string, Action> takeAway)
    {
        var content = disk.At(folder);
        Directory.CreateDirectory(content);
        SmallSite.Write(content);
        using var trial = new Trial(Command.Serve(feeds, content), content, SmallSite.Edited, SmallSite.Asked);
        for (var time = 0; time < Times; time++)
        {
            var putBack = takeAway(content);
            trial.Polls.Await(1_000);
            putBack();
            trial.Reschedule(1, 10 + time);
        }

        return trial.Row(what);
    }

    /// <summary>Replaces a link in one step.</summary>
    private static void Lead(string link, string target)
    {
        Directory.CreateSymbolicLink(link + "-new", target);
        if (Rename(link + "-new", link) != 0) throw new IOException($"{link} cannot be replaced");
    }

    // The base library moves no link to a folder over another.
    [DllImport("libc", EntryPoint = "rename"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Rename([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
