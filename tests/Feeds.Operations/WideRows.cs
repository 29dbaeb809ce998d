using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations;

internal static class WideRows
{
    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk) => [];
}
