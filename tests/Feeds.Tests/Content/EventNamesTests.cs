using Xunit;

namespace Feeds.Tests.Content;

/// <summary>The names under which other programs keep the time and the link of an event.</summary>
public sealed class EventNamesTests
{
    private const string Time = "20260210T180000 20260210T200000";

    [Theory]
    [InlineData("begin: 2026-02-10 18:00|duration: 2h")]
    [InlineData("dtstart: 20260210T180000|dtend: 20260210T200000")]
    [InlineData("start_at: 2026-02-10 18:00|end_at: 2026-02-10 20:00")]
    [InlineData("starts_on: 2026-02-10|time_start: 18:00|time_end: 20:00")]
    [InlineData("date_from: 2026-02-10 18:00|date_to: 2026-02-10 20:00")]
    [InlineData("date-start: 2026-02-10 18:00|date-end: 2026-02-10 20:00")]
    [InlineData("event_start: 2026-02-10 18:00|event_end: 2026-02-10 20:00")]
    [InlineData("date: 2026-02-10|event_time: 18:00-20:00")]
    [InlineData("date: 2026-02-10|timeFrom: 18:00|timeTo: 20:00")]
    [InlineData("start: 2026-02-10 18:00|duration_hours: 2")]
    [InlineData("start: 2026-02-10 18:00|duration_hours: 2.0")]
    [InlineData("start: 2026-02-10 18:00|durationMinutes: 120")]
    [InlineData("date: { start: 2026-02-10 18:00, end: 2026-02-10 20:00 }")]
    [InlineData("date: { from: 2026-02-10T18:00, to: 2026-02-10T20:00 }")]
    [InlineData("when: { date: 2026-02-10, time: '18:00-20:00' }")]
    [InlineData("start: { dateTime: 2026-02-10T18:00:00, timeZone: Europe/Prague }|end: { dateTime: 2026-02-10T20:00:00, timeZone: Europe/Prague }")]
    [InlineData("event: { start: 2026-02-10 18:00, end: 2026-02-10 20:00 }")]
    [InlineData("extra: { start: 2026-02-10 18:00, duration: 2h }")]
    [InlineData("date: 2025-01-01|extra: { start: 2026-02-10 18:00, end: '20:00' }")]
    public void ReadsATime(string lines) => Assert.Equal(Time, ReadEvent.Of(lines)[0]);

    [Theory]
    [InlineData("start: { dateTime: 2026-02-10T18:00:00, timeZone: Asia/Tokyo }|duration: 2h", "TZID=Asia/Tokyo:20260210T180000 TZID=Asia/Tokyo:20260210T200000")]
    [InlineData("start: 2026-02-10 18:00|duration: 2h|zone: North side", Time)]
    public void ReadsTheZone_OfAMap(string lines, string expected) => Assert.Equal(expected, ReadEvent.Of(lines)[0]);

    [Theory]
    [InlineData("rsvp_url: https://sign.up/1")]
    [InlineData("meetup_url: https://sign.up/1")]
    [InlineData("signup: { url: https://sign.up/1 }")]
    [InlineData("signup: https://sign.up/1")]
    [InlineData("links: { rsvp: https://sign.up/1, slides: https://other.example/ }")]
    [InlineData("links: [{ title: RSVP, url: https://sign.up/1 }]")]
    [InlineData("registration: https://sign.up/1")]
    [InlineData("ticketLink: https://sign.up/1")]
    [InlineData("href: https://sign.up/1")]
    [InlineData("link: sign.up/1")]
    [InlineData("link: '[Sign up](https://sign.up/1)'")]
    [InlineData("link: <https://sign.up/1>")]
    [InlineData("link: Sign up at [our page](https://sign.up/1 'Page')")]
    [InlineData("link: <a href=\"https://sign.up/1\">Here</a>")]
    [InlineData("registration: required|url: https://sign.up/1")]
    [InlineData("url: '#'|link: https://sign.up/1")]
    public void ReadsALink(string lines) =>
        Assert.Equal("https://sign.up/1", Assert.Single(FolderOf.Site(("events/a.md", $"---\ntitle: A\nstart: 2026-02-10\n{lines.Replace('|', '\n')}\n---\n")).Site.Events).Announcement?.AbsoluteUri);

    [Theory]
    [InlineData("registration: required")]
    [InlineData("link: about.html")]
    [InlineData("links: {}")]
    [InlineData("signup: { opens: soon }")]
    [InlineData("url: #")]
    public void ReadsNoLink(string lines) =>
        Assert.Null(Assert.Single(FolderOf.Site(("events/a.md", $"---\ntitle: A\nstart: 2026-02-10\n{lines}\n---\n")).Site.Events).Announcement);
}
