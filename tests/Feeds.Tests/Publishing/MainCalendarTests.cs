using System.Globalization;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Publishing;
using Feeds.Publishing.Calendars;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What the main calendar lets go of when it would be more than Google takes; the year is 2026.</summary>
public sealed class MainCalendarTests
{
    private const string Now = "2026-06-01T00:00:00Z";

    /// <summary>How many events there are of each year, and of how many characters their texts are.</summary>
    [Theory]
    [InlineData("2024:300 2025:300 2026:300 2027:100", 10, 1000, null)]
    [InlineData("2024:300 2025:300 2026:300 2027:101", 10, 701, "there are 1001 events, LIMIT, so /calendar.ics keeps 701; the 300 of 2024 are in /calendar/2024.ics")]
    [InlineData("2020:1 2024:300 2025:500 2026:501", 10, 501, "there are 1302 events, LIMIT, so /calendar.ics keeps 501; the 801 of 2020 to 2025 are in /calendar/2020.ics to /calendar/2025.ics")]
    [InlineData("2025:999 2026:2", 10, 2, "there are 1001 events, LIMIT, so /calendar.ics keeps 2; the 999 of 2025 are in /calendar/2025.ics")]
    [InlineData("2024:1001", 10, 0, "there are 1001 events, LIMIT, so /calendar.ics keeps 0; the 1001 of 2024 are in /calendar/2024.ics")]
    [InlineData("2026:1001", 10, 1001, "the 1001 events of /calendar.ics are LIMIT, and none of them is of a past year; recommend the calendars of tags, series and venues to subscribers")]
    [InlineData("2026:600 2027:600", 10, 1200, "the 1200 events of /calendar.ics are LIMIT, and none of them is of a past year; recommend the calendars of tags, series and venues to subscribers")]
    [InlineData("2024:30 2025:30 2026:30", 7_000, 60, "there are 90 events, LIMIT, so /calendar.ics keeps 60; the 30 of 2024 are in /calendar/2024.ics")]
    public void LeavesOutWholeYears_FromTheOldest(string years, int characters, int kept, string? advice)
    {
        var calendar = MainCalendar.Of(new SiteSnapshot(Site(years, characters), FolderOf.Moment(Now)));

        Assert.Equal(kept, calendar.Events.Length);
        Assert.Equal(
            advice is null ? [] : [$".: warning: {advice.Replace("LIMIT", "more than the 1000 events or the megabyte of which Google begins to drop some", StringComparison.Ordinal)}"],
            calendar.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void IsThatOfTheCalendars_AndOfThoseForGoogleAndOutlook()
    {
        var published = Publication.Render(Site("2024:600 2025:300 2026:300", 10), FolderOf.Moment(Now), previous: null);

        Assert.Equal(
            [600, 600, 600, 600, 300, 300],
            new[] { "/calendar.ics", "/calendar.google.ics", "/calendar.outlook.ics", "/calendar/2024.ics", "/calendar/2025.ics", "/calendar/2026.ics" }.Select(path => published.Lines(path).Count(line => line == "BEGIN:VEVENT")));
        Assert.Single(published.Diagnostics);
    }

    [Fact]
    public void IsUnderAMegabyte_WhereYearsCanGo()
    {
        var published = Publication.Render(Site("2023:200 2024:200 2025:200 2026:200", 2_000), FolderOf.Moment(Now), previous: null);

        Assert.InRange(published.Find("/calendar.ics")!.Identity.Length, 500_000, 1_000_000);
    }

    /// <summary>The year that is over only then may have to go.</summary>
    [Theory]
    [InlineData("2025:999 2026:2", "2026-12-31T23:00:00Z")]
    [InlineData("2025:999 2026:1", null)]
    public void LastsUntilNewYear_WhereYearsAreLeftOut(string years, string? until) =>
        Assert.Equal(until is null ? null : FolderOf.Moment(until), MainCalendar.Of(new SiteSnapshot(Site(years, 10), FolderOf.Moment(Now))).Until);

    /// <summary>An event of the year before that is still going on keeps its year.</summary>
    [Fact]
    public void KeepsAYear_UntilItsLastEventIsOver()
    {
        var files = Files("2025:999 2026:10", 10).Append(("events/long.md", "---\ntitle: Long\nstart: 2025-12-31\nend: 2026-06-02\nall-day: true\n---\n")).ToArray();

        Assert.Equal(1010, MainCalendar.Of(new SiteSnapshot(FolderOf.Site(files).Site, FolderOf.Moment(Now))).Events.Length);
        Assert.Equal(10, MainCalendar.Of(new SiteSnapshot(FolderOf.Site(files).Site, FolderOf.Moment("2026-06-03T00:00:00Z"))).Events.Length);
    }

    /// <summary>What comes back is there as long as it does; then it is of its last year.</summary>
    [Theory]
    [InlineData("every: friday", 3, null)]
    [InlineData("every: friday until 2026-01-02", 3, null)]
    [InlineData("every: friday until 2025-12-26", 2, "the 1001 of 2023 to 2025 are in /calendar/2023.ics to /calendar/2025.ics")]
    public void KeepsWhatComesBack_AsLongAsItDoes(string every, int kept, string? leftOut)
    {
        var files = Files("2023:1 2025:999 2026:2", 10).Append(("events/weekly.md", $"---\ntitle: Weekly\nstart: 2023-01-06 18:00\nduration: PT2H\n{every}\n---\n")).ToArray();

        var calendar = MainCalendar.Of(new SiteSnapshot(FolderOf.Site(files).Site, FolderOf.Moment(Now)));

        Assert.Equal(kept, calendar.Events.Length);
        Assert.EndsWith(leftOut ?? "the 1000 of 2023 to 2025 are in /calendar/2023.ics to /calendar/2025.ics", Assert.Single(calendar.Diagnostics).Message, StringComparison.Ordinal);
    }

    private static Site Site(string years, int characters) => FolderOf.Site(Files(years, characters)).Site;

    private static (string Path, string Text)[] Files(string years, int characters) =>
    [
        .. years.Split(' ').Select(year => year.Split(':')).SelectMany(year => Enumerable.Range(0, int.Parse(year[1], CultureInfo.InvariantCulture)).Select(number =>
            ($"events/{year[0]}-{number.ToString(CultureInfo.InvariantCulture)}.md", $"---\ntitle: Evening\nstart: {year[0]}-05-04 18:00\nduration: PT2H\n---\n{new string('x', characters)}\n"))),
    ];
}
