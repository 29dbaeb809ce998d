using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>A site ten times as large as another built cold: what that takes of time and of memory.</summary>
internal static class ScaleRow
{
    private const int Few = 10_000;
    private const int Many = 100_000;
    private const int Runs = 5;
    private const double MaxTimes = 11;
    private const double MaxMemories = 8;

    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk)
    {
        GeneratedSite.Write(disk, "scale-few", Few, BuildRow.MainFeedsAlone);
        GeneratedSite.Write(disk, "scale-many", Many, BuildRow.MainFeedsAlone);
        var runs = Enumerable.Range(0, Runs).Select(_ => (Few: feeds.Build(disk, "scale-few"), Many: feeds.Build(disk, "scale-many"))).ToArray();
        yield return RowOf("time", "ms", MaxTimes, [.. runs.Select(run => (run.Few.Time.TotalMilliseconds, run.Many.Time.TotalMilliseconds))]);
        yield return RowOf("peak memory", "MB", MaxMemories, [.. runs.Select(run => (run.Few.PeakMegabytes, run.Many.PeakMegabytes))]);
    }

    private static Row RowOf(string what, string unit, double maxRatio, (double Few, double Many)[] runs)
    {
        var ratio = Quantile.Of(runs.Select(run => run.Many / run.Few), 0.5);
        return new Row(
            FormattableString.Invariant($"build of {Many} posts, {what}, beside {Few}"),
            FormattableString.Invariant($"{Quantile.Of(runs.Select(run => run.Many), 0.5):F0} {unit}"),
            FormattableString.Invariant($"{Quantile.Of(runs.Select(run => run.Few), 0.5):F0} {unit}"),
            FormattableString.Invariant($"{ratio:F1}"),
            FormattableString.Invariant($"{maxRatio:F1}"),
            ratio <= maxRatio);
    }
}
