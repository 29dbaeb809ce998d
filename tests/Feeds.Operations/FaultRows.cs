using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations;

internal static class FaultRows
{
    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk) => [];
}
