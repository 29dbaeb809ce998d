using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>From the start of the process to the first feed of a large site that is served.</summary>
internal static class LargeStartRow
{
    private const int Posts = 10_000;
    private const int Runs = 5;
    private const double MaxMilliseconds = 3_000;

    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        GeneratedSite.Write(disk, "started", Posts);
        var times = Enumerable.Range(0, Runs).Select(_ => TimeOf(feeds, disk).TotalMilliseconds).ToArray();
        var (time, slowest) = (Quantile.Of(times, 0.5), times.Max());
        return new Row(
            FormattableString.Invariant($"start to first answer with {Posts} posts"),
            FormattableString.Invariant($"{time:F0} ms"),
            FormattableString.Invariant($"{slowest:F0} ms at most"),
            FormattableString.Invariant($"{time:F0} ms"),
            FormattableString.Invariant($"{MaxMilliseconds:F0} ms"),
            time <= MaxMilliseconds);
    }

    // The first has no lock yet: it makes all ids and stamps, as those after it find them.
    private static TimeSpan TimeOf(FeedsProgram feeds, TempFolder disk)
    {
        using var server = new Server("dotnet", address => [feeds.Location, "serve", disk.At("started/content"), "--urls", address], "/atom.xml");
        return server.TimeToAnswer;
    }
}
