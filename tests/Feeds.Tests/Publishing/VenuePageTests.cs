using AngleSharp.Html.Parser;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The pages of venues, where single dates of an event take place elsewhere.</summary>
public sealed class VenuePageTests
{
    [Theory]
    [InlineData("/venues/library/", "2026-01-07 2026-01-21", "/venues/library/calendar.ics")]
    [InlineData("/venues/mill/", "2026-01-14", null)]
    public void ListsTheDatesThatAreThere(string path, string days, string? calendar)
    {
        var published = FolderOf.Published(
            "2026-01-01T00:00:00Z",
            ("events/a.md", "---\ntitle: A\nstart: 2026-01-07 18:00\nevery: wednesday, 3 times\nlocation: Library\noverrides: [{ date: 2026-01-14, place: Mill }]\n---\nText.\n"));
        var page = new HtmlParser().ParseDocument(published.Text(path));

        Assert.Equal(days, string.Join(' ', page.QuerySelectorAll(".row time").Select(time => time.GetAttribute("datetime")![..10])));
        Assert.Equal(calendar, page.QuerySelector(".offer a[download]")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Library", "library", 1)]
    [InlineData("Online", "online", 0)]
    [InlineData("{ name: Zoom, address: 3 Mill Lane }", "zoom", 1)]
    public void LinksToAMap_WhereThereIsAPlace(string place, string folder, int links)
    {
        var published = FolderOf.Published("2026-01-01T00:00:00Z", ("events/a.md", $"---\ntitle: A\nstart: 2026-01-07 18:00\nlocation: {place}\n---\nText.\n"));
        string[] paths = ["/events/a/", $"/venues/{folder}/"];

        foreach (var page in paths.Select(path => new HtmlParser().ParseDocument(published.Text(path))))
        {
            Assert.Equal(links, page.QuerySelectorAll("a.map").Length);
            Assert.DoesNotContain($"{folder}Map", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        }
    }
}
