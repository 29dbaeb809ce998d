using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Which of several dates is the start of an event, in a site whose zone is Europe/Prague.</summary>
public sealed class EventDateTests
{
    private const string Ten = "20270312T183000 20270312T203000";

    [Theory]
    [InlineData("date: 2027-03-15|allDay: true", "**Date**: Mar 12th, 2027", "events/a.md", "20270312 20270313", "events/a.md:4: warning: 'date' (2027-03-15) disagrees with 'Date' (Mar 12th, 2027) on line 7, which is used")]
    [InlineData("date: 2027-03-15 10:00|allDay: true", "**Date**: Mar 12th, 2027", "events/a.md", "20270312 20270313", "events/a.md:4: warning: 'date' (2027-03-15 10:00) disagrees with 'Date' (Mar 12th, 2027) on line 7, which is used")]
    [InlineData("date: 2027-03-15|end: '20:30'", "**When**: 12 March 2027, 18:30", "events/a.md", Ten, "events/a.md:4: warning: 'date' (2027-03-15) disagrees with 'When' (12 March 2027, 18:30) on line 7, which is used")]
    [InlineData("date: 2027-03-12 10:00|end: '20:30'", "**When**: 12 March 2027, 18:30", "events/a.md", Ten, "events/a.md:4: warning: 'date' (2027-03-12 10:00) disagrees with 'When' (12 March 2027, 18:30) on line 7, which is used")]
    [InlineData("allDay: true", "**When**: March 12, 2027", "events/2027-03-01-meetup.md", "20270312 20270313", "events/2027-03-01-meetup.md:6: warning: 'When' (March 12, 2027) is not the date of the file's name, 2027-03-01; that of the text is used")]
    [InlineData("allDay: true", "**When**: March 12, 2027\n**Where**: Hall", "_posts/2027-03-01-meetup.md", "20270312 20270313", "_posts/2027-03-01-meetup.md:6: warning: 'When' (March 12, 2027) is not the date of the file's name, 2027-03-01; that of the text is used")]
    [InlineData("date: TBA|allDay: true", "**When**: March 12, 2027", "events/a.md", "20270312 20270313", "events/a.md:4: warning: 'date' (TBA) is not a date; write it as 2024-02-21 or 2024-02-21T18:30; 'When' (March 12, 2027) on line 7 is used")]
    [InlineData("start: 2027-03-12 18:30|end: '20:30'", "**When**: 15 March 2027", "events/a.md", Ten, "events/a.md:7: warning: 'When' (15 March 2027) disagrees with 'start' (2027-03-12 18:30) on line 4, which is used")]
    [InlineData("eventDate: 2027-03-12 18:30|end: '20:30'", "**When**: every second Tuesday", "events/a.md", Ten, "events/a.md:7: warning: 'When' (every second Tuesday) is not a date; write it as 2024-02-21 or 2024-02-21T18:30; 'eventDate' (2027-03-12 18:30) on line 4 is used")]
    public void IsTheMoreCertain_WithAWarning(string lines, string body, string path, string expected, string warning) =>
        Assert.Equal([expected, warning], ReadEvent.Of(lines, body, path));

    [Theory]
    [InlineData("date: 2027-03-12 18:30|end: '20:30'", "**Date**: 12 March 2027", Ten)]
    [InlineData("date: 2027-03-12T17:30:00Z|timezone: Europe/Prague|end: 2027-03-12T19:30:00Z", "**Date**: 12 March 2027", Ten)]
    [InlineData("date: 2027-03-11T23:30:00Z|duration: 1h", "**Date**: 12 March 2027", "20270311T233000Z 20270312T003000Z")]
    [InlineData("date: 2027-03-12|end: '20:30'", "**When**: 12 March 2027, 18:30", Ten)]
    [InlineData("date: 2027-03-12 00:00:00|end: '20:30'", "**When**: 12 March 2027, 18:30", Ten)]
    [InlineData("date: 2027-03-12", "**When**: Friday, March 12, 18:30 – 20:30", Ten)]
    [InlineData("date: 2027-03-12|time: 18:30-20:30", "**When**: Friday 12 March", Ten)]
    [InlineData("start: 2027-03-12", "**When**: 18:30 – 20:30", Ten)]
    [InlineData("start: 2027-03-12|time: 18:30-20:30", "**When**: Friday 12 March", Ten)]
    [InlineData("date: 2027-03-01|start: 2027-03-12 18:30|end: '20:30'", "", Ten)]
    [InlineData("date: 2027-03-12|begin: '18:30'|finish: '20:30'", "", Ten)]
    [InlineData("date: 2027-03-12|when: 6:30pm-8:30pm", "", Ten)]
    [InlineData("date: 2027-03-01|startTime: 2027-03-12T18:30|endTime: '20:30'", "", Ten)]
    [InlineData("date: 2027-03-12 18:30|end: '20:30'|start:", "", Ten)]
    [InlineData("date: 2027-03-12 18:30|end: '20:30'|start: ''", "", Ten)]
    public void IsOne_WhereAllAgree(string lines, string body, string expected) => Assert.Equal([expected], ReadEvent.Of(lines, body));

