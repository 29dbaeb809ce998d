using Feeds.Content;
using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>A list of thousands is read in a bounded time, whatever stands in it.</summary>
public sealed class ListSpeedTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

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

    private static string Repeated(string part, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(number => part.Replace("№", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
