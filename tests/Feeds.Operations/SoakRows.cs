using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations;

/// <summary>A server under polls, edits and a crawler for twenty minutes: what it takes of the machine stays level, and each answer is right.</summary>
internal static partial class SoakRows
{
    private const int Posts = 300;
    private const int Connections = 200;
    private const double MaxRatio = 1.1;
    private const double MaxMilliseconds = 10;

    /// <summary>How long it lasts; fewer minutes are for a first look.</summary>
    private const string MinutesVariable = "FEEDS_SOAK_MINUTES";

    /// <summary>How often each connection asks, and how long lies between two edits and between two pages of the crawler.</summary>
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenPages = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk)
    {
        var lasting = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable(MinutesVariable) ?? "20", CultureInfo.InvariantCulture));
        // A tenth of it, which is two minutes of twenty.
        var warmUp = lasting / 10;
        SoakedSite.Write(disk, Posts);
        using var process = new SoakedProcess("dotnet", [feeds.Location, "serve", disk.At("soaked/content")]);
        var clients = new SoakClients(process.Address, Connections, BetweenPolls);
        using var stopping = new CancellationTokenSource(lasting);
        Task[] running = [clients.RunAsync(stopping.Token), SoakedSite.EditAsync(disk, BetweenEdits, stopping.Token), clients.CrawlAsync(BetweenPages, stopping.Token)];
        var looks = new List<ProcessLook>();
        while (!stopping.IsCancellationRequested)
        {
            stopping.Token.WaitHandle.WaitOne(BetweenLooks);
            looks.Add(process.Look());
        }

        Task.WaitAll(running);
        var level = looks[(int)(looks.Count * (warmUp / lasting))..];
        yield return Level("memory", "MB", look => look.ResidentMegabytes, level);
        yield return Level("handles", "", look => look.Handles, level);
        yield return Level("threads", "", look => look.Threads, level);
        yield return new Row(
            FormattableString.Invariant($"304 of {Connections} polling connections, p99"),
            FormattableString.Invariant($"{clients.Milliseconds(0.99):F1} ms"),
            FormattableString.Invariant($"{clients.Unchanged} of {clients.Answers}"),
            FormattableString.Invariant($"{clients.Milliseconds(0.5):F1} ms p50"),
            FormattableString.Invariant($"{MaxMilliseconds:F0} ms"),
            clients.Milliseconds(0.99) <= MaxMilliseconds);
        yield return Count("wrong answers", clients.Wrong);
        yield return Count("lines of the log that nobody expects", [.. process.Lines.Where(line => !Known().IsMatch(line))]);
    }

    /// <summary>The last third beside the first, both after the warm-up.</summary>
    private static Row Level(string what, string unit, Func<ProcessLook, double> figure, List<ProcessLook> looks)
    {
        var third = looks.Count / 3;
        var (first, last) = (Quantile.Of(looks[..third].Select(figure), 0.5), Quantile.Of(looks[^third..].Select(figure), 0.5));
        return new Row(
            FormattableString.Invariant($"{what} at the end of a soak, beside its begin"),
            FormattableString.Invariant($"{last:F0} {unit}").Trim(),
            FormattableString.Invariant($"{first:F0} {unit}").Trim(),
            FormattableString.Invariant($"{last / first:F2}"),
            FormattableString.Invariant($"{MaxRatio:F2}"),
            last <= first * MaxRatio);
    }

    private static Row Count(string what, IReadOnlyCollection<string> found)
    {
        foreach (var one in found.Take(10)) Console.Error.WriteLine(one);
        return new Row(what, FormattableString.Invariant($"{found.Count}"), "", "", "0", found.Count == 0);
    }

    [GeneratedRegex(@"^info: feeds\[\d+\] (Published [\d,]+ posts? and [\d,]+ events?|Serving .* at http://.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Known();
}
