using System.Globalization;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations;

/// <summary>Ten minutes around a full hour of the polls of many subscribers, each on a connection of its own.</summary>
internal static class PollerRows
{
    private const int Posts = 300;
    private const double MaxMilliseconds = 100;

    /// <summary>How many subscribe; <c>FEEDS_SUBSCRIBERS</c> replaces it.</summary>
    private const int Subscribers = 100_000;

    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromMinutes(1);

    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk)
    {
        var subscribers = int.Parse(
            Environment.GetEnvironmentVariable("FEEDS_SUBSCRIBERS") ?? Subscribers.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);
        SoakedSite.Write(disk, Posts);
        using var process = new SoakedProcess("dotnet", [feeds.Location, "serve", disk.At("soaked/content")]);
        var pollers = new Pollers(process.Address, subscribers, Lasting, new Random(1));
        using var stopping = new CancellationTokenSource(Lasting);
        var before = process.Look();
        Task.WaitAll(pollers.RunAsync(), SoakedSite.EditAsync(disk, BetweenEdits, stopping.Token));
        var after = process.Look();
        var seconds = after.ProcessorSeconds - before.ProcessorSeconds;
        var name = FormattableString.Invariant($"of {subscribers} subscribers");
        yield return new Row(
            $"polls {name}, p99",
            FormattableString.Invariant($"{pollers.Milliseconds(0.99):F1} ms"),
            FormattableString.Invariant($"{pollers.Milliseconds(0.5):F1} ms p50"),
            FormattableString.Invariant($"{pollers.Answers} polls, {100.0 * pollers.Unchanged / pollers.Answers:F0} % 304"),
            FormattableString.Invariant($"{MaxMilliseconds:F0} ms"),
            pollers.Milliseconds(0.99) <= MaxMilliseconds && pollers.Failures == 0);
        yield return new Row(
            $"load {name}",
            FormattableString.Invariant($"{1000 * seconds / pollers.Answers:F2} ms processor a poll"),
            FormattableString.Invariant($"{pollers.Bytes / pollers.Answers} bytes a poll"),
            FormattableString.Invariant($"{pollers.Busiest} polls in the busiest second, {pollers.Failures} failed"),
            FormattableString.Invariant($"{after.ResidentMegabytes:F0} MB"),
            pollers.Failures == 0);
    }
}
