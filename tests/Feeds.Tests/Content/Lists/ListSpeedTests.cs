using Feeds.Content;
using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>A list of thousands is read in a bounded time, whatever stands in it.</summary>
public sealed class ListSpeedTests
{
    private const int Entries = 10_000;
    private const int Files = 2_000;

    // The time of the files, with room for what else the machine does.
    private const double MaxRatio = 3;
    private const int Attempts = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("_data/events.yml", "", "- title: Title №\n  start: 2026-02-10 18:00\n  duration: 2h\n  location: Hall\n  link: https://sign.up/№\n", "")]
    [InlineData("_data/events.json", "[", "{\"title\": \"Title №\", \"start\": \"2026-02-10 18:00\", \"duration\": \"2h\", \"location\": \"Hall\", \"link\": \"https://sign.up/№\"},\n", "]")]
    [InlineData("_data/events.csv", "title,start,duration,location,link\n", "Title №,2026-02-10 18:00,2h,Hall,https://sign.up/№\n", "")]
    public void ReadsTenThousandEntries_InTheTimeOfTwoThousandFiles(string path, string open, string entry, string close)
    {
        var list = FolderOf.Files(("site.yaml", FolderOf.SiteYaml), (path, open + Repeated(entry, Entries) + close));
        var files = FolderOf.Files([("site.yaml", FolderOf.SiteYaml), .. Enumerable.Range(0, Files).Select(number => (FormattableString.Invariant($"events/{number}.md"), FormattableString.Invariant($"---\ntitle: Title {number}\nstart: 2026-02-10 18:00\nduration: 2h\nlocation: Hall\nlink: https://sign.up/{number}\n---\n{string.Concat(Enumerable.Repeat("A text of some words, as an event has them.\n", 20))}")))]);
        Assert.Equal(Entries, SiteReader.Read(list, FolderOf.Listening, previous: null).Site.Events.Length);

        var ratios = Enumerable.Range(0, Attempts).Select(_ => TimeOf(list) / TimeOf(files)).ToArray();

        Assert.True(ratios.Min() < MaxRatio, FormattableString.Invariant($"the list takes {ratios.Min():F1} times as long"));
    }

    [Theory]
    [InlineData("_data/events.yml", "", "- [", "")]
    [InlineData("_data/events.yml", "", "- title: \"a\n", "")]
    [InlineData("_data/events.yml", "", "- a: b: c\n", "")]
    [InlineData("_data/events.yml", "", "- start: 2026-02-10\n  title: x: y\n", "")]
    [InlineData("_data/events.yml", "- title: \"", "a\n  ", "\"\n")]
    [InlineData("_data/events.yml", "", "---\n", "")]
    [InlineData("_data/events.yml", "", "a№:\n  - b: c\n", "")]
    [InlineData("_data/events.json", "", "[", "")]
    [InlineData("_data/events.json", "[\"", "a", "")]
    [InlineData("_data/events.csv", "title,start\n", "\"", "")]
    [InlineData("_data/events.csv", "title,start\n", "\"a,", "")]
    [InlineData("_data/events.csv", "title,start\n", "a,\n", "")]
    [InlineData("data/events.toml", "", "a№ = [\n", "")]
    [InlineData("data/events.toml", "", "[[events]]\ntitle = x y\n", "")]
    [InlineData("events/a.md", "| Date | Title |\n|---|---|\n", "| a | b | [\n", "")]
    public void EndsSoon_WhateverAFileRepeats(string path, string open, string part, string close)
    {
        var text = Repeated(part, 200_000 / part.Length);

        Assert.InRange(ProcessorTime.Of(() => SiteReader.Read(FolderOf.Files(("site.yaml", FolderOf.SiteYaml), (path, open + text + close)), FolderOf.Listening, previous: null)), TimeSpan.Zero, Longest);
    }

    private static double TimeOf(Feeds.Content.Files.FolderReading folder)
    {
        // Reading is parallel, so the time of all processors is taken.
        var before = Environment.CpuUsage.TotalTime;
        SiteReader.Read(folder, FolderOf.Listening, previous: null);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static string Repeated(string part, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(number => part.Replace("№", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
