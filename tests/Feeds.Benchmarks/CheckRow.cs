using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>A large folder read and checked, beside Hugo that builds its RSS feed from the same folder.</summary>
internal static class CheckRow
{
    private const int Posts = 10_000;
    private const int Runs = 5;
    private const double MaxRatio = 1.5;

    /// <summary>Measures the row; null where Hugo is not installed.</summary>
    public static Row? Measure(FeedsProgram feeds, TempFolder disk)
    {
        if (!Hugo.IsInstalled("check")) return null;
        GeneratedSite.Write(disk, "many", Posts);
        var pairs = new Pairs(Runs, () => CheckOf(feeds, disk), () => Hugo.Build(disk, "many", Posts));
        return new Row(
            FormattableString.Invariant($"check of {Posts} posts of 8 KB, beside hugo"),
            FormattableString.Invariant($"{pairs.FeedsMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.PeerMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.Ratio:F2}"),
            FormattableString.Invariant($"{MaxRatio:F2}"),
            pairs.Ratio <= MaxRatio);
    }

    private static TimeSpan CheckOf(FeedsProgram feeds, TempFolder disk)
    {
        var run = Programs.Run("dotnet", feeds.Location, "check", disk.At("many/content"), "--strict");
        if (!run.Output.Contains(FormattableString.Invariant($" {Posts:N0} posts,"), StringComparison.Ordinal)) throw new InvalidOperationException($"Not all posts were read:\n{run.Output}");
        return run.Time;
    }
}
