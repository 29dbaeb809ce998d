using Feeds.Model.Dates;
using Feeds.Publishing;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>An event that comes back is one event in calendars, and each of its dates by itself in feeds and on pages.</summary>
public sealed class OccurrenceTests
{
    private static readonly (string, string) Meetup = (
        "events/meetup.md",
        """
        ---
        title: Meetup
        date: 2026-01-21
        every: third wednesday from 18:30 to 20:30
        except: 2026-04-15
        created: 2026-01-10
        location: Hall
        overrides:
          - { date: 2026-02-18, status: cancelled }
          - { date: 2026-03-18, start: 2026-03-19, place: Mill }
        ---
        Text.
        """);

    [Theory]
    [InlineData("2026-01-09T00:00:00Z", "")]
    [InlineData("2026-01-20T22:59:59Z", "Meetup")]
    [InlineData("2026-01-20T23:00:00Z", "Cancelled: Meetup|Meetup")]
    [InlineData("2026-02-19T00:00:00Z", "Moved: Meetup|Cancelled: Meetup|Meetup")]
    [InlineData("2026-05-01T00:00:00Z", "Meetup|Moved: Meetup|Cancelled: Meetup|Meetup")]
    public void IsAnnouncedFourWeeksAhead(string now, string titles)
    {
        var feed = FolderOf.Published(now, Meetup).Find("/events/feed.json");

        Assert.Equal(titles, feed is null ? "" : string.Join('|', Published.TitlesOf("/events/feed.json", feed.Identity)));
    }

    [Fact]
    public void ChangesByItself_WhenADateIsAnnouncedOrOver()
    {
        var publication = FolderOf.Published("2026-01-09T00:00:00Z", Meetup);
        var seen = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            seen.Add(InstantPattern.General.Format(publication.Until!.Value));
            publication = Publication.Render(publication.Site, publication.Until.Value, publication);
        }

        Assert.Equal(
            ["2026-01-09T23:00:00Z", "2026-01-19T17:30:00Z", "2026-01-20T23:00:00Z", "2026-01-21T19:30:00Z", "2026-02-16T17:30:00Z", "2026-02-17T23:00:00Z"],
            seen);
    }

    [Fact]
    public void HasAnIdOfItsOwn_ThatItsDateMakes()
    {
        var site = new SiteSnapshot(FolderOf.Site(Meetup).Site, FolderOf.Moment("2026-02-01T00:00:00Z"));

        var id = site.IdentityOf(Assert.Single(site.Events)).Id;
        Assert.Equal(
            [$"{id}#20260121", $"{id}#20260218", $"{id}#20260318", $"{id}#20260520"],
            site.Dates.Take(4).Select(date => site.IdentityOf(date).Id));
        Assert.Equal(12, site.Dates.Length);
        Assert.Equal(6, site.Upcoming.Length);
        Assert.Equal($"{id}#20260121", site.IdentityOf(Assert.Single(site.Past)).Id);
    }

    [Fact]
    public void IsOneEvent_InTheCalendar()
    {
        var lines = FolderOf.Published("2026-02-01T00:00:00Z", Meetup).Text("/events/meetup.ics").Split("\r\n");

        Assert.Equal(
            [
                "DTSTART;TZID=Europe/Prague:20260121T183000", "RRULE:FREQ=MONTHLY;BYDAY=3WE", "EXDATE;TZID=Europe/Prague:20260415T183000", "LOCATION:Hall", "STATUS:CONFIRMED",
                "RECURRENCE-ID;TZID=Europe/Prague:20260218T183000", "DTSTART;TZID=Europe/Prague:20260218T183000", "LOCATION:Hall", "STATUS:CANCELLED",
                "RECURRENCE-ID;TZID=Europe/Prague:20260318T183000", "DTSTART;TZID=Europe/Prague:20260319T183000", "LOCATION:Mill", "STATUS:CONFIRMED",
            ],
            lines.SkipWhile(line => line != "BEGIN:VEVENT").Where(line => line.Split(':', ';')[0] is "DTSTART" or "RRULE" or "EXDATE" or "RECURRENCE-ID" or "LOCATION" or "STATUS"));
        Assert.Single(lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
    }
}
