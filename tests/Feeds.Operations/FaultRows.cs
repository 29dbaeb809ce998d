using Feeds.Benchmarks;
using Feeds.Operations.Faults;
using Feeds.Tests;

namespace Feeds.Operations;

/// <summary>What machines do to a server, with clients on it all the while. What a hub may do, <c>HubTests</c> shows.</summary>
internal static class FaultRows
{
    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk) =>
        Confined(feeds, disk).Concat(Others(feeds, disk)).Select(measure => measure()).OfType<Row>();

    /// <summary>Those that need mounts and limits of their own.</summary>
    private static IEnumerable<Func<Row?>> Confined(FeedsProgram feeds, TempFolder disk)
    {
        if (!Namespace.IsPossible())
        {
            Console.WriteLine("disk full, content read-only, watches exhausted: left out, because this user may make no namespace (unshare --user --mount)");
            yield break;
        }

        yield return () => FullDisk.OfContent(feeds, disk);
        yield return () => FullDisk.OfState(feeds, disk);
        yield return () => FullDisk.OfTemporaryFile(feeds, disk);
        yield return () => ReadOnlyContent.Measure(feeds, disk);
        yield return () => NoWatches.Measure("max_inotify_watches", 0, "inotify: no watch left", feeds, disk);
        yield return () => NoWatches.Measure("max_inotify_watches", 1, "inotify: one watch left of two", feeds, disk);
        yield return () => NoWatches.Measure("max_inotify_instances", 0, "inotify: no instance left", feeds, disk);
    }

    private static IEnumerable<Func<Row?>> Others(FeedsProgram feeds, TempFolder disk)
    {
        yield return () => FullDisk.OfFileSize(feeds, disk);
        yield return () => AbsentContent.Moved(feeds, disk);
        yield return () => AbsentContent.Empty(feeds, disk);
        yield return () => AbsentContent.Copied(feeds, disk);
        yield return () => AbsentContent.Swapped(feeds, disk);
        yield return () => NoDescriptors.Measure(feeds, disk);
        yield return () => ClockSetBack.Measure(feeds, disk);
        yield return () => Checkout.ByGit(feeds, disk);
        yield return () => Checkout.InHalves(feeds, disk);
        yield return () => LittleMemory.Measure(feeds, disk);
        yield return () => Kills.Measure(feeds, disk);
    }
}
