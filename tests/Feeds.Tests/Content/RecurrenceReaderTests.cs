using System.Globalization;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>How front matter says that an event comes back, in a site whose zone is Europe/Prague.</summary>
public sealed class RecurrenceReaderTests
{
    [Theory]
    [InlineData("date: 2026-01-21|every: third wednesday from 18:30 to 21:00", "2026-01-21T18:30/02:30 FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("date: 2026-01-05|every: third wednesday from 18:30 to 21:00", "2026-01-21T18:30/02:30 FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("start: 2026-01-21 18:30|end: '21:00'|every: month", "2026-01-21T18:30/02:30 FREQ=MONTHLY")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: third wednesday 18:30", "2026-01-21T18:30/01:00 FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("start: 2026-01-21 18:30|every: third wednesday from 18:30 to 20:00", "2026-01-21T18:30/01:30 FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: wednesday until 2026-07-01", "2026-01-21T18:30/01:00 FREQ=WEEKLY;UNTIL=20260701T215959Z;BYDAY=WE")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: wednesday 10 times", "2026-01-21T18:30/01:00 FREQ=WEEKLY;COUNT=10;BYDAY=WE")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: wednesday except 2026-02-04", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE -2026-02-04T18:30")]
    [InlineData("start: 2026-01-23 18:30|duration: 1h|every: other thursday", "2026-01-29T18:30/01:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("start: 2026-05-01|all-day: true|every: year until 2030-05-01", "2026-05-01–2026-05-01 FREQ=YEARLY;UNTIL=20300501")]
    [InlineData("start: 2026-05-01|end: 2026-05-03|every: first friday of may", "2026-05-01–2026-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1FR")]
    [InlineData("start: 2026-05-02|end: 2026-05-03|every: first friday of may", "2027-05-07–2027-05-08 FREQ=YEARLY;BYMONTH=5;BYDAY=1FR")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=MONTHLY;BYDAY=3WE", "2026-01-21T18:30/01:00 FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|recurrence: 'RRULE:FREQ=MONTHLY;BYDAY=3WE'", "2026-01-21T18:30/01:00 FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: { freq: weekly, byday: [mo, we], count: 4 }", "2026-01-21T18:30/01:00 FREQ=WEEKLY;COUNT=4;BYDAY=MO,WE")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=WEEKLY;UNTIL=20260304T173000Z", "2026-01-21T18:30/01:00 FREQ=WEEKLY;UNTIL=20260304T225959Z")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=WEEKLY;UNTIL=20260304T172959Z", "2026-01-21T18:30/01:00 FREQ=WEEKLY;UNTIL=20260303T225959Z")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=WEEKLY|exdates: [2026-01-28, 2026-02-04 18:30, '2026-02-11T17:30Z']|rdates: [2026-02-05, 2026-02-07 10:00]", "2026-01-21T18:30/01:00 FREQ=WEEKLY +2026-02-05T18:30 +2026-02-07T10:00 -2026-01-28T18:30 -2026-02-04T18:30 -2026-02-11T18:30")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rdate: 2026-02-05, 2026-02-07", "2026-01-21T18:30/01:00 +2026-02-05T18:30 +2026-02-07T18:30")]
    [InlineData("start: 2026-05-01|all-day: true|rrule: FREQ=WEEKLY|exdate: May 8, 2026", "2026-05-01–2026-05-01 FREQ=WEEKLY -2026-05-08")]
    public void IsRead_WithoutAWord(string lines, string expected) => Assert.Equal([expected], Read(lines));

    [Theory]
    [InlineData("start: 2026-01-20 18:30|duration: 1h|rrule: FREQ=MONTHLY;BYDAY=3WE", "2026-01-21T18:30/01:00 FREQ=MONTHLY;BYDAY=3WE", "events/a.md:6: warning: 'rrule' (FREQ=MONTHLY;BYDAY=3WE) does not give the day of the start, 2026-01-20, so it begins on 2026-01-21; write that as the start")]
    [InlineData("start: 2026-01-21 19:00|duration: 1h|every: third wednesday 18:30", "2026-01-21T19:00/01:00 FREQ=MONTHLY;BYDAY=3WE", "events/a.md:6: warning: 'every' (third wednesday 18:30) disagrees with 'start' (2026-01-21 19:00) on line 4, which is used")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=WEEKLY;UNTIL=20260304", "2026-01-21T18:30/01:00 FREQ=WEEKLY;UNTIL=20260304T225959Z", "events/a.md:6: warning: 'rrule' (FREQ=WEEKLY;UNTIL=20260304) ends with a day, though the event has a time of day; it is taken to end with that day where the event is")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: wednesday|rrule: FREQ=WEEKLY", "2026-01-21T18:30/01:00 FREQ=WEEKLY", "events/a.md:6: warning: 'every' (wednesday) is not used: 'rrule' on line 7 says how it recurs")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: wednesday|except: 2026-01-29", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE", "events/a.md:7: warning: 'except' (2026-01-29) is not a date of this event; write one on which it takes place")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|except: 2026-01-29", "2026-01-21T18:30/01:00", "events/a.md:6: warning: 'except' (2026-01-29) has nothing to leave out; write 'every:' or 'rrule:' to say how the event recurs")]
    [InlineData("start: 2026-01-21T18:30+05:30|duration: 1h|every: wednesday", "2026-01-21T13:00/01:00 FREQ=WEEKLY;BYDAY=WE", "events/a.md:6: warning: 'every' (wednesday) follows UTC, because the start has an offset; write 'timezone:' to keep the local time of a place")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|overrides: [{ date: 2026-01-28, status: cancelled }]", "2026-01-21T18:30/01:00", "events/a.md:6: warning: 'overrides' has nothing to change; write 'every:' or 'rrule:' to say how the event recurs")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: wednesday until 2026-01-20", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'every' (wednesday until 2026-01-20) ends before it begins on 2026-01-21, so it takes place once; write a later last day")]
    public void IsRead_WithAWarningOrError(string lines, string expected, string diagnostic) => Assert.Equal([expected, diagnostic], Read(lines));

    [Theory]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: other full moon", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'every' (other full moon) is not understood; write it such as 'other thursday'", "events/a.md:6: note: until 'every' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=OFTEN", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'rrule' (FREQ=OFTEN): FREQ=OFTEN is none of YEARLY, MONTHLY, WEEKLY and DAILY", "events/a.md:6: note: until 'rrule' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=HOURLY", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'rrule' (FREQ=HOURLY): FREQ=HOURLY is none of YEARLY, MONTHLY, WEEKLY and DAILY", "events/a.md:6: note: until 'rrule' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'rrule' (FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30) gives no date at all; write a day that exists", "events/a.md:6: note: until 'rrule' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-05-01|all-day: true|rrule: FREQ=DAILY;BYHOUR=9", "2026-05-01–2026-05-01", "events/a.md:6: error: 'rrule' (FREQ=DAILY;BYHOUR=9) gives a time of day, but the event has none; write it with the start", "events/a.md:6: note: until 'rrule' is corrected, it takes place once, on 2026-05-01")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: thursday until june", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'every' (thursday until june) has no date after 'until'; write it such as 'wednesday until 2026-12-31'", "events/a.md:6: note: until 'every' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|every: last wednesday except easter", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'every' (last wednesday except easter) leaves out 'easter', which is not understood; write dates such as 'except 2026-12-16', or months such as 'except july and august'", "events/a.md:6: note: until 'every' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: 'DTSTART:20260121T173000Z RRULE:FREQ=WEEKLY EXRULE:FREQ=MONTHLY'", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'rrule' (DTSTART:20260121T173000Z RRULE:FREQ=WEEKLY EXRULE:FREQ=MONTHLY): it leaves dates out with EXRULE, which is not read; write them as 'exdates:'", "events/a.md:6: note: until 'rrule' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: 'RRULE:FREQ=WEEKLY RRULE:FREQ=MONTHLY'", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'rrule' (RRULE:FREQ=WEEKLY RRULE:FREQ=MONTHLY): it has several rules; write one, and a file for each other", "events/a.md:6: note: until 'rrule' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("start: 2026-01-21 18:30|duration: 1h|rrule: 'FREQ=WEEKLY;INTERVAL=two'", "2026-01-21T18:30/01:00", "events/a.md:6: error: 'rrule' (FREQ=WEEKLY;INTERVAL=two): INTERVAL=TWO is not 1 or more", "events/a.md:6: note: until 'rrule' is corrected, it takes place once, on 2026-01-21")]
    public void TakesPlaceOnce_WithAnError(string lines, string expected, string error, string note) => Assert.Equal([expected, error, note], Read(lines));

    [Theory]
    [InlineData("exdates: [2026-01-28, Easter]", "events/a.md:7: error: 'exdates' (Easter) is not a date; write it as 2024-02-21 or 2024-02-21T18:30", "events/a.md:6: note: until 'every' is corrected, it takes place once, on 2026-01-21")]
    [InlineData("except: december", "events/a.md:7: error: 'except' (december) has no year; write it as 2024-02-21", "events/a.md:6: note: until 'every' is corrected, it takes place once, on 2026-01-21")]
    public void PublishesNoDate_ThatMayBeExcluded(string lines, string error, string note) =>
        Assert.Equal(["2026-01-21T18:30/01:00", note, error], Read($"start: 2026-01-21 18:30|duration: 1h|every: wednesday|{lines}"));

    [Theory]
    [InlineData("recurrence: weekly", "2026-01-21T18:30/01:00 FREQ=WEEKLY")]
    [InlineData("recurrence: every first thursday", "2026-02-05T18:30/01:00 FREQ=MONTHLY;BYDAY=1TH")]
    [InlineData("recurrence: last wednesday except december", "2026-01-28T18:30/01:00 FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11;BYDAY=-1WE")]
    [InlineData("rrule: monthly", "2026-01-21T18:30/01:00 FREQ=MONTHLY")]
    [InlineData("recurrence: none", "2026-01-21T18:30/01:00")]
    [InlineData("recurrence: false", "2026-01-21T18:30/01:00")]
    [InlineData("every: [monday, thursday]", "2026-01-22T18:30/01:00 FREQ=WEEKLY;BYDAY=MO,TH")]
    [InlineData("every: FREQ=WEEKLY;BYDAY=WE", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("rrule: 'DTSTART:20260121T173000Z RRULE:FREQ=WEEKLY;BYDAY=WE'", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("rrule: 'DTSTART;TZID=Europe/Prague:20260121T183000\nRRULE:FREQ=WEEKLY;COUNT=4'", "2026-01-21T18:30/01:00 FREQ=WEEKLY;COUNT=4")]
    [InlineData("rrule: [\"DTSTART:20260121T173000Z\", \"RRULE:FREQ=WEEKLY;BYDAY=WE\"]", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("rrule: 'RRULE:FREQ=WEEKLY EXDATE;TZID=Europe/Prague:20260128T183000 RDATE:20260130T173000Z'", "2026-01-21T18:30/01:00 FREQ=WEEKLY +2026-01-30T18:30 -2026-01-28T18:30")]
    [InlineData("rrule: { frequency: weekly, days: [monday, wed], until: 2026-03-04 }|timezone: Europe/Prague", "2026-01-21T18:30/01:00 FREQ=WEEKLY;UNTIL=20260304T225959Z;BYDAY=MO,WE", "events/a.md:6: warning: 'rrule' (freq=weekly;byday=MO,WE;until=2026-03-04) ends with a day, though the event has a time of day; it is taken to end with that day where the event is")]
    [InlineData("every: wednesday except 2026-01-28|exdates: []", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE -2026-01-28T18:30")]
    public void IsRead_InTheFormsOfOthers(string lines, params string[] expected) => Assert.Equal(expected, Read($"start: 2026-01-21 18:30|duration: 1h|{lines}"));

    [Theory]
    [InlineData("2026-01-06", "second tuesday", "2026-01-13", "events/a.md:6: warning: 'every' (second tuesday) means a day of each month, so it begins on 2026-01-13 and not on 2026-01-06; write 'other tuesday' to take place every two weeks")]
    [InlineData("2026-01-06", "every second tuesday", "2026-01-13", "events/a.md:6: warning: 'every' (every second tuesday) means a day of each month, so it begins on 2026-01-13 and not on 2026-01-06; write 'other tuesday' to take place every two weeks")]
    [InlineData("2026-01-07", "third wednesday", "2026-01-21", "events/a.md:6: warning: 'every' (third wednesday) means a day of each month, so it begins on 2026-01-21 and not on 2026-01-07; write 'three weeks on wednesday' to take place every three weeks")]
    [InlineData("2026-01-06", "second tuesday of the month", "2026-01-13")]
    [InlineData("2026-01-13", "second tuesday", "2026-01-13")]
    [InlineData("2026-01-05", "second tuesday", "2026-01-13")]
    [InlineData("2026-01-06", "last tuesday", "2026-01-27")]
    public void Warns_WhenTheFirstDateMayBeMeant(string start, string every, string first, params string[] diagnostics)
    {
        var read = Read($"start: {start} 18:30|duration: 1h|every: {every}");

        Assert.StartsWith(first, read[0], StringComparison.Ordinal);
        Assert.Equal(diagnostics, read[1..]);
    }

    [Fact]
    public void SaysHowItIsTaken_WhenAWordHasTwoMeanings() => Assert.Equal(
        ["2026-01-22T18:30/01:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "events/a.md:6: note: 'every' (bi-weekly on thursday) is taken as every two weeks; write 'two weeks', or two days such as 'monday and thursday'"],
        Read("start: 2026-01-22 18:30|duration: 1h|every: bi-weekly on thursday"));

    [Theory]
    [InlineData("rrule: 'DTSTART:20260121T173000Z RRULE:FREQ=WEEKLY;BYDAY=WE'|timezone: Europe/Prague", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("rrule: 'DTSTART;TZID=Europe/Prague:20260121T183000 RRULE:FREQ=WEEKLY;BYDAY=WE'", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("rrule: 'DTSTART;TZID=Europe/London:20260121T183000 RRULE:FREQ=WEEKLY;BYDAY=WE'", "2026-01-21T18:30/01:00 FREQ=WEEKLY;BYDAY=WE")]
    public void TakesTheStartOfARule_WhenThereIsNoOther(string lines, string expected) => Assert.Equal([expected], Read($"duration: 1h|{lines}"));

    [Theory]
    [InlineData("rdates: [2026-02-05]", "20260121T183000 20260205T183000")]
    [InlineData("rdates: [2026-01-21, 2026-02-05]", "20260121T183000 20260205T183000")]
    [InlineData("rdates: [2026-02-05]|rrule: FREQ=WEEKLY", "20260205T183000")]
    public void WritesTheFirstDateToo_WhenThereIsNoRule(string dates, string expected)
    {
        var site = FolderOf.Site(Event($"start: 2026-01-21 18:30|duration: 1h|{dates}")).Site;
        var calendar = Publication.Render(site, FolderOf.Moment("2026-01-01T00:00:00Z"), previous: null).Text("/calendar.ics");

        var lines = calendar.Split("\r\n").Where(line => line.StartsWith("RDATE;TZID=Europe/Prague:", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', lines.Select(line => line.Split(':')[1])));
    }

    [Theory]
    [InlineData("{ date: 2026-02-18, status: cancelled }", "2026-02-18T18:30 2026-02-18T18:30/02:00 Cancelled Meetup @")]
    [InlineData("{ date: 2026-02-18 18:30, title: Party }", "2026-02-18T18:30 2026-02-18T18:30/02:00 Confirmed Party @")]
    [InlineData("{ date: 2026-02-18, start: 2026-02-25 }", "2026-02-18T18:30 2026-02-25T18:30/02:00 Confirmed Meetup @")]
    [InlineData("{ date: 2026-02-18, start: 2026-02-25 19:00 }", "2026-02-18T18:30 2026-02-25T19:00/02:00 Confirmed Meetup @")]
    [InlineData("{ date: 2026-02-18, start: '19:00' }", "2026-02-18T18:30 2026-02-18T19:00/02:00 Confirmed Meetup @")]
    [InlineData("{ date: 2026-02-18, time: '19:00', end: '20:00' }", "2026-02-18T18:30 2026-02-18T19:00/01:00 Confirmed Meetup @")]
    [InlineData("{ date: 2026-02-18, end: '22:00' }", "2026-02-18T18:30 2026-02-18T18:30/03:30 Confirmed Meetup @")]
    [InlineData("{ date: 2026-03-18, duration: 3h, place: Mill }", "2026-03-18T18:30 2026-03-18T18:30/03:00 Confirmed Meetup @Mill")]
    public void ChangesAnOccurrence(string change, string expected)
    {
        var reading = FolderOf.Site(Event($"start: 2026-01-21 18:30|duration: 2h|every: third wednesday|overrides: [{change}]"));

        Assert.Empty(reading.Diagnostics);
        var changed = Assert.Single(Assert.Single(reading.Site.Events).Overrides);
        Assert.Equal(expected, $"{Shown(changed.Occurrence!)} {Shown(changed.Span)} {changed.Status} {changed.Title} @{changed.Place?.Name}");
    }

    [Theory]
    [InlineData("[2026-02-18]", "events/a.md:7: error: 'overrides' has no date here; write it such as '- { date: 2026-12-16, status: cancelled }'")]
    [InlineData("[{ date: 2026-02-19, status: cancelled }]", "events/a.md:7: warning: 'date' (2026-02-19) is not a date of this event; write one on which it takes place")]
    [InlineData("[{ date: 2026-02-18, title: a }, { date: 2026-02-18, title: b }]", "events/a.md:7: error: 'date' (2026-02-18) is changed twice; write all of it in one place")]
    [InlineData("[{ date: 2026-02-18, end: '18:00' }]", "events/a.md:7: error: 'end' (18:00) is not after 'time' (18:30), so it is taken to end at 20:30; write a later end, with its date")]
    public void SaysWhatIsWrong_WithAnOverride(string overrides, string expected)
    {
        var reading = FolderOf.Site(Event($"start: 2026-01-21 18:30|duration: 2h|every: third wednesday|overrides: {overrides}"));

        Assert.Equal([expected], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    private static string[] Read(string lines)
    {
        var reading = FolderOf.Site(Event(lines));
        return [.. reading.Site.Events.Select(Shown), .. reading.Diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    private static (string, string) Event(string lines) => ("events/a.md", $"---\ntitle: Meetup\nlink: https://club.example/a\n{lines.Replace('|', '\n')}\n---\nText.\n");

    private static string Shown(Event @event)
    {
        var dates = (@event.Recurrence?.Extra ?? []).Select(start => $"+{Shown(start)}").Concat((@event.Recurrence?.Exceptions ?? []).Select(start => $"-{Shown(start)}"));
        return string.Join(' ', new[] { Shown(@event.Span), @event.Recurrence?.Rule?.ToString() ?? "" }.Concat(dates).Where(part => part.Length > 0));
    }

    private static string Shown(EventSpan span) => span switch
    {
        EventSpan.Timed timed => $"{Shown(EventStart.Of(span))}/{(timed.End - timed.Start).ToString("HH:mm", CultureInfo.InvariantCulture)}",
        EventSpan.AllDay days => $"{Shown(EventStart.Of(span))}–{Shown(new EventStart.Day(days.Last))}",
        _ => throw new ArgumentOutOfRangeException(nameof(span)),
    };

    private static string Shown(EventStart start) => start switch
    {
        EventStart.Timed timed => timed.At.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        EventStart.Day day => day.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(start)),
    };
}
