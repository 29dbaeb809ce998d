using System.Globalization;
using System.Text;
using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>A long list of events checked, beside a folder with a fifth as many files of such events.</summary>
internal static class ListRow
{
    private const int Entries = 10_000;
    private const int Files = 2_000;
    private const int Runs = 5;
    private const double MaxRatio = 2.5;

    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        var list = new StringBuilder();
        foreach (var (front, body) in GeneratedSite.Events(Entries))
        {
            list.Append("- ").Append(front.TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal));
            list.Append("\n  description: |\n    ").Append(body.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
        }

        disk.Write("list/site.yaml", GeneratedSite.Settings);
        disk.Write("list/_data/events.yml", list.ToString());
        disk.Write("files/site.yaml", GeneratedSite.Settings);
        foreach (var (number, (front, body)) in GeneratedSite.Events(Files).Index())
            disk.Write(string.Create(CultureInfo.InvariantCulture, $"files/events/event-{number:D5}.md"), $"---\n{front}---\n\n{body}\n");
        var pairs = new Pairs(Runs, () => CheckOf(feeds, disk.At("list"), Entries), () => CheckOf(feeds, disk.At("files"), Files));
        return new Row(
            FormattableString.Invariant($"check of a list of {Entries}, beside {Files} files"),
            FormattableString.Invariant($"{pairs.FeedsMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.PeerMilliseconds:F0} ms"),
            FormattableString.Invariant($"{pairs.Ratio:F2}"),
            FormattableString.Invariant($"{MaxRatio:F2}"),
            pairs.Ratio <= MaxRatio);
    }

    private static TimeSpan CheckOf(FeedsProgram feeds, string content, int events)
    {
        var run = Programs.Run("dotnet", feeds.Location, "check", content);
        var isWhole = run.Output.Contains(FormattableString.Invariant($" {events:N0} events:"), StringComparison.Ordinal);
        return isWhole ? run.Time : throw new InvalidOperationException($"Not all events were read:\n{run.Output}");
    }
}
