using System.Text;
using Feeds.Publishing;
using Feeds.Publishing.Calendars;
using Xunit;

namespace Feeds.Tests.Publishing;

public sealed class CalendarDescriptionTests
{
    private const string Page = "https://club.example/events/a/";

    [Theory]
    [InlineData("a", 1)]
    [InlineData("a,b;c\\d\ne", 13)]
    [InlineData("é", 2)]
    [InlineData("日本", 6)]
    public void CountsOctets_AsInAContentLine(string text, int length) => Assert.Equal(length, CalendarDescription.Length(text));

    [Theory]
    [InlineData("Some words, and more. ", 40, 20)]
    [InlineData("昨天我们去了山上。", 60, 20)]
    [InlineData("One line; ", 1200, 1)]
    [InlineData("一二三", 1200, 1)]
    [InlineData("👩‍👩‍👧", 600, 1)]
    public void CutsLongText_WithALinkToThePage(string words, int repeated, int paragraphs)
    {
        var paragraph = new StringBuilder().Insert(0, words, repeated).ToString();
        var published = Published("", string.Join("\n\n", Enumerable.Repeat(paragraph, paragraphs)));
        foreach (var calendar in (string[])["/calendar.ics", "/calendar.google.ics", "/calendar.outlook.ics", "/events/a.ics"])
        {
            var line = Assert.Single(published.Lines(calendar), line => line.StartsWith("DESCRIPTION:", StringComparison.Ordinal) && line.Length > 100)["DESCRIPTION:".Length..];
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 5_000, CalendarDescription.MaxLength);
            Assert.EndsWith("\\n\\n" + Page, line, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', line);
            Assert.DoesNotContain(published.Lines(calendar), line => line.StartsWith("X-ALT-DESC", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("summary: Come to the mill…\n", "Come to the mill on Friday.", "Come to the mill on Friday.")]
    [InlineData("summary: Come to the mill\n", "# Walk\n\nCome to the mill on Friday.", "Walk\\n\\nCome to the mill on Friday.")]
    [InlineData("summary: Come to the mill...\n", "Come to the\nmill on Friday.", "Come to the mill on Friday.")]
    [InlineData("summary: A walk\n", "Come to the mill.", "A walk\\n\\nCome to the mill.")]
    [InlineData("", "Come to the mill.", "Come to the mill.")]
    public void SaysASummaryOnce(string front, string body, string expected)
    {
        var published = Published(front, body);
        Assert.Contains($"DESCRIPTION:{expected}\\n\\n{Page}", published.Lines("/calendar.ics"));
        Assert.Contains(published.Lines("/calendar.ics"), line => line.StartsWith("X-ALT-DESC", StringComparison.Ordinal));
    }

    private static Publication Published(string front, string body) =>
        FolderOf.Published("2026-01-01T00:00:00Z", ("events/a.md", $"---\ntitle: Walk\nstart: 2026-02-03 18:00\n{front}---\n{body}\n"));
}
