using System.Collections.Immutable;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>No room on the disk: for <c>feeds.lock</c> in the content or elsewhere, and for the temporary file.</summary>
internal static class FullDisk
{
    private const int ManyPosts = 1_000;
    private const int EditsOfMany = 5;

    public static Row OfContent(FeedsProgram feeds, TempFolder disk)
    {
        using var space = Volume(disk, "full-content");
        SmallSite.Write(space.At(disk.At("full-content")));
        return OfLock("disk full: feeds.lock in the content", disk.At("full-content"), space.At(disk.At("full-content")), space, feeds, []);
    }

    public static Row OfState(FeedsProgram feeds, TempFolder disk)
    {
        using var space = Volume(disk, "full-state");
        Directory.CreateDirectory(disk.At("stateful"));
        SmallSite.Write(disk.At("stateful"));
        return OfLock("disk full: feeds.lock with --state", disk.At("stateful"), space.At(disk.At("full-state")), space, feeds, ["--state", disk.At("full-state")]);
    }

    /// <summary>The texts of a large site have no room beside memory from the start, and have some later.</summary>
    public static Row OfTemporaryFile(FeedsProgram feeds, TempFolder disk)
    {
        using var space = Volume(disk, "full-temporary");
        var newest = GeneratedSite.Write(disk, "spooled", ManyPosts)["spooled/content/".Length..];
        Fill(space.At(disk.At("full-temporary")));
        using var trial = new Trial([.. space.Prefix, "env", $"TMPDIR={disk.At("full-temporary")}", .. Command.Serve(feeds, disk.At("spooled/content"))], disk.At("spooled/content"), newest, Asked(newest));
        for (var edit = 0; edit < EditsOfMany; edit++) trial.Edit();
        Empty(space.At(disk.At("full-temporary")));
        return trial.Row("disk full: the temporary file");
    }

    /// <summary>The system lets no file grow beyond a size, which the runtime reports otherwise than a full disk.</summary>
    public static Row OfFileSize(FeedsProgram feeds, TempFolder disk)
    {
        var newest = GeneratedSite.Write(disk, "limited", ManyPosts)["limited/content/".Length..];
        // The runtime itself needs a large file to write machine code by, unless it is told otherwise.
        using var trial = new Trial(["prlimit", "--fsize=200000:unlimited", "env", "DOTNET_EnableWriteXorExecute=0", .. Command.Serve(feeds, disk.At("limited/content"))], disk.At("limited/content"), newest, Asked(newest));
        for (var edit = 0; edit < EditsOfMany; edit++) trial.Edit();
        Programs.Run("prlimit", FormattableString.Invariant($"--pid={trial.Server.Id}"), "--fsize=unlimited");
        AwaitLock(disk.At("limited/content"), path => File.Exists(path));
        return trial.Row("file size limited: lock, temporary file");
    }

    private static Row OfLock(string what, string content, string volume, Namespace space, FeedsProgram feeds, ImmutableArray<string> options)
    {
        using var trial = new Trial([.. space.Prefix, .. Command.Serve(feeds, content, options)], space.At(content), SmallSite.Edited, SmallSite.Asked);
        trial.Edit();
        Fill(volume);
        trial.Reschedule(1, minute: 40);
        trial.Reschedule(1, minute: 45);
        trial.Polls.Await(1_000);
        Empty(volume);
        // Without an edit: whoever stops the server now must lose nothing.
        AwaitLock(volume, path => File.ReadAllText(path).Contains("18:45", StringComparison.Ordinal));
        trial.Restart(trial.Server.Kill);
        return trial.Row(what);
    }

    private static void AwaitLock(string folder, Func<string, bool> isWritten) => Server.Wait(() => isWritten(Path.Join(folder, "feeds.lock")));

    private static Namespace Volume(TempFolder disk, string name)
    {
        Directory.CreateDirectory(disk.At(name));
        return new Namespace($"mount -t tmpfs -o size=1m tmpfs '{disk.At(name)}'");
    }

    private static void Fill(string volume)
    {
        try
        {
            using var filler = new FileStream(Path.Join(volume, ".filler"), FileMode.Create);
            while (true)
            {
                filler.Write(new byte[1024]);
                filler.Flush();
            }
        }
        catch (IOException)
        {
            // It is full now.
        }
    }

    private static void Empty(string volume) => File.Delete(Path.Join(volume, ".filler"));

    private static ImmutableArray<Asked> Asked(string newest) =>
        [new("/atom.xml"), new("/rss.xml"), new("/feed.json"), new("/"), new("/archive/"), new("/feeds/"), new($"/posts/{Path.GetFileNameWithoutExtension(newest)}/"), new("/posts/nothing/", IsThere: false)];
}
