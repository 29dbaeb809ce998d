using System.Globalization;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>When an event takes place, in a site whose zone is Europe/Prague, and what is said of it.</summary>
public sealed class EventTimeReaderTests
{
    [Theory]
    [InlineData("start: 2025-01-02 18:30|end: 2025-01-02 20:00", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("start: 2025-01-02 18:30|end: 2025-01-02|duration: 3h", "2025-01-02T18:30 Europe/Prague 03:00")]
    [InlineData("start: 2025-01-02 18:30|end: '20:00'", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("start: 2025-01-02 18:30|endTime: '20:00'", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("date: 2025-01-02|time: 18:30-20:00", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("date: 2025-01-02|time: 6:30 – 8pm", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("date: 2025-01-02|startTime: '18:30'|endTime: '20:00'", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("startDate: 2025-01-02|startTime: '18:30'|endDate: 2025-01-03|endTime: '02:00'", "2025-01-02T18:30 Europe/Prague 07:30")]
    [InlineData("start: 2025-01-02 18:30|duration: 90m", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("when: Thu, 2 January 2025 18:30 - 20:00", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("starts: { date: 2025-01-02, time: '18:30' }|ends: { date: 2025-01-02, time: '20:00' }", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("starts: { yyyy_mm_dd: 2025-01-02, utc_hh_mm: '17:30' }|duration: 90m", "2025-01-02T17:30 UTC 01:30")]
    [InlineData("start: 2025-01-02T17:30Z|end: 2025-01-02T19:00Z", "2025-01-02T17:30 UTC 01:30")]
    [InlineData("start: 2025-01-02T17:30Z|end: 2025-01-02T19:00Z|timezone: Europe/Prague", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("start: 2025-01-02 18:30|end: 2025-01-02 20:00|timezone: asia/tokyo", "2025-01-02T18:30 Asia/Tokyo 01:30")]
    [InlineData("date: 2025-01-02|time: 18:30 – 20:00 CET", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("date: 2025-01-02|allDay: true", "2025-01-02 – 2025-01-02")]
    [InlineData("start: 2025-01-02|end: 2025-01-04", "2025-01-02 – 2025-01-04")]
    [InlineData("date: 2nd-4th January 2025", "2025-01-02 – 2025-01-04")]
    [InlineData("start: 2025-03-29 22:00|end: 2025-03-30 04:00", "2025-03-29T22:00 Europe/Prague 05:00")]
    [InlineData("start: 2025-10-25 22:00|end: 2025-10-26 04:00", "2025-10-25T22:00 Europe/Prague 07:00")]
    public void IsRead_WithoutAWord(string lines, string expected) => Assert.Equal([expected], Read(lines));

    [Theory]
    [InlineData("date: 2025-01-02", "2025-01-02 – 2025-01-02", "events/a.md:4: warning: no time of day is given, so this is shown as a whole day; write 'time: 18:30', or 'all-day: true' if it is meant")]
    [InlineData("start: 2025-01-02 18:30", "2025-01-02T18:30 Europe/Prague 02:00", "events/a.md:4: warning: no end is given, so it is taken to end at 20:30; write 'end:' or 'duration:'")]
    [InlineData("start: 2025-01-02 20:00|end: '01:00'", "2025-01-02T20:00 Europe/Prague 05:00", "events/a.md:5: note: 'end' (01:00) is taken to end on the next day, 2025-01-03, at 01:00; write 'end:' with its date if another is meant")]
    [InlineData("start: 2025-10-26 02:30|end: 2025-10-26 05:00", "2025-10-26T02:30 Europe/Prague 03:30", "events/a.md:4: warning: 'start' (2025-10-26 02:30): in Europe/Prague the clocks show 02:30 twice on 2025-10-26; the earlier is meant unless an offset is written")]
    [InlineData("start: Monday 2 January 2025 18:30|end: '20:00'", "2025-01-02T18:30 Europe/Prague 01:30", "events/a.md:4: warning: 'start' (Monday 2 January 2025 18:30): 2025-01-02 is a Thursday")]
    [InlineData("date: 2025-01-02|time: 18:30 – 20:00 QQT", "2025-01-02T18:30 Europe/Prague 01:30", "events/a.md:5: warning: 'time' (18:30 – 20:00 QQT): the zone is Europe/Prague, which is CET on that day; 'QQT' is not used. Write 'timezone:' if another is meant")]
    [InlineData("start: 2025-01-02 18:30|end: 2025-01-02", "2025-01-02T18:30 Europe/Prague 02:00", "events/a.md:5: warning: 'end' (2025-01-02) has no time of day, so it is taken to end at 20:30; write 'end:' or 'duration:'")]
    [InlineData("start: 2025-01-02 18:30|end: 2025-01-04", "2025-01-02 – 2025-01-04", "events/a.md:5: warning: 'end' (2025-01-04) has no time of day, so whole days are shown; write the time at which it ends")]
    [InlineData("start: 2025-01-02 18:30|end: '20:00'|time: '19:00'", "2025-01-02T18:30 Europe/Prague 01:30", "events/a.md:6: warning: 'time' (19:00) disagrees with 'start' (2025-01-02 18:30) on line 4, which is used")]
    [InlineData("start: 2025-01-02 18:30|end: '20:00'|timezone: Tokyo Standard Time", "2025-01-02T18:30 Asia/Tokyo 01:30", "events/a.md:6: warning: 'timezone' (Tokyo Standard Time) is a Windows zone name; write Asia/Tokyo")]
    public void IsRead_WithAWarning(string lines, string expected, string diagnostic) => Assert.Equal([expected, diagnostic], Read(lines));

    [Theory]
    [InlineData("start: 2025-03-30 02:30|end: '04:00'", "events/a.md:4: error: 'start' (2025-03-30 02:30): in Europe/Prague the clocks go forward past 02:30 on 2025-03-30; write a time that exists")]
    [InlineData("start: 2025-02-29 18:30", "events/a.md:4: error: 'start' (2025-02-29 18:30) has day 29, but February 2025 has 28 days")]
    [InlineData("start: 2/3/2025", "events/a.md:4: error: 'start' (2/3/2025) could be 2 March or 3 February; write 2025-03-02 or 2025-02-03, or 'dates: day-first' or 'dates: month-first' in site.yaml")]
    [InlineData("start: { time: '18:30' }", "events/a.md:4: error: 'start' has no date below it; write 'start: 2024-02-21T18:30'")]
    [InlineData("start: 2025-01-02 18:30|timezone: Europe/Atlantis", "events/a.md:5: error: 'timezone' (Europe/Atlantis) is not a time zone; write an IANA name such as Europe/Prague")]
    [InlineData("start: 0900-01-02 18:30", "events/a.md:4: error: 'start' (0900-01-02 18:30) is in the year 900; write one from 1000 to 9000")]
    [InlineData("status: confirmed", "events/a.md:1: error: an event needs a start; write one above the text, such as 'start: 2024-02-21T18:30'")]
    public void IsRefused_WithAnError(string lines, string diagnostic) => Assert.Equal([diagnostic], Read(lines));

    [Theory]
    [InlineData("start: 2025-01-02", "**Time**: 18:30 – 20:00", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("start: 2025-01-02", "**Date**: 2 January 2025, 18:30 – 20:00", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("start: 2025-01-02 18:30", "**Ends**: 20:00", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("status: confirmed", "**Date**: 2 January 2025\n**Time**: 6:30 – 8 PM", "2025-01-02T18:30 Europe/Prague 01:30")]
    [InlineData("time: 18:30-20:00", "**Date**: 2 January 2025\n**Time**: 18:30", "2025-01-02T18:30 Europe/Prague 01:30")]
    public void TakesFromTheBody_WhatFrontMatterLeavesOut(string lines, string body, string expected) => Assert.Equal([expected], Read(lines, body));

    [Theory]
    [InlineData("start: 2025-01-02 18:30|end: '20:00'", "**Date**: 3 January 2025", "events/a.md:7: warning: 'Date' (3 January 2025) disagrees with 'start' (2025-01-02 18:30) on line 4, which is used")]
    [InlineData("date: 2025-01-02|time: 18:30 – 20:00", "**Time**: 19:00", "events/a.md:7: warning: 'Time' (19:00) disagrees with 'time' (18:30 – 20:00) on line 5, which is used")]
    public void IsThatOfFrontMatter_WhenTheBodyDisagrees(string lines, string body, string diagnostic) =>
        Assert.Equal(["2025-01-02T18:30 Europe/Prague 01:30", diagnostic], Read(lines, body));

    private static string[] Read(string lines, string body = "")
    {
        var reading = FolderOf.Site(("events/a.md", $"---\ntitle: A\nlocation: Hall\n{lines.Replace('|', '\n')}\n---\n{body}\n"));
        return [.. reading.Site.Events.Select(Shown), .. reading.Diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    private static string Shown(Event @event) => @event.Span switch
    {
        EventSpan.Timed timed => string.Create(CultureInfo.InvariantCulture, $"{timed.Start.LocalDateTime:uuuu-MM-ddTHH:mm} {timed.Start.Zone.Id} {timed.End.ToInstant() - timed.Start.ToInstant():hh:mm}"),
        EventSpan.AllDay days => string.Create(CultureInfo.InvariantCulture, $"{days.First:uuuu-MM-dd} – {days.Last:uuuu-MM-dd}"),
        _ => "",
    };
}
