using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>What the pages of posts and events, and the pages around them, show to people.</summary>
public sealed class DocumentPageTests
{
    private const string Now = "2026-01-01T00:00:00Z";

    [Theory]
    [InlineData("Europe/Prague", "Tuesday, 3 February 2026, 18:00–20:00 Prague time")]
    [InlineData("America/Argentina/Buenos_Aires", "Tuesday, 3 February 2026, 18:00–20:00 Buenos Aires time")]
    [InlineData("UTC", "Tuesday, 3 February 2026, 18:00–20:00 UTC")]
    [InlineData("Etc/GMT+5", "Tuesday, 3 February 2026, 18:00–20:00 UTC-05:00")]
    public void NamesTheZone_AsPeopleDo(string zone, string expected)
    {
        var page = Page("/events/a/", ("events/a.md", $"---\ntitle: A\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\ntimezone: {zone}\n---\n"));

        Assert.Equal(expected, page.QuerySelector(".dt-start")!.TextContent.Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("image: /photo.gif\n", "Text.", "<img class=\"lead\" src=\"/photo.gif\" alt=\"\">")]
    [InlineData("image: https://else.example/a.png\n", "Text.", "<img class=\"lead\" src=\"https://else.example/a.png\" alt=\"\" referrerpolicy=\"no-referrer\">")]
    [InlineData("image: /photo.gif\n", "![A photo](/photo.gif)", null)]
    [InlineData("", "![A photo](/photo.gif)", null)]
    public void ShowsItsImage_OnceAboveTheBody(string front, string body, string? expected)
    {
        foreach (var (folder, date) in (ReadOnlySpan<(string, string)>)[("posts", "date: 2025-03-04"), ("events", "start: 2026-02-03")])
        {
            var page = Page($"/{folder}/a/", ($"{folder}/a.md", $"---\ntitle: A\n{date}\n{front}---\n{body}\n"));

            Assert.Equal(expected, page.QuerySelector("img.lead")?.OuterHtml);
        }
    }

    [Theory]
    [InlineData("/posts/a/", "/subscribe/#posts")]
    [InlineData("/events/b/", "/subscribe/#calendar")]
    public void EndsWithHowToSubscribe(string path, string expected)
    {
        var page = Page(path, ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\n"), ("events/b.md", "---\ntitle: B\nstart: 2026-02-03\n---\n"));

        Assert.Equal(expected, page.QuerySelector(".invite a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("start: 2026-02-27\nend: 2026-03-02\n", "27>2026-02-27 28>2026-02-27 | 1>2026-02-27 2>2026-02-27 20>2026-03-20")]
    [InlineData("start: 2026-02-27 18:00\nend: 2026-02-28 12:00\n", "27>2026-02-27 | 20>2026-03-20")]
    [InlineData("start: 2026-02-20 18:00\nend: 2026-02-22 00:00\n", "20>2026-02-20 21>2026-02-20 | 20>2026-03-20")]
    public void MarksEveryDay_OfAnEventOfSeveralDays(string dates, string expected)
    {
        var page = Page("/events/", ("events/a.md", $"---\ntitle: A\n{dates}---\n"), ("events/b.md", "---\ntitle: B\nstart: 2026-03-20\n---\n"));
        var months = page.QuerySelectorAll(".month").Select(month =>
            string.Join(' ', month.QuerySelectorAll("a").Select(day => $"{day.TextContent}>{day.GetAttribute("href")![1..]}")));

        Assert.Equal(expected, string.Join(" | ", months));
        Assert.All(page.QuerySelectorAll(".month a"), day => Assert.NotNull(page.GetElementById(day.GetAttribute("href")![1..])));
    }

    [Theory]
    [InlineData("", "", "Events Subscribe", "calendar posts")]
    [InlineData("posts/a.md", "date: 2025-03-04", "Posts Subscribe", "posts calendar")]
    [InlineData("events/a.md", "start: 2026-02-03", "Events Subscribe", "calendar posts")]
    public void MakesSense_WhateverIsMissing(string path, string date, string links, string sections)
    {
        var published = path.Length == 0 ? FolderOf.Published(Now) : FolderOf.Published(Now, (path, $"---\ntitle: A\n{date}\n---\n"));
        var (home, subscribe) = (Parsed(published.Text("/")), Parsed(published.Text("/subscribe/")));

        Assert.Equal(links, string.Join(' ', home.QuerySelectorAll(".top nav a").Select(link => link.TextContent)));
        Assert.Equal(path.Length == 0, home.Body!.TextContent.Contains("Nothing has been published yet.", StringComparison.Ordinal));
        Assert.Equal(sections, string.Join(' ', subscribe.QuerySelectorAll("section[id]").Select(section => section.Id)));
        Assert.Equal(!path.StartsWith("posts", StringComparison.Ordinal), subscribe.QuerySelector("#calendar .choices") is not null);
    }

    [Fact]
    public void HasAPageOfEvents_WhileThereAreNone()
    {
        var published = FolderOf.Published(Now, ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\n"));

        Assert.Contains("There are no upcoming events.", published.Text("/events/"), StringComparison.Ordinal);
        Assert.Contains("href=\"/events/\"", published.Text("/subscribe/"), StringComparison.Ordinal);
        Assert.DoesNotContain("/events/", published.Text("/sitemap.xml"), StringComparison.Ordinal);
    }

    private static IHtmlDocument Page(string path, params (string Path, string Text)[] files) => Parsed(FolderOf.Published(Now, files).Text(path));

    private static IHtmlDocument Parsed(string page) => new HtmlParser().ParseDocument(page);
}
