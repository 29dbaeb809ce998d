using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What subscribers are sent when an event changes.</summary>
public sealed class EventChangeTests
{
    private const string Meeting = "uid: 1@club.example\ntitle: Meeting\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\nlocation: { name: Library, address: 1 Main Street }\n";
    private const string Day = "uid: 1@club.example\ntitle: Meeting\nstart: 2026-02-03\nall-day: true\nlocation: Library\n";
    private const string Cancelled = "Cancelled: this event does not take place.\\n\\n";
    private const string Postponed = "Postponed: this event does not take place at this time\\; the new one is not known yet.\\n\\n";
    private const string Moved = "Moved: the time or the place of this event has changed.\\n\\n";
    private const string Tentative = "Tentative: this event is not certain yet.\\n\\n";

    [Theory]
    [InlineData("/calendar.ics", Meeting, "Meeting", "CONFIRMED", "OPAQUE", "", "")]
    [InlineData("/calendar.ics", Meeting + "status: tentative\n", "Meeting", "TENTATIVE", "OPAQUE", "", Tentative)]
    [InlineData("/calendar.ics", Meeting + "status: moved\n", "Meeting", "CONFIRMED", "OPAQUE", "", Moved)]
    [InlineData("/calendar.ics", Meeting + "status: postponed\n", "Meeting", "TENTATIVE", "TRANSPARENT", "FREE", Postponed)]
    [InlineData("/calendar.ics", Meeting + "status: cancelled\n", "Meeting", "CANCELLED", "TRANSPARENT", "", Cancelled)]
    [InlineData("/calendar.google.ics", Meeting, "Meeting", "CONFIRMED", "OPAQUE", "", "")]
    [InlineData("/calendar.google.ics", Meeting + "status: tentative\n", "Meeting", "TENTATIVE", "OPAQUE", "", Tentative)]
    [InlineData("/calendar.google.ics", Meeting + "eventStatus: EventRescheduled\n", "Meeting", "CONFIRMED", "OPAQUE", "", Moved)]
    [InlineData("/calendar.google.ics", Meeting + "status: postponed\n", "[POSTPONED] Meeting", "TENTATIVE", "TRANSPARENT", "FREE", Postponed)]
    [InlineData("/calendar.google.ics", Meeting + "status: cancelled\n", "[CANCELLED] Meeting", "CONFIRMED", "TRANSPARENT", "FREE", Cancelled)]
    [InlineData("/calendar.outlook.ics", Meeting, "Meeting", "CONFIRMED", "OPAQUE", "BUSY", "")]
    [InlineData("/calendar.outlook.ics", Meeting + "status: tentative\n", "Meeting", "TENTATIVE", "OPAQUE", "TENTATIVE", Tentative)]
    [InlineData("/calendar.outlook.ics", Meeting + "status: moved\n", "Meeting", "CONFIRMED", "OPAQUE", "BUSY", Moved)]
    [InlineData("/calendar.outlook.ics", Meeting + "status: EventPostponed\n", "[POSTPONED] Meeting", "TENTATIVE", "TRANSPARENT", "FREE", Postponed)]
    [InlineData("/calendar.outlook.ics", Meeting + "cancelled: true\n", "[CANCELLED] Meeting", "CONFIRMED", "TRANSPARENT", "FREE", Cancelled)]
    [InlineData("/calendar.outlook.ics", Day, "Meeting", "CONFIRMED", "TRANSPARENT", "FREE", "")]
    public void SaysWhatHasBecomeOfIt(string calendar, string front, string summary, string status, string transparency, string busy, string note)
    {
        var published = FolderOf.Published("2026-01-01T00:00:00Z", ("events/a.md", $"---\n{front}---\nText.\n"));

        Assert.Equal(
            ("1@club.example", summary, status, transparency, busy, $"{note}Text.\\n\\nhttps://club.example/events/a/"),
            (published.Values(calendar, "UID"), published.Values(calendar, "SUMMARY"), published.Values(calendar, "STATUS"), published.Values(calendar, "TRANSP"), published.Values(calendar, "X-MICROSOFT-CDO-BUSYSTATUS"), EventLine(published.Lines(calendar), "DESCRIPTION:")));
    }

