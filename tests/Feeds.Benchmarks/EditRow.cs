using System.Collections.Immutable;
using System.Diagnostics;
using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>From the write of a file to the feed that says so, at the socket.</summary>
internal static class EditRow
{
    private const string Feed = "/atom.xml";
    private const int Edits = 40;

    private static readonly ImmutableArray<(int Posts, double MaxMilliseconds)> Sites = [(200, 200), (10_000, 200), (100_000, 800)];

    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk) => Sites.Select(site => Measure(site.Posts, site.MaxMilliseconds, feeds, disk));

    private static Row Measure(int posts, double maxMilliseconds, FeedsProgram feeds, TempFolder disk)
    {
        var folder = FormattableString.Invariant($"edited-{posts}");
        var newest = disk.At(GeneratedSite.Write(disk, folder, posts));
        return Measure(FormattableString.Invariant($"edit among {posts} posts, p50 and p95"), folder, newest, maxMilliseconds, feeds, disk);
    }

    /// <param name="folder">Whose <c>content</c> is served.</param>
    /// <param name="newest">The file of the newest post, as it is named on the disk.</param>
    public static Row Measure(string what, string folder, string newest, double maxMilliseconds, FeedsProgram feeds, TempFolder disk)
    {
        using var server = new Server("dotnet", address => [feeds.Location, "serve", disk.At($"{folder}/content"), "--urls", address], Feed);
        var times = Enumerable.Range(0, Edits).Select(edit => TimeOf(edit, server, newest).TotalMilliseconds).ToArray();
        var slow = Quantile.Of(times, 0.95);
        return new Row(
            what,
            FormattableString.Invariant($"{Quantile.Of(times, 0.5):F0} ms"),
            "",
            FormattableString.Invariant($"{slow:F0} ms"),
            FormattableString.Invariant($"{maxMilliseconds:F0} ms"),
            slow <= maxMilliseconds);
    }

    private static TimeSpan TimeOf(int edit, Server server, string file)
    {
        // The looks of the watcher, every two seconds, are met at another moment by each edit.
        Thread.Sleep(200 + (37 * edit));
        var words = $"Edit {Guid.NewGuid()}.";
        var known = server.EntityTag(Feed);
        var watch = Stopwatch.StartNew();
        File.AppendAllText(file, $"\n{words}\n");
        // The feed may change meanwhile because a date comes that lay ahead.
        Server.Wait(() =>
        {
            var tag = server.EntityTag(Feed);
            if (tag == known) return false;
            known = tag;
            return server.Read(Feed).Contains(words, StringComparison.Ordinal);
        });
        return watch.Elapsed;
    }
}
