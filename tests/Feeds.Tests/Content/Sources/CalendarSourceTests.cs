using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>A calendar of others: what is read of it, and what is said of what cannot be.</summary>
public sealed class CalendarSourceTests
{
    private const string Evening = "UID:a\nSUMMARY:Evening\nDTSTART:20260210T180000Z\nDTEND:20260210T200000Z";
    private const string Read = "Evening 20260210T180000Z 20260210T200000Z";

    [Theory]
    [InlineData("SUMMARY:A\nDTSTART;TZID=Europe/Prague:20260210T180000\nDTEND;TZID=Europe/Prague:20260210T200000", "A 20260210T180000 20260210T200000")]
    [InlineData("SUMMARY:A\nDTSTART;TZID=\"/freeassociation.sourceforge.net/Europe/Prague\":20260210T180000\nDURATION:PT2H", "A 20260210T180000 20260210T200000")]
    [InlineData("SUMMARY:A\nDTSTART;TZID=Central Europe Standard Time:20260710T180000\nDURATION:PT2H", "A TZID=Europe/Budapest:20260710T180000 TZID=Europe/Budapest:20260710T200000")]
    [InlineData("SUMMARY:A\nDTSTART;TZID=\"(UTC-05:00) Eastern Time (US & Canada)\":20260710T180000", "A TZID=America/New_York:20260710T180000")]
    [InlineData("SUMMARY:A\nDTSTART;TZID=custom_America/New_York:20260710T180000", "A TZID=America/New_York:20260710T180000")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000\nDTEND:20260210T200000", "A 20260210T180000 20260210T200000")]
    [InlineData("SUMMARY:A\nDTSTART:2026-02-10T18:00:00Z\nDTEND:2026-02-10T20:00Z", "A 20260210T180000Z 20260210T200000Z")]
    [InlineData("SUMMARY:A\nDTSTART:20260210\nDTEND:20260212", "A 20260210 20260212")]
    [InlineData("SUMMARY:A\nDTSTART;VALUE=DATE:20260210", "A 20260210 20260211")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T235960Z", "A 20260210T235959Z")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000Z\nLOCATION:Hall\\, Main Street 1", "A 20260210T180000Z Hall\\, Main Street 1")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000Z\nLOCATION:Hall\\nMain Street 1\\nPrague", "A 20260210T180000Z Hall\\nMain Street 1\\, Prague")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000Z\nURL:https://partner.example/a", "A 20260210T180000Z https://partner.example/a")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000Z\nSTATUS:CANCELLED", "A 20260210T180000Z CANCELLED")]
    [InlineData("SUMMARY:A &amp; B\\, C\nDTSTART:20260210T180000Z", "A & B\\, C 20260210T180000Z")]
    [InlineData("SUMMARY:A\n B\nDTSTART:20260210T180000Z", "AB 20260210T180000Z")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000Z\nDTSTAMP:20990101T000000Z\nLAST-MODIFIED:banana", "A 20260210T180000Z")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000Z\nRRULE:FREQ=WEEKLY;COUNT=3", "A 20260210T180000Z FREQ=WEEKLY;COUNT=3")]
    [InlineData("SUMMARY:A\nDTSTART:20260210T180000Z\nRRULE:FREQ=WEEKLY; BYDAY=MO, TU", "A 20260210T180000Z FREQ=WEEKLY;BYDAY=MO,TU")]
    [InlineData("DTSTART:20260210T180000Z", "partner 20260210T180000Z")]
    public void Reads_AnEvent(string lines, string expected) => Assert.Equal(expected, Brought.Of(lines)[0]);

    [Theory]
    [InlineData("UID:b\nSUMMARY:B", "partner.ics:9: warning: \"B\" has no start, so it is not published")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART:20260230T180000Z", "partner.ics:12: warning: DTSTART (20260230T180000Z) is not a date, so it is not read")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART:00010101T180000Z", "partner.ics:9: warning: an event of the year 1 cannot be published")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART:20260310T180000Z\nDTEND:20260310T170000Z", "partner.ics:9: warning: it ends before it starts, so its end is not published")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART:20260310\nDTEND:20260309", "partner.ics:9: warning: it ends before it starts, so its end is not published")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART;TZID=Mars/Base:20260310T180000", "partner.ics:9: warning: the zone 'Mars/Base' is unknown, so it is taken to be Europe/Prague")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART:20260310T180000Z\nRRULE:FREQ=HOURLY", "partner.ics:13: warning: the rule FREQ=HOURLY cannot be followed (FREQ=HOURLY is none of YEARLY, MONTHLY, WEEKLY and DAILY), so only the first date is published")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART:20260310T180000Z\nCLASS:PRIVATE", "partner.ics:9: note: \"B\" is marked as private, so it is not published")]
    [InlineData("UID:b\nSUMMARY:B\nDTSTART:20260310T180000Z\n?", "partner.ics:13: warning: this is no line of a calendar, so it is not read")]
    [InlineData("UID:b\nSUMMARY:[CANCELLED] B\nDTSTART:20260310T180000Z", "partner.ics:9: note: the title \"[CANCELLED] B\" says that it is cancelled, so it is")]
    public void NamesTheLine_OfWhatItCannotRead(string lines, string expected)
    {
        var read = Brought.Of(Evening, lines);

        Assert.Equal(Read, read[0]);
        Assert.Contains(expected, read);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>Sign in", "partner.ics: error: this is not a calendar, so what it said before stays; put an iCalendar file here")]
    [InlineData("", "partner.ics: error: the file is empty")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20260210T18", "partner.ics:2: warning: the file ends within this event, so it is not read")]
    public void SaysWhy_AFileHasNoEvent(string text, string expected) => Assert.Contains(expected, Brought.OfFile(text));

    [Fact]
    public void KeepsTheEvents_OfAFileThatBecomesAPage()
    {
        var before = Brought.Site(Brought.Settings, (Brought.Path, Brought.Calendar(Evening)));

        var after = FolderOf.Again(before, ("site.yaml", FolderOf.SiteYaml + Brought.Settings), (Brought.Path, "<html>"));

        Assert.Equal("Evening", Assert.Single(after.Site.Events).Title);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nX-WR-TIMEZONE:America/New_York\nBEGIN:VEVENT\nDTSTART:20260210T180000\nEND:VEVENT\nEND:VCALENDAR", "", "America/New_York")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260210T180000\nEND:VEVENT\nEND:VCALENDAR", ", zone: Europe/Warsaw", "Europe/Warsaw")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260210T180000\nEND:VEVENT\nEND:VCALENDAR", "", "Europe/Prague")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Customized Time Zone\nX-LIC-LOCATION:Asia/Tokyo\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Customized Time Zone:20260210T180000\nEND:VEVENT\nEND:VCALENDAR", "", "Asia/Tokyo")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:tzone://Microsoft/Custom\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=tzone://Microsoft/Custom:20260210T180000\nEND:VEVENT\nEND:VCALENDAR", "", "Asia/Calcutta")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Our zone\nBEGIN:STANDARD\nDTSTART:16011104T020000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010311T020000\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Our zone:20260210T180000\nEND:VEVENT\nEND:VCALENDAR", "", "America/New_York")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nTZOFFSETFROM:+0123\nTZOFFSETTO:+0123\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Odd:20260210T180000\nEND:VEVENT\nEND:VCALENDAR", "", "UTC")]
    public void FindsTheZone_InItsOrder(string text, string more, string zone)
    {
        var settings = Brought.Settings.Replace(" }", $"{more} }}", StringComparison.Ordinal);

        var read = Assert.Single(Brought.Site(settings, (Brought.Path, text)).Site.Events);

        Assert.Equal(zone, ((Feeds.Formats.Calendar.EventSpan.Timed)read.Span).Start.Zone.Id);
    }

    [Theory]
    [InlineData("A\\n\\nB https://a.example/x.", "<p>A</p><p>B <a href=\"https://a.example/x\">https://a.example/x</a>.</p>")]
    [InlineData("# no heading\\n- no *list* {{< no shortcode >}}", "<p># no heading<br>- no *list* {{&lt; no shortcode &gt;}}</p>")]
    [InlineData("<p onclick=\"x()\">A<script>x()</script></p><a href=\"javascript:x()\">b</a>", "<p>A</p><a>b</a>")]
    public void CleansTheText_OfAStranger(string description, string expected)
    {
        var read = Brought.Site(Brought.Settings, (Brought.Path, Brought.Calendar($"{Evening}\nDESCRIPTION:{description}")));

        Assert.Equal(expected, Assert.Single(read.Site.Events).Body.Value.Html);
    }

    [Fact]
    public void ReadsChangedOccurrences_AndThoseThatNoRuleGives()
    {
        var read = Brought.Site(Brought.Settings, (Brought.Path, Brought.Calendar(
            "UID:a\nSUMMARY:A\nDTSTART:20260210T180000Z\nDTEND:20260210T200000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260217T180000Z",
            "UID:a\nRECURRENCE-ID:20260224T180000Z\nSUMMARY:Moved\nDTSTART:20260225T190000Z",
            "UID:a\nRECURRENCE-ID:20260227T180000Z\nSUMMARY:Extra\nDTSTART:20260227T180000Z",
            "UID:b\nRECURRENCE-ID:20260601T180000Z\nSUMMARY:Alone\nDTSTART:20260601T180000Z")));
        var lines = Brought.Published(read, "/calendar.ics").Split("\r\n");

        Assert.Equal(["A", "Moved", "Extra", "Alone"], Brought.Values(read, "/calendar.ics", "SUMMARY"));
        Assert.Equal(["a", "a", "a", "b"], Brought.Values(read, "/calendar.ics", "UID"));
        Assert.Contains("EXDATE:20260217T180000Z", lines);
        Assert.Contains("RDATE:20260227T180000Z", lines);
        Assert.Contains("DTEND:20260225T210000Z", lines);
    }

    [Fact]
    public void TakesTheLastRevision_OfAnEventThatIsThereTwice()
    {
        var read = Brought.Site(Brought.Settings, (Brought.Path, Brought.Calendar(
            "UID:a\nSEQUENCE:2\nSUMMARY:Newer\nDTSTART:20260210T180000Z", "UID:a\nSEQUENCE:1\nSUMMARY:Older\nDTSTART:20260210T180000Z",
            "UID:a\nSUMMARY:Other\nDTSTART:20260310T180000Z")));

        Assert.Equal(["Newer", "Other"], Brought.Values(read, "/calendar.ics", "SUMMARY"));
        Assert.Equal(["a", "a-20260310T180000Z"], Brought.Values(read, "/calendar.ics", "UID"));
    }

    [Theory]
    [InlineData(", only: Ruby", new[] { "Ruby night", "Talks" })]
    [InlineData(", limit: 1", new[] { "Talks" })]
    [InlineData(", tags: [ours]", new[] { "Ruby night", "Rubyists", "Talks" })]
    public void TakesWhatIsWanted_OfASource(string more, string[] expected)
    {
        var settings = Brought.Settings.Replace(" }", $"{more} }}", StringComparison.Ordinal);

        var read = Brought.Site(settings, (Brought.Path, Brought.Calendar(
            "UID:a\nSUMMARY:Ruby night\nDTSTART:20260210T180000Z", "UID:b\nSUMMARY:Rubyists\nDTSTART:20260310T180000Z", "UID:c\nSUMMARY:Talks\nCATEGORIES:ruby\nDTSTART:20260410T180000Z")));

        Assert.Equal(expected, read.Site.Events.Select(one => one.Title));
        if (more.Contains("tags", StringComparison.Ordinal)) Assert.All(read.Site.Events, one => Assert.Contains("ours", one.Tags));
    }

    [Theory]
    [InlineData("luma: cal-abc", "DESCRIPTION:Get up-to-date information at: https://lu.ma/xyz\\n\\nHello", "https://lu.ma/xyz", null)]
    [InlineData("luma: cal-abc", "LOCATION:https://lu.ma/xyz", "https://lu.ma/xyz", null)]
    [InlineData("meetup: krug", "LOCATION:https://zoom.example/1\nURL:https://www.meetup.com/krug/events/1/", "https://www.meetup.com/krug/events/1/", "https://zoom.example/1")]
    [InlineData("meetup: krug", "DESCRIPTION:see https://blog.example/", null, null)]
    public void FindsTheLink_WhereTheServicePutsIt(string address, string lines, string? link, string? online)
    {
        var read = Brought.Site($"sources: [{{ name: krug, {address} }}]\n", ("sources/krug.ics", Brought.Calendar($"{Evening}\n{lines}")));

        var @event = Assert.Single(read.Site.Events);
        Assert.Equal((link, online, (Place?)null), (@event.Announcement?.AbsoluteUri, @event.Online?.Address?.AbsoluteUri, @event.Place));
    }
}
