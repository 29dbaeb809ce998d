namespace Feeds.Benchmarks;

/// <summary>The smallest of the measured figures that a share of them does not exceed.</summary>
internal static class Quantile
{
    public static double Of(IEnumerable<double> figures, double share)
    {
        var sorted = figures.Order().ToArray();
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
