using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>The feeds of a large site built cold, beside Hugo that builds one RSS feed from the same folder.</summary>
internal static class BuildRow
{
    /// <summary>Without an archive and without pages: what is left is what is subscribed to, and a few small files.</summary>
    public const string Settings = "feed: { content: summary, archive: false }\nposts: { permalink: 'https://example.org/{slug}/' }\n";

    /// <summary>The same without the feeds of tags: the site's own three are left.</summary>
    public const string MainFeedsAlone = Settings + "taxonomies: []\n";

    private const int Posts = 10_000;
    private const int Runs = 5;

    /// <summary>Measures a row; null where Hugo is not installed.</summary>
    /// <param name="name">The name of the row, and of the folder that it is measured on.</param>
    /// <param name="settings">What <c>site.yaml</c> says beside the title and the address.</param>
    public static Row? Measure(string name, string what, string settings, double maxRatio, FeedsProgram feeds, TempFolder disk)
    {
        if (!Hugo.IsInstalled(name)) return null;
        GeneratedSite.Write(disk, name, Posts, settings);
        var pairs = new Pairs(Runs, () => feeds.Build(disk, name).Time, () => Hugo.Build(disk, name, Posts));
        return new Row(
            FormattableString.Invariant($"{what} of {Posts} posts, beside hugo's one"),
            FormattableString.Invariant($"{pairs.FeedsMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.PeerMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.Ratio:F2}"),
            FormattableString.Invariant($"{maxRatio:F2}"),
            pairs.Ratio <= maxRatio);
    }
}
