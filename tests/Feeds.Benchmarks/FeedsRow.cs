using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>All feeds of a large site with many tags, in three formats, beside Hugo that builds one RSS feed.</summary>
internal static class FeedsRow
{
    private const int Posts = 10_000;
    private const int Runs = 5;
    private const double MaxRatio = 0.4;

    /// <summary>Measures the row; null where Hugo is not installed.</summary>
    public static Row? Measure(FeedsProgram feeds, TempFolder disk)
    {
        if (!Hugo.IsInstalled("feeds")) return null;
        GeneratedSite.Write(disk, "tagged", Posts, "feed: { content: summary, archive: false }\nposts: { permalink: 'https://example.org/{slug}/' }\n");
        var pairs = new Pairs(Runs, () => Build(feeds, disk), () => Hugo.Build(disk, "tagged", Posts));
        return new Row(
            FormattableString.Invariant($"all feeds of {Posts} posts, beside hugo's one"),
            FormattableString.Invariant($"{pairs.FeedsMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.PeerMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.Ratio:F2}"),
            FormattableString.Invariant($"{MaxRatio:F2}"),
            pairs.Ratio <= MaxRatio);
    }

    private static TimeSpan Build(FeedsProgram feeds, TempFolder disk)
    {
        // A folder of its own for each run: ext4 is slow to make files for seconds after thousands were deleted.
        var output = disk.At($"tagged/feeds-{Path.GetRandomFileName()}");
        return Programs.Run("dotnet", feeds.Location, "build", disk.At("tagged/content"), "--output", output).Time;
    }
}
