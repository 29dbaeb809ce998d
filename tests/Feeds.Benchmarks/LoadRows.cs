using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>How many polls and how many full fetches of a feed a second are answered, beside nginx that sends the same bytes as a file and beside a handler that does nothing else.</summary>
internal static class LoadRows
{
    private const string Feed = "/atom.xml";
    private const int Posts = 40;
    private const int Runs = 15;

    /// <summary>Three posts of 8 KB make a feed of some 27 KB.</summary>
    private const string Settings = "feed: { entries: 3, archive: false }\n";

    /// <summary>Measures the rows; none where the load generator is not installed, and none beside nginx where that is not.</summary>
    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk)
    {
        if (!Wrk.IsInstalled("load")) yield break;
        GeneratedSite.Write(disk, "polled", Posts, Settings);
        Programs.Run("dotnet", feeds.Location, "build", disk.At("polled/content"), "--output", disk.At("polled/site"), "--precompress");
        using var server = new Server("dotnet", address => [feeds.Location, "serve", disk.At("polled/content"), "--urls", address], Feed);
        using (var bare = new Server("dotnet", address => [Peer.Location, "peer", address, disk.At("polled/site/atom.xml.gz")], Feed))
        {
            foreach (var row in Beside("a bare handler", bare, 0.97, server)) yield return row;
        }

        if (!Nginx.IsInstalled("load beside nginx")) yield break;
        using var nginx = Nginx.Serve(disk, disk.At("polled/site"), Feed);
        foreach (var row in Beside("nginx", nginx, 0.65, server)) yield return row;
    }

    private static IEnumerable<Row> Beside(string name, Server peer, double leastRatio, Server server)
    {
        yield return RowOf($"304, beside {name}", leastRatio, () => Polls(server), () => Polls(peer));
        yield return RowOf($"200 under gzip, beside {name}", leastRatio, () => Fetches(server), () => Fetches(peer));
    }

    private static Row RowOf(string what, double leastRatio, Func<double> feeds, Func<double> peer)
    {
        feeds();
        peer();
        var runs = Enumerable.Range(0, Runs).Select(_ => (Feeds: feeds(), Peer: peer())).ToArray();
        var ratio = Quantile.Of(runs.Select(run => run.Feeds / run.Peer), 0.5);
        return new Row(
            what,
            FormattableString.Invariant($"{Quantile.Of(runs.Select(run => run.Feeds), 0.5):F0}/s"),
            FormattableString.Invariant($"{Quantile.Of(runs.Select(run => run.Peer), 0.5):F0}/s"),
            FormattableString.Invariant($"{ratio:F2}"),
            FormattableString.Invariant($">= {leastRatio:F2}"),
            ratio >= leastRatio);
    }

    private static double Polls(Server server) => Wrk.AnswersPerSecond(server, Feed, "Accept-Encoding: gzip", $"If-None-Match: {server.GzipTag(Feed)}");

    private static double Fetches(Server server) => Wrk.AnswersPerSecond(server, Feed, "Accept-Encoding: gzip");
}