    [Theory]
    [InlineData("start_at", "end_at")]
    [InlineData("starts-on", "ends-on")]
    [InlineData("begin", "finish")]
    [InlineData("begins", "finishes")]
    [InlineData("beginDate", "finishDate")]
    [InlineData("dtstart", "dtend")]
    [InlineData("DTSTART", "DTEND")]
    [InlineData("event_start", "event_end")]
    [InlineData("eventStartDate", "eventEndDate")]
    [InlineData("event_datetime", "event_end_datetime")]
    public void IsThatOfTheStart_UnderEachName(string start, string end) =>
        Assert.Equal([Ten], ReadEvent.Of($"date: 2027-03-01|{start}: 2027-03-12 18:30|{end}: 2027-03-12 20:30"));

    [Theory]
    [InlineData("date: 2027-03-01", "**When**: Sat & Sun 1st & 2nd February", "events/a.md:6: error: 'When' (Sat & Sun 1st & 2nd February) has no year; write it as 2024-02-21")]
    [InlineData("date: 2027-03-01", "**Date**: TBA", "events/a.md:6: error: 'Date' (TBA) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("date: 2027-03-01", "**When**: Friday, March 12", "events/a.md:6: error: 'When' (Friday, March 12) has no year; write it as 2024-02-21")]
    [InlineData("date: 2027-03-01", "**When**: 10:00 - 12:00, Sat 7 Feb", "events/a.md:6: error: 'When' (10:00 - 12:00, Sat 7 Feb) has no year; write it as 2024-02-21")]
    [InlineData("date: 2027-03-01|begin: soon", "", "events/a.md:5: error: 'begin' (soon) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("date: 2027-03-01|dtstart: 2027-02-30", "", "events/a.md:5: error: 'dtstart' (2027-02-30) has day 30, but February 2027 has 28 days")]
    [InlineData("date: 2027-03-01|start_at: TBD", "", "events/a.md:5: error: 'start_at' (TBD) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("start: to be announced", "**Date**: 12 March 2027", "events/a.md:4: error: 'start' (to be announced) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("start: { time: '18:30' }|date: 2027-03-01", "", "events/a.md:4: error: 'start' has no date below it; write 'start: 2024-02-21T18:30'")]
    [InlineData("start: [2027-03-01, 2027-03-02]|date: 2027-03-01", "", "events/a.md:4: error: 'start' is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("start: '18:30'", "", "events/a.md:4: error: 'start' (18:30) has no date; write it as 2024-02-21T18:30")]
    public void IsNoOther_WhenTheStartCannotBeRead(string lines, string body, string error)
    {
        Assert.Equal([error], ReadEvent.Of(lines, body));

        var known = new KnownDocument(DocumentKind.Event, new EventSpan.AllDay(new LocalDate(2027, 2, 1), new LocalDate(2027, 2, 2)), Published: null);
        var kept = ReadEvent.Of(lines, body, known: known);
        Assert.Equal("20270201 20270203", kept[0]);
        Assert.Contains("events/a.md:1: note: it stays in the calendars on 2027-02-01, as it was published, until its start can be read", kept);
        Assert.Contains(error, kept);
    }

    [Theory]
    [InlineData("start: TBA", "events/2027-03-01-a.md:4: error: 'start' (TBA) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("date: TBA", "events/2027-03-01-a.md:4: error: 'date' (TBA) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    public void IsNotThatOfTheName_WhenTheStartCannotBeRead(string lines, string error) => Assert.Equal([error], ReadEvent.Of(lines, path: "events/2027-03-01-a.md"));
}
