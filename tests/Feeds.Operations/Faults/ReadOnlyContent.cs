using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>A content folder that only others may write.</summary>
internal static class ReadOnlyContent
{
    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        foreach (var folder in (string[])["written", "read-only"]) Directory.CreateDirectory(disk.At(folder));
        SmallSite.Write(disk.At("written"));
        var mounted = disk.At("read-only");
        using var space = new Namespace($"mount --bind '{disk.At("written")}' '{mounted}'\nmount -o remount,ro,bind '{mounted}'");
        using var trial = new Trial([.. space.Prefix, .. Command.Serve(feeds, mounted)], disk.At("written"), SmallSite.Edited, SmallSite.Asked);
        trial.Reschedule(2, minute: 40);
        trial.Reschedule(2, minute: 45);
        trial.Polls.Await(1_000);
        space.Run($"mount -o remount,rw,bind '{mounted}'");
        Server.Wait(() => File.Exists(disk.At("written/feeds.lock")));
        return trial.Row("content read-only, and writable again");
    }
}
