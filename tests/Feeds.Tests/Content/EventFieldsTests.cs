using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>The fields of events that calendars are particular about.</summary>
public sealed class EventFieldsTests
{
    [Theory]
    [InlineData("organizer: { name: Ana, email: ana@club.example }", "Ana", "ana@club.example")]
    [InlineData("organiser: { email: mailto:ana@club.example }", null, "ana@club.example")]
    [InlineData("organizer: Ana <ana@club.example>", "Ana", "ana@club.example")]
    [InlineData("organizer: <ana@club.example>", null, "ana@club.example")]
    [InlineData("organizer: ana@club.example", null, "ana@club.example")]
    [InlineData("organizer: ana", "Ana Silva", "silva@club.example")]
    [InlineData("organizer: Ana", "Ana", null)]
    [InlineData("organizer: { name: Ana }", "Ana", null)]
    [InlineData("organizer: ''", null, null)]
    public void ReadsWhoInvites(string line, string? name, string? email)
    {
        var reading = Read(line);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal((name, email), (reading.Event.Organizer?.Name, reading.Event.Organizer?.Email));
    }

    [Theory]
    [InlineData("uid: 1@club.example", "1@club.example")]
    [InlineData("id: 1", "1")]
    [InlineData("uid: ' a  b '", "a b")]
    [InlineData("uid: '&nbsp;'", "87d0deae0a13c1923f44037239e1b922@club.example")]
    public void ReadsUid(string line, string uid)
    {
        var reading = Read(line);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(uid, reading.Identity.Uid);
    }

    [Theory]
    [InlineData("status: confirmed", EventState.Confirmed)]
    [InlineData("status: published", EventState.Confirmed)]
    [InlineData("status: Tentative", EventState.Tentative)]
    [InlineData("status: postponed", EventState.Postponed)]
    [InlineData("eventStatus: EventPostponed", EventState.Postponed)]
    [InlineData("status: moved", EventState.Moved)]
    [InlineData("status: rescheduled", EventState.Moved)]
    [InlineData("status: CANCELLED", EventState.Cancelled)]
    [InlineData("status: canceled", EventState.Cancelled)]
    [InlineData("canceled: yes", EventState.Cancelled)]
    [InlineData("status: postponed\ncancelled: true", EventState.Cancelled)]
    [InlineData("eventStatus: EventScheduled", EventState.Confirmed)]
    [InlineData("cancelled: false", EventState.Confirmed)]
    [InlineData("cancelled:", EventState.Confirmed)]
    [InlineData("status:", EventState.Confirmed)]
    public void ReadsStatus(string lines, EventState state)
    {
        var reading = Read(lines);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(state, reading.Event.Status);
    }

    [Theory]
    [InlineData("status: sold out", "7: warning: 'status' (sold out) is not an event status, so the event is taken to be confirmed; write cancelled, postponed, moved, tentative or confirmed")]
    [InlineData("cancelled: the rain", "7: warning: 'cancelled' (the rain) is neither true nor false, so the event is taken to be confirmed; write 'status: cancelled' if it does not take place")]
    [InlineData("every: friday\noverrides:\n  - { date: 2026-02-06, status: off }", "9: warning: 'status' (off) is not an event status, so the event is taken to be confirmed; write cancelled, postponed, moved, tentative or confirmed")]
    public void SaysSo_WhenAStatusIsNotKnown(string lines, string warning)
    {
        var reading = Read(lines);

        Assert.Contains($"events/a.md:{warning}", reading.Diagnostics);
        Assert.Equal(EventState.Confirmed, reading.Event.Status);
    }

    [Theory]
    [InlineData("sequence: 3", 3)]
    [InlineData("series: Evenings", 0)]
    public void ReadsSequence(string line, int count) => Assert.Equal(count, Read(line).Event.WrittenSequence);

    /// <summary>Each of them would stop the library, or whoever reads the calendar.</summary>
    [Theory]
    [InlineData("organizer: { name: Ana, email: ana at club }", "'organizer' (ana at club) is not a valid e-mail address; write one such as ana@example.org")]
    [InlineData("organizer: Ana <ana@club.example, bob@club.example>", "'organizer' (ana@club.example, bob@club.example) is not a valid e-mail address; write one such as ana@example.org")]
    [InlineData("organizer: \"a\\u2028b@club.example\"", "'organizer' (a b@club.example) is not a valid e-mail address; write one such as ana@example.org")]
    [InlineData("sequence: -1", "'sequence' (-1) is not a count of changes; write a whole number such as 1")]
    [InlineData("sequence: 99999999999", "'sequence' (99999999999) is not a count of changes; write a whole number such as 1")]
    [InlineData("online: https://xn--é.example/", "'online' (https://xn--é.example/) is not a valid address; write one such as https://example.org/")]
    [InlineData("rsvp: http://a.example:99999/", "'rsvp' (http://a.example:99999/) is not a valid address; write one such as https://example.org/")]
    [InlineData("image: https://xn--é.example/a.png", "'image' (https://xn--é.example/a.png) is not a valid address; write one such as https://example.org/picture.png")]
    public void SaysWhatIsWrong_AndGoesOn(string line, string message)
    {
        var reading = Read(line);

        Assert.Equal([$"events/a.md:7: error: {message}"], reading.Diagnostics);
        Assert.Null(reading.Event.Organizer?.Email);
        Assert.Null(reading.Event.Online);
        Assert.Null(reading.Event.Image);
        Assert.Equal(0, reading.Event.WrittenSequence);
    }

    private static (Event Event, DocumentIdentity Identity, string[] Diagnostics) Read(string lines)
    {
        var reading = FolderOf.Site(
            ("events/a.md", $"---\ntitle: A\nstart: 2025-01-02 18:30\nend: 2025-01-02 20:00\nlocation: Hall\ntags: x\n{lines}\n---\n"),
            ("authors.yml", "ana:\n  name: Ana Silva\n  email: silva@club.example\n"));
        var read = Assert.Single(reading.Site.Events);
        return (read, reading.Site.IdentityOf(read), [.. reading.Diagnostics.Select(diagnostic => diagnostic.ToString())]);
    }
}
