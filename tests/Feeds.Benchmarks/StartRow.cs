namespace Feeds.Benchmarks;

/// <summary>From the start of the process to the first feed that is served, beside the least of all web programs.</summary>
internal static class StartRow
{
    private const int Runs = 11;
    private const double MaxMoreMilliseconds = 300;

    public static Row Measure(FeedsProgram feeds)
    {
        var pairs = new Pairs(
            Runs,
            () => Time(address => [feeds.Location, "serve", FeedsProgram.SampleContent, "--urls", address], "/atom.xml"),
            () => Time(address => [Peer.Location, "peer", address], "/"));
        return new Row(
            "start to first answer, beside dotnet new web",
            FormattableString.Invariant($"{pairs.FeedsMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.PeerMilliseconds:F0} ms"),
            FormattableString.Invariant($"+{pairs.DifferenceInMilliseconds:F0} ms"),
            FormattableString.Invariant($"+{MaxMoreMilliseconds:F0} ms"),
            pairs.DifferenceInMilliseconds <= MaxMoreMilliseconds);
    }

    private static TimeSpan Time(Func<string, string[]> arguments, string path)
    {
        using var server = new Server("dotnet", arguments, path);
        return server.TimeToAnswer;
    }
}
