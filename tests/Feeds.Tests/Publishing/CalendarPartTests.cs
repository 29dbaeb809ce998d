using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>Which calendars a site has, and what each of them holds.</summary>
public sealed class CalendarPartTests
{
    private const string Now = "2026-01-01T00:00:00Z";

    private static readonly (string, string)[] Club =
    [
        Event("a", "2025-12-31 22:00", "tags: [one, two]\nseries: Evenings\nlocation: Town hall\n"),
        Event("b", "2026-02-01 18:00", "tags: [two, C++]\ncategory: talks\nseries: evenings\nlocation: { name: town hall, address: 1 Main Street }\n"),
        Event("c", "2026-03-01 18:00", "category: [talks, walks]\nonline: https://meet.example/\n"),
        Published.Post("post", "2025-01-01", "tags: [one, posts-only]\nseries: posts-only\n"),
    ];

    [Theory]
    [InlineData("/calendar.ics", "a b c")]
    [InlineData("/calendar.google.ics", "a b c")]
    [InlineData("/calendar.outlook.ics", "a b c")]
    [InlineData("/calendar/2025.ics", "a")]
    [InlineData("/calendar/2026.ics", "b c")]
    [InlineData("/tags/one/calendar.ics", "a")]
    [InlineData("/tags/two/calendar.ics", "a b")]
    [InlineData("/tags/c-plus-plus/calendar.ics", "b")]
    [InlineData("/tags/c-plus-plus+two/calendar.ics", "b")]
    [InlineData("/tags/one+two/calendar.ics", "a")]
    [InlineData("/categories/talks/calendar.ics", "b c")]
    [InlineData("/categories/walks/calendar.ics", "c")]
    [InlineData("/categories/talks+walks/calendar.ics", "c")]
    [InlineData("/series/evenings/calendar.ics", "a b")]
    [InlineData("/venues/town-hall/calendar.ics", "a b")]
    [InlineData("/events/a.ics", "a")]
    public void HoldsExactlyItsEvents(string path, string titles) => Assert.Equal(titles, FolderOf.Published(Now, Club).Values(path, "SUMMARY"));

    [Theory]
    [InlineData("/tags/posts-only/calendar.ics")]
    [InlineData("/series/posts-only/calendar.ics")]
    [InlineData("/authors/ada/calendar.ics")]
    [InlineData("/calendar/2024.ics")]
    [InlineData("/tags/c-plus-plus+one/calendar.ics")]
    [InlineData("/tags/two+one/calendar.ics")]
    [InlineData("/tags/one+posts-only/calendar.ics")]
    [InlineData("/venues/town-hall+evenings/calendar.ics")]
    [InlineData("/tags/one+two/calendar.google.ics")]
    public void IsNotThere_WithoutEvents(string path) => Assert.Null(FolderOf.Published(Now, Club).Find(path));

    /// <summary>What comes back stands once in each calendar, with its exceptional dates; a plan stands there with each of its next dates.</summary>
    [Theory]
    [InlineData("/calendar.ics", "w moved p")]
    [InlineData("/calendar.google.ics", "w moved p")]
    [InlineData("/calendar/2024.ics", null)]
    [InlineData("/calendar/2025.ics", "w moved")]
    [InlineData("/calendar/2026.ics", "w moved p")]
    [InlineData("/calendar/2027.ics", null)]
    [InlineData("/tags/lamps/calendar.ics", "w moved p")]
    [InlineData("/series/workshops/calendar.ics", "w moved")]
    [InlineData("/series/evenings/calendar.ics", "p")]
    [InlineData("/venues/hall/calendar.ics", "w moved p")]
    [InlineData("/tags/lamps+long/calendar.ics", "w moved")]
    [InlineData("/events/w.ics", "w moved")]
    public void HoldsWhatComesBack(string path, string? titles)
    {
        var published = FolderOf.Published(
            Now,
            Event("w", "2025-11-01", "every: third wednesday 18:30\ntags: [lamps, long]\nseries: Workshops\nlocation: Hall\noverrides:\n  - { date: 2026-01-21, title: moved, start: 2026-01-28 }\n"),
            Event("p", "2026-11-19 18:30", "every: third thursday until 2026-12-01\nstatus: tentative\ntags: lamps\nseries: Evenings\nlocation: Hall\n"));

        Assert.Equal(titles, published.Find(path) is null ? null : published.Values(path, "SUMMARY"));
    }

    [Fact]
    public void HasOneAddress_InWhateverOrderTheTermsStand() =>
        Assert.Equal("/tags/one+two/calendar.ics", FolderOf.Published(Now, Club).Canonical("/tags/two+one/calendar.ics"));

    [Theory]
    [InlineData("taxonomies: []\n", null)]
    [InlineData("taxonomies: [tags]\n", "a")]
    public void HasCalendarsOfTerms_OnlyWhereTheSiteWantsThem(string settings, string? titles)
    {
        var published = FolderOf.Published(Now, [.. Club, ("site.yaml", FolderOf.SiteYaml + settings)]);

        Assert.Equal(titles, published.Find("/tags/one/calendar.ics") is null ? null : published.Values("/tags/one/calendar.ics", "SUMMARY"));
    }

    [Theory]
    [InlineData("/calendar.ics", "Compiler Club", "https://club.example/calendar.ics")]
    [InlineData("/calendar.google.ics", "Compiler Club", "https://club.example/calendar.google.ics")]
    [InlineData("/calendar/2025.ics", "Compiler Club 2025", "https://club.example/calendar/2025.ics")]
    [InlineData("/series/evenings/calendar.ics", "Compiler Club: Evenings", "https://club.example/series/evenings/calendar.ics")]
    [InlineData("/tags/c-plus-plus+two/calendar.ics", "Compiler Club: C++ + two", "https://club.example/tags/c-plus-plus%2Btwo/calendar.ics")]
    public void NamesItself(string path, string name, string address)
    {
        var published = FolderOf.Published(Now, Club);

        Assert.Equal((name, name, address, address), (published.Values(path, "NAME"), published.Values(path, "X-WR-CALNAME"), published.Values(path, "uid"), published.Values(path, "SOURCE;VALUE=URI")));
    }

    [Fact]
    public void SaysTheSame_AsJson()
    {
        var json = FolderOf.Published(Now, Club).Find("/calendar.json")!;

        Assert.Equal("application/calendar+json; charset=utf-8", json.MediaType.Name);
        Assert.Equal(
            ["a", "b", "c"],
            System.Text.Json.JsonElement.Parse(json.Identity.Span)[2].EnumerateArray().Where(part => part[0].GetString() == "vevent").Select(part => part[1].EnumerateArray().Single(property => property[0].GetString() == "summary")[3].GetString()));
    }

    private static (string Path, string Text) Event(string title, string start, string more) =>
        ($"events/{title}.md", $"---\ntitle: {title}\nstart: {start}\nduration: PT3H\n{more}---\nText.\n");
}
