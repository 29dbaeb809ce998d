using System.Globalization;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

public sealed class FoldTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "ASCII", string.Concat(Enumerable.Repeat("abcdefghi ", 30)) },
        { "two octets", string.Concat(Enumerable.Repeat("žluťoučký", 12)) },
        { "three octets", string.Concat(Enumerable.Repeat("東京で開催", 12)) },
        { "four octets", string.Concat(Enumerable.Repeat("𝒳😀", 20)) },
        { "right to left", string.Concat(Enumerable.Repeat("مرحبا بالعالم שָׁלוֹם ", 8)) },
        { "combining marks", string.Concat(Enumerable.Repeat("e\u0301o\u0302\u0323 q\u0323\u0307", 20)) },
        { "marks after Latin", string.Concat(Enumerable.Repeat("ž\u0301y\u0301я\u0301", 20)) },
        { "family", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 6)) },
        { "skin and profession", string.Concat(Enumerable.Repeat("a👩🏽‍💻b", 12)) },
        { "flags", string.Concat(Enumerable.Repeat("🇨🇿🇯🇵", 12)) },
        { "keycaps", string.Concat(Enumerable.Repeat("1️⃣#️⃣", 12)) },
        { "Hangul", string.Concat(Enumerable.Repeat("\u1112\u1161\u11AB", 20)) },
        { "Devanagari", string.Concat(Enumerable.Repeat("नमस्ते", 12)) },
        { "escapes", string.Concat(Enumerable.Repeat("\\,;", 60)) },
        { "marked escapes", string.Concat(Enumerable.Repeat(",\u0301\\\u0301", 30)) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void FoldsBetweenClusters_AtEveryPosition(string kind, string text)
    {
        Assert.NotEmpty(kind);
        for (var before = 0; before <= 80; before++)
        {
            var summary = new string('x', before) + text;
            var folded = Written.FoldedLines(Written.Calendar(Written.Event with { Summary = summary }));
            var from = Array.FindIndex(folded, line => line.StartsWith("SUMMARY", StringComparison.Ordinal));
            string[] parts = [folded[from], .. folded[(from + 1)..].TakeWhile(line => line[0] == ' ').Select(line => line[1..])];
            var line = string.Concat(parts);
            var borders = StringInfo.ParseCombiningCharacters(line).ToHashSet();

            Assert.Equal("SUMMARY:" + Escaped(summary), line);
            for (int index = 0, fold = parts[0].Length; index + 1 < parts.Length; fold += parts[++index].Length)
            {
                Assert.Contains(fold, borders);
                Assert.Equal(0, (fold - line[..fold].TrimEnd('\\').Length) % 2);
            }
        }
    }

    [Fact]
    public void FoldsBetweenCodePoints_WhenAClusterIsLongerThanALine()
    {
        var summary = "a" + string.Concat(Enumerable.Repeat("\u0301", 200)) + "b";

        Assert.Equal(["SUMMARY:" + summary], Written.Lines(Written.Event with { Summary = summary }, "SUMMARY"));
    }

    [Fact]
    public void MovesAClusterThatJustFits_ToTheNextLine()
    {
        var cluster = "ž" + string.Concat(Enumerable.Repeat("\u0301", 36));

        var lines = Written.FoldedLines(Written.Calendar(Written.Event with { Summary = "x" + cluster }));

        Assert.Equal(["SUMMARY:x", " " + cluster], lines.SkipWhile(line => !line.StartsWith("SUMMARY", StringComparison.Ordinal)).Take(2));
    }

    [Theory]
    [InlineData(67, new[] { 75 })]
    [InlineData(68, new[] { 75, 2 })]
    [InlineData(141, new[] { 75, 75 })]
    [InlineData(142, new[] { 75, 75, 2 })]
    public void FillsLines_BeforeItFolds(int length, int[] octets)
    {
        var lines = Written.FoldedLines(Written.Calendar(Written.Event with { Summary = new string('x', length) }));

        Assert.Equal(octets, lines.Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal) || line[0] == ' ').Select(line => line.Length));
    }

    [Fact]
    public void FoldsUris_WithoutAChange()
    {
        var uri = "https://example.org/" + string.Concat(Enumerable.Repeat("a,b;c%20", 40));

        Assert.Equal(["URL:" + uri], Written.Lines(Written.Event with { Url = new Uri(uri) }, "URL"));
    }

    // Enough for these texts, none of which holds a line break.
    private static string Escaped(string text) => string.Concat(text.Select(c => c is '\\' or ',' or ';' ? "\\" + c : c.ToString()));
}
