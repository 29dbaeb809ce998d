using System.Diagnostics;
using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>From the write of a file to the feed that says so, at the socket.</summary>
internal static class EditRow
{
    private const string Feed = "/atom.xml";
    private const int Posts = 200;
    private const int Edits = 20;
    private const double MaxMilliseconds = 250;

    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        GeneratedSite.Write(disk, "few", Posts);
        using var server = new Server("dotnet", address => [feeds.Location, "serve", disk.At("few/content"), "--urls", address], Feed);
        for (var warmUp = 0; warmUp < 3; warmUp++) TimeOf(warmUp, server, disk);
        var times = Enumerable.Range(0, Edits).Select(edit => TimeOf(edit, server, disk).TotalMilliseconds).ToArray();
        var slow = Quantile.Of(times, 0.95);
        return new Row(
            FormattableString.Invariant($"edit among {Posts} posts, p50 and p95"),
            FormattableString.Invariant($"{Quantile.Of(times, 0.5):F0} ms"),
            "",
            FormattableString.Invariant($"{slow:F0} ms"),
            FormattableString.Invariant($"{MaxMilliseconds:F0} ms"),
            slow <= MaxMilliseconds);
    }

    private static TimeSpan TimeOf(int edit, Server server, TempFolder disk)
    {
        // The looks of the watcher, every two seconds, are met at another moment by each edit.
        Thread.Sleep(200 + (37 * edit));
        var words = $"Edit {Guid.NewGuid()}.";
        var newest = Directory.GetFiles(disk.At("few/content/posts")).Order(StringComparer.Ordinal).Last();
        var before = server.EntityTag(Feed);
        var watch = Stopwatch.StartNew();
        File.AppendAllText(newest, $"\n{words}\n");
        Server.Wait(() => server.EntityTag(Feed) != before);
        var isThere = server.Read(Feed).Contains(words, StringComparison.Ordinal);
        return isThere ? watch.Elapsed : throw new InvalidOperationException("The feed changed, but does not say what was written.");
    }
}
