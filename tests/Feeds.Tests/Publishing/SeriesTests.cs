using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The plan of a series shows its next dates, until a file for one of them is written.</summary>
public sealed class SeriesTests
{
    private const string Now = "2026-02-01T00:00:00Z";

    private static readonly (string, string) Plan = (
        "events/plan.md", "---\ntitle: Meetup\nstart: 2026-01-21 18:30\nduration: 2h\nlocation: Hall\nevery: third wednesday\nstatus: tentative\nseries: Meetup\n---\nCome.\n");

    [Fact]
    public void ShowsItsNextDates_AsTentativeEvents()
    {
        var site = Site(Now, Plan);

        Assert.Equal(["2026-02-18", "2026-03-18", "2026-04-15", "2026-05-20", "2026-06-17", "2026-07-15"], site.Events.Select(Day));
        Assert.All(site.Events, @event => Assert.Equal((Feeds.Model.EventState.Tentative, null, null), (@event.Status, @event.Recurrence, @event.Occurrence)));
        Assert.Equal(6, site.Events.Select(@event => site.IdentityOf(@event).Uid).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(site.Events.Select(@event => site.IdentityOf(@event).Id), site.Upcoming.Select(@event => site.IdentityOf(@event).Id));
        Assert.Empty(site.Dates);
        Assert.Equal(FolderOf.Moment("2026-02-18T17:30:00Z"), site.Until);
    }

    [Fact]
    public void LosesADate_ThatPassedWithoutAFile() =>
        Assert.Equal(["2026-03-18", "2026-04-15", "2026-05-20", "2026-06-17", "2026-07-15", "2026-08-19"], Site("2026-02-18T17:30:00Z", Plan).Events.Select(Day));

    [Theory]
    [InlineData("date: 2026-03-18 19:00", "2026-03-18")]
    [InlineData("date: 2026-03-25 19:00\nplanned: 2026-03-18", "2026-03-25")]
    public void GivesItsIdentity_ToTheFileOfADate(string lines, string day)
    {
        var planned = Site(Now, Plan);
        var before = planned.IdentityOf(planned.Events.Single(@event => Day(@event) == "2026-03-18"));

        var site = Site(Now, Plan, Real(lines));

        var real = site.Events.Single(@event => @event.Path != "events/plan.md");
        Assert.Equal((before.Uid, before.Id, day), (site.IdentityOf(real).Uid, site.IdentityOf(real).Id, Day(real)));
        Assert.Equal(["2026-02-18", day, "2026-04-15", "2026-05-20", "2026-06-17", "2026-07-15", "2026-08-19"], site.Events.Select(Day));
    }

    [Fact]
    public void LeavesAnOwnUid_ToTheFileOfADate()
    {
        var site = Site(Now, Plan, Real("date: 2026-03-18 19:00\nuid: mine@club.example"));

        Assert.Equal(["mine@club.example"], site.Events.Where(@event => Day(@event) == "2026-03-18").Select(@event => site.IdentityOf(@event).Uid));
    }

    [Theory]
    [InlineData("date: 2026-03-17 19:00\nplanned: 2026-03-17", "events/real.md:7: warning: 'planned' (2026-03-17) is not used: no file plans that date of the series 'meetup', or another event stands for it")]
    [InlineData("date: 2026-03-17 19:00\nplanned: soon", "events/real.md:7: error: 'planned' (soon) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    public void SaysSo_WhenADateIsNotPlanned(string lines, string expected) =>
        Assert.Equal([expected], FolderOf.Site(Plan, Real(lines)).Diagnostics.Select(diagnostic => diagnostic.ToString()));

    [Fact]
    public void IsPublished_InTheCalendarAndOnPages()
    {
        var publication = FolderOf.Published(Now, Plan);

        Assert.NotNull(publication.Find("/events/plan/"));
        Assert.Null(publication.Find("/events/plan.ics"));
        Assert.NotNull(publication.Find("/events/plan-2026-02-18.ics"));
        Assert.Null(publication.Find("/events/feed.json"));
        Assert.Equal(6, publication.Text(Addresses.Calendar).Split("STATUS:TENTATIVE").Length - 1);
    }

    private static SiteSnapshot Site(string now, params (string, string)[] files) => new(FolderOf.Site(files).Site, FolderOf.Moment(now));

    private static (string, string) Real(string lines) => ("events/real.md", $"---\ntitle: The real one\nlocation: Hall\nseries: meetup\nduration: 2h\n{lines}\n---\nText.\n");

    private static string Day(Event @event) => @event.FirstDay.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
