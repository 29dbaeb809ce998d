using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Whole days, however they are written, as the calendar has them; the zone of the site is Europe/Prague.</summary>
public sealed class WholeDayTests
{
    [Theory]
    [InlineData("all_day: true|start: 2026-05-01", "20260501 20260502")]
    [InlineData("all_day: true|start: 2026-05-01T00:00:00", "20260501 20260502")]
    [InlineData("all_day: true|start: 2026-05-01 00:00|end: 2026-05-03 00:00", "20260501 20260503")]
    [InlineData("all_day: true|start: 2026-05-01T00:00:00Z|end: 2026-05-03T00:00:00Z", "20260501 20260503")]
    [InlineData("all_day: true|start: 2026-05-01T00:00:00.000Z|end: 2026-05-01T00:00:00.000Z", "20260501 20260502")]
    [InlineData("all_day: true|start: 2026-05-01 00:00|end: 2026-05-02 23:59", "20260501 20260503")]
    [InlineData("all_day: true|start: 2026-05-01T00:00:00Z|end: 2026-05-02T23:59:59Z", "20260501 20260503")]
    [InlineData("all_day: true|start: 2026-05-01T00:00:00Z|end: 2026-05-01T23:59:59.999Z", "20260501 20260502")]
    [InlineData("all_day: true|start: 2026-05-01T00:00:00+02:00|end: 2026-05-02T00:00:00+02:00", "20260501 20260502")]
    [InlineData("all_day: true|start: 2026-04-30T22:00:00Z|end: 2026-05-02T22:00:00Z", "20260501 20260503")]
    [InlineData("all_day: true|start: 2026-04-30T22:00:00Z|end: 2026-05-01T21:59:59Z", "20260501 20260502")]
    [InlineData("all_day: true|start: 2026-05-01 00:00|end: 2026-05-02 24:00", "20260501 20260503")]
    [InlineData("all_day: true|start: 2026-05-01T00:00|end: 2026-05-02", "20260501 20260503")]
    [InlineData("all_day: true|date: 2026-05-01|time: '00:00'|end_time: '23:59'", "20260501 20260502")]
    [InlineData("isAllDay: true|start: 2026-05-01 00:00", "20260501 20260502")]
    [InlineData("full_day: yes|date: 2026-05-01", "20260501 20260502")]
    [InlineData("all_day: true|start: 2026-05-01 00:00|every: friday", "20260501 20260502 FREQ=WEEKLY")]
    public void AreDates_WithMidnights(string lines, string expected) => Assert.Equal([expected], ReadEvent.Of(lines));

    [Theory]
    [InlineData("date: 2026-05-01|time: all day")]
    [InlineData("date: 2026-05-01|time: Full day")]
    [InlineData("date: 2026-05-01|start_time: all-day")]
    [InlineData("date: 2026-05-01|time: (whole day)")]
    [InlineData("date: 2026-05-01|time: ganztägig")]
    [InlineData("date: 2026-05-01|time: toute la journée")]
    [InlineData("date: 2026-05-01|start: All day")]
    [InlineData("start: 2026-05-01, all day")]
    [InlineData("start: 1 May 2026 (all day)")]
    [InlineData("when: Friday, May 1, 2026 - all day")]
    [InlineData("date: 2026-05-01|duration: full day")]
    [InlineData("date: 2026-05-01|time: all day|end_time: all day")]
    [InlineData("start: 2026-05-01 00:00|time: all day")]
    public void AreDates_InWords(string lines) => Assert.Equal(["20260501 20260502"], ReadEvent.Of(lines));

    [Theory]
    [InlineData("date: 2026-05-01|duration: P3D", "20260501 20260504")]
    [InlineData("date: 2026-05-01|duration: 3 days", "20260501 20260504")]
    [InlineData("date: 2026-05-01|duration: 3d", "20260501 20260504")]
    [InlineData("date: 2026-05-01|duration: 1 day", "20260501 20260502")]
    [InlineData("date: 2026-05-01|duration: P1W", "20260501 20260508")]
    [InlineData("date: 2026-05-01|duration: 2 weeks", "20260501 20260515")]
    [InlineData("date: 2026-05-01|duration_days: 3", "20260501 20260504")]
    [InlineData("all_day: true|date: 2026-05-01|duration: 48h", "20260501 20260503")]
    [InlineData("all_day: true|start: 2026-05-01 00:00|duration: PT72H", "20260501 20260504")]
    [InlineData("all_day: true|date: 2026-05-01|end: 2026-05-02|duration: 5 days", "20260501 20260503")]
    public void LastAsManyDays_AsTheDuration(string lines, string expected) => Assert.Equal([expected], ReadEvent.Of(lines));