    /// <summary>What an edit changes in the lines of the event, apart from its text.</summary>
    [Theory]
    [InlineData("start: 2026-02-03 18:00", "sequence: 1\nstart: 2026-02-03 17:30", "SEQUENCE:1|DTSTART;TZID=Europe/Prague:20260203T173000")]
    [InlineData("start: 2026-02-03 18:00\nend: 2026-02-03 20:00", "sequence: 2\nstart: 2026-02-10 18:00\nend: 2026-02-10 20:00", "SEQUENCE:2|DTSTART;TZID=Europe/Prague:20260210T180000|DTEND;TZID=Europe/Prague:20260210T200000")]
    [InlineData("{ name: Library, address: 1 Main Street }", "Town hall", "LOCATION:Town hall")]
    [InlineData("title: Meeting", "title: Meeting\nupdated: 2026-01-05T10:00:00Z\nstatus: cancelled", "DTSTAMP:20260105T100000Z|LAST-MODIFIED:20260105T100000Z|STATUS:CANCELLED|TRANSP:TRANSPARENT")]
    public void KeepsAllElse_WhenItIsEdited(string old, string now, string changed)
    {
        var before = EventLines(Meeting);
        var after = EventLines(Meeting.Replace(old, now, StringComparison.Ordinal));

        Assert.Equal(changed, string.Join('|', after.Except(before, StringComparer.Ordinal).Where(line => !line.StartsWith("DESCRIPTION", StringComparison.Ordinal) && !line.StartsWith("X-ALT", StringComparison.Ordinal))));
        Assert.Equal("UID:1@club.example", Assert.Single(after, line => line.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.Equal(before.Length, after.Length);
    }

    [Theory]
    [InlineData("/calendar.ics", "LOCATION:Library\\n1 Main Street")]
    [InlineData("/events/a.ics", "LOCATION:Library\\n1 Main Street")]
    [InlineData("/calendar.google.ics", "LOCATION:Library\\, 1 Main Street")]
    [InlineData("/calendar.outlook.ics", "LOCATION:Library\\, 1 Main Street")]
    public void NamesItsPlace_AsEachProgramShowsIt(string calendar, string location) =>
        Assert.Equal(location, Assert.Single(FolderOf.Published("2026-01-01T00:00:00Z", ("events/a.md", $"---\n{Meeting}---\n")).Lines(calendar), line => line.StartsWith("LOCATION", StringComparison.Ordinal)));

    /// <summary>Every property that front matter can fill.</summary>
    [Fact]
    public void HasEveryProperty_OfTheFrontMatter()
    {
        const string Full = Meeting + "geo: { lat: 50.0755, lon: 14.4378 }\nsequence: 3\nimage: https://a.example/a.png\nonline: https://meet.example/1\nrsvp: https://a.example/rsvp\n"
            + "organizer: { name: 'Ana, \"A\"', email: ana@club.example }\ncategory: talks\ntags: [Talks, 'C++, C#']\nsummary: In short.\n";

        Assert.Equal(
            [
                "BEGIN:VEVENT", "UID:1@club.example", "DTSTAMP:20010101T000000Z", "LAST-MODIFIED:20010101T000000Z", "SEQUENCE:3",
                "DTSTART;TZID=Europe/Prague:20260203T180000", "DTEND;TZID=Europe/Prague:20260203T200000", "SUMMARY:Meeting",
                "DESCRIPTION:In short.\\n\\nText.\\n\\nhttps://a.example/rsvp\\nhttps://meet.example/1",
                "X-ALT-DESC;FMTTYPE=text/html:<p>Text.</p><p><a href=\"https://a.example/rsvp\">https://a.example/rsvp</a></p>",
                "LOCATION:Library\\n1 Main Street", "GEO:50.0755;14.4378",
                "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=\"1 Main Street\";X-TITLE=\"Library\":geo:50.0755,14.4378",
                "URL:https://a.example/rsvp", "IMAGE;VALUE=URI:https://a.example/a.png", "CONFERENCE;VALUE=URI:https://meet.example/1",
                "CATEGORIES:talks,C++\\, C#", "ORGANIZER;CN=\"Ana, ^'A^'\":mailto:ana@club.example", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT",
            ],
            EventLines(Full));
    }

    private static string[] EventLines(string front) =>
        [.. FolderOf.Published("2026-01-01T00:00:00Z", ("events/a.md", $"---\n{front}---\nText.\n")).Lines("/events/a.ics").SkipWhile(line => line != "BEGIN:VEVENT").SkipLast(1)];

    private static string EventLine(string[] lines, string start) => lines.SkipWhile(line => line != "BEGIN:VEVENT").First(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];
}
