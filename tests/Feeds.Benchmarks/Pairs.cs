namespace Feeds.Benchmarks;

/// <summary>Runs of Feeds and of its peer in turn, so that what slows the machine slows both.</summary>
internal sealed class Pairs
{
    private readonly List<(TimeSpan Feeds, TimeSpan Peer)> runs = [];

    /// <summary>Measures both, after a run of each that does not count.</summary>
    public Pairs(int count, Func<TimeSpan> feeds, Func<TimeSpan> peer)
    {
        feeds();
        peer();
        for (var run = 0; run < count; run++) runs.Add((feeds(), peer()));
    }

    public double FeedsMilliseconds => Median(run => run.Feeds.TotalMilliseconds);

    public double PeerMilliseconds => Median(run => run.Peer.TotalMilliseconds);

    public double Ratio => Median(run => run.Feeds / run.Peer);

    public double DifferenceInMilliseconds => Median(run => (run.Feeds - run.Peer).TotalMilliseconds);

    private double Median(Func<(TimeSpan Feeds, TimeSpan Peer), double> figure) => Quantile.Of(runs.Select(figure), 0.5);
}