    // RFC 5545 §3.3.6: a day of a duration ends at the same time of day, whatever the clocks do.
    [Theory]
    [InlineData("start: 2026-03-28 18:30|duration: P1D", "20260328T183000 20260329T183000")]
    [InlineData("start: 2026-03-28 18:30|duration: 2 days", "20260328T183000 20260330T183000")]
    [InlineData("start: 2026-10-24 18:30|duration: P1D", "20261024T183000 20261025T183000")]
    [InlineData("start: 2026-10-24 18:30|duration: 1 week", "20261024T183000 20261031T183000")]
    [InlineData("start: 2026-10-24 18:30|duration: P1DT2H", "20261024T183000 20261025T203000")]
    [InlineData("start: 2026-03-28 18:30|duration: 1 day and 2 hours", "20260328T183000 20260329T203000")]
    [InlineData("start: 2026-03-28 18:30|duration: PT24H", "20260328T183000 20260329T193000")]
    [InlineData("start: 2026-10-24 18:30|duration: 24h", "20261024T183000 20261025T173000")]
    [InlineData("start: 2026-05-01 18:30|duration: 1.5 days", "20260501T183000 20260503T063000")]
    public void EndAtTheSameTime_AcrossAChangeOfTheClocks(string lines, string expected) => Assert.Equal([expected], ReadEvent.Of(lines));

    [Theory]
    [InlineData("all_day: true|start: 2026-05-01 18:00|end: '20:00'", "20260501T180000 20260501T200000", "events/a.md:4: warning: 'all_day' (true) disagrees with 'start' (2026-05-01 18:00), which has a time of day and is used; take one of them out")]
    [InlineData("all_day: true|date: 2026-05-01|time: 18:00-20:00", "20260501T180000 20260501T200000", "events/a.md:4: warning: 'all_day' (true) disagrees with 'time' (18:00-20:00), which has a time of day and is used; take one of them out")]
    [InlineData("start: 2026-05-01 18:00|time: all day|end: '20:00'", "20260501T180000 20260501T200000", "events/a.md:5: warning: 'time' (all day) disagrees with 'start' (2026-05-01 18:00), which has a time of day and is used; take one of them out")]
    [InlineData("all_day: true|start: 2026-05-01T18:00:00Z|end: 2026-05-01T20:00:00Z", "20260501T180000Z 20260501T200000Z", "events/a.md:4: warning: 'all_day' (true) disagrees with 'start' (2026-05-01T18:00:00Z), which has a time of day and is used; take one of them out")]
    [InlineData("all_day: true|start: 2026-05-01 00:00|end: 2026-05-02 18:00", "20260501 20260503", "events/a.md:6: warning: 'end' (2026-05-02 18:00) has a time of day, which is not used because of 'all_day' (true); take one of them out")]
    [InlineData("all_day: true|date: 2026-05-01|end_time: '17:00'", "20260501 20260502", "events/a.md:6: warning: 'end_time' (17:00) has a time of day, which is not used because of 'all_day' (true); take one of them out")]
    [InlineData("all_day: true|date: 2026-05-01|duration: 2h", "20260501 20260502", "events/a.md:6: warning: 'duration' (2h) is not a number of days, though 'all_day' (true) says whole days; write one such as '2 days'")]
    [InlineData("all_day: true|start: 2026-05-03 00:00|end: 2026-05-01 00:00", "20260503 20260504", "events/a.md:6: error: 'end' (2026-05-01 00:00) is before 'start' (2026-05-03 00:00), so one day is shown; write the last day")]
    public void AreDoubted_BesideATimeOfDay(string lines, string expected, string diagnostic) =>
        Assert.Equal([expected, diagnostic], ReadEvent.Of(lines));

    [Theory]
    [InlineData("start: 2026-05-01 00:00|end: 2026-05-03 00:00", "20260501T000000 20260503T000000")]
    [InlineData("all_day: false|start: 2026-05-01 00:00|end: 2026-05-01 12:00", "20260501T000000 20260501T120000")]
    [InlineData("start: 2026-05-01 09:00|end: 2026-05-01 23:59", "20260501T090000 20260501T235900")]
    [InlineData("date: 2026-05-01|time: 09:00-17:00|summary: All day", "20260501T090000 20260501T170000")]
    [InlineData("date: 2026-05-01|time: 09:00|duration: 8h", "20260501T090000 20260501T170000")]
    public void AreTimes_WhenNothingSaysWholeDays(string lines, string expected) => Assert.Equal([expected], ReadEvent.Of(lines));

    [Theory]
    [InlineData("**Date**: 1 May 2026\n**Time**: All day")]
    [InlineData("**When**: 1 May 2026, all day")]
    [InlineData("| Date | 1 May 2026 |\n| Time | all day |")]
    public void AreDates_InTheBody(string body) => Assert.Equal(["20260501 20260502"], ReadEvent.Of("tags: [a]", body));
}
