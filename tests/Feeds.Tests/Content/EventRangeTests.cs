using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Whether a hyphen after a time begins the end or an offset, in a site whose zone is Europe/Prague.</summary>
public sealed class EventRangeTests
{
    private const string Midnight = "20261231T200000 20270101T000000";
    private const string SmallHours = "20261231T220000 20270101T020000";

    [Theory]
    [InlineData("date: 2026-12-31|time: 20:00-00:00", Midnight, "5: note: 'time' (20:00-00:00) is taken to end on the next day, 2027-01-01, at 00:00; write 'end:' with its date if another is meant")]
    [InlineData("date: 2026-12-31|time: 22:00-02:00", SmallHours, "5: note: 'time' (22:00-02:00) is taken to end on the next day, 2027-01-01, at 02:00; write 'end:' with its date if another is meant")]
    [InlineData("date: 2026-12-31|time: 2200-0200", SmallHours, "5: note: 'time' (2200-0200) is taken")]
    [InlineData("date: 2026-12-31|time: 2200 - 0200", SmallHours, "5: note: 'time' (2200 - 0200) is taken")]
    [InlineData("date: 2026-12-31|time: 22:00 -02:00", SmallHours, "5: note: 'time' (22:00 -02:00) is taken")]
    [InlineData("date: 2026-12-31|time: 22:00 – 02:00", SmallHours, "5: note: 'time' (22:00 – 02:00) is taken")]
    [InlineData("date: 2026-12-31|time: 22:00—02:00", SmallHours, "5: note: 'time' (22:00—02:00) is taken")]
    [InlineData("date: 2026-12-31|time: 22:00-02", SmallHours, "5: note: 'time' (22:00-02) is taken")]
    [InlineData("date: 2026-12-31|time: 10pm-2am", SmallHours, "5: note: 'time' (10pm-2am) is taken")]
    [InlineData("date: 2026-12-31|time: 10:00 PM-02:00 AM", SmallHours, "5: note: 'time' (10:00 PM-02:00 AM) is taken")]
    [InlineData("date: 2026-12-31|startTime: 22:00-02:00", SmallHours, "5: note: 'startTime' (22:00-02:00) is taken")]
    [InlineData("date: 2026-12-31|start: 22:00-02:00", SmallHours, "5: note: 'start' (22:00-02:00) is taken")]
    [InlineData("date: 2026-12-31|when: 22:00-02:00", SmallHours, "5: note: 'when' (22:00-02:00) is taken")]
    [InlineData("date: 2026-12-31|start_time: '22:00'|end_time: '02:00'", SmallHours, "6: note: 'end_time' (02:00) is taken")]
    [InlineData("start: 2026-12-31 22:00-02:00", SmallHours, "4: note: 'start' (2026-12-31 22:00-02:00) is taken")]
    [InlineData("when: 2026-12-31 2200-0200", SmallHours, "4: note: 'when' (2026-12-31 2200-0200) is taken")]
    [InlineData("when: 2026-12-31 22:00-0200", SmallHours, "4: note: 'when' (2026-12-31 22:00-0200) is taken")]
    [InlineData("when: 2026-12-31 22:00 – 0200", SmallHours, "4: note: 'when' (2026-12-31 22:00 – 0200) is taken")]
    [InlineData("when: 31 December 2026, 22:00-02:00", SmallHours, "4: note: 'when' (31 December 2026, 22:00-02:00) is taken")]
    [InlineData("date: 2026-12-31 22:00-02:00", SmallHours, "4: note: 'date' (2026-12-31 22:00-02:00) is taken")]
    [InlineData("start: { date: 2026-12-31, time: 22:00-02:00 }", SmallHours, "4: note: 'time' (22:00-02:00) is taken")]
    public void IsAnEnd_AfterATime(string lines, string expected, string note)
    {
        var read = ReadEvent.Of(lines);
        Assert.Equal([expected], read[..^1]);
        Assert.StartsWith("events/a.md:" + note, read[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("**Date**: 31 December 2026\n**Time**: 22:00-02:00", "7: note: 'Time' (22:00-02:00) is taken")]
    [InlineData("**When**: 31 December 2026 22:00-02:00", "6: note: 'When' (31 December 2026 22:00-02:00) is taken")]
    [InlineData("- **Date:** 2026-12-31\n- **Starts:** 22:00-0200", "7: note: 'Starts' (22:00-0200) is taken")]
    [InlineData("**Date**: 2026-12-31\n**Time**: 22:00\n**Ends**: 02:00", "8: note: 'Ends' (02:00) is taken")]
    public void IsAnEnd_InTheBody(string body, string note)
    {
        var read = ReadEvent.Of("tags: x", body);
        Assert.Equal([SmallHours], read[..^1]);
        Assert.StartsWith("events/a.md:" + note, read[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date: 2026-12-31|every: thursday from 22:00-02:00", "20261231T220000 20270101T020000 FREQ=WEEKLY", "5: note: 'every' (thursday from 22:00-02:00) is taken")]
    [InlineData("date: 2026-12-31|every: thursday 20:00-00:00", "20261231T200000 20270101T000000 FREQ=WEEKLY", "5: note: 'every' (thursday 20:00-00:00) is taken")]
    public void IsAnEnd_InAPhrase(string lines, string expected, string note)
    {
        var read = ReadEvent.Of(lines);
        Assert.Equal([expected], read[..^1]);
        Assert.StartsWith("events/a.md:" + note, read[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start: '22:00-02:00'", "20261231T220000 20270101T020000")]
    [InlineData("time: 22:00-02:00", "20261231T220000 20270101T020000")]
    [InlineData("start: 2027-01-01 22:00-02:00", "20270101T220000 20270102T020000")]
    [InlineData("end: '02:00'", "20261231T183000 20270101T020000")]
    [InlineData("end: '18:00'", "20261231T183000 20261231T193000")]
    [InlineData("end: 2026-12-30", "20261231T183000 20261231T193000")]
    [InlineData("end: TBA", "20261231T183000 20261231T193000")]
    [InlineData("duration: -2h", "20261231T183000 20261231T203000")]
    [InlineData("start: TBA", "20261231T183000 20261231T193000")]
    public void IsAnEnd_InAnOverride(string change, string expected)
    {
        var read = ReadEvent.Of($"start: 2026-12-24 18:30|duration: 1h|every: thursday|overrides: [{{ date: 2026-12-31, {change} }}]");
        Assert.Equal("20261224T183000 20261224T193000 FREQ=WEEKLY", read[0]);
        Assert.Equal(expected, read[1]);
        Assert.StartsWith("events/a.md:7: ", Assert.Single(read[2..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start: 2026-12-31T20:00:00-05:00|duration: 1h", "20270101T010000Z 20270101T020000Z")]
    [InlineData("start: 2026-12-31 20:00:00-05:00|duration: 1h", "20270101T010000Z 20270101T020000Z")]
    [InlineData("start_datetime: 2026-12-31 11:40:00-05:00|end_datetime: 2026-12-31 12:05:00-05:00", "20261231T164000Z 20261231T170500Z")]
    [InlineData("start: 2026-12-31 20:00 -0500|duration: 1h", "20270101T010000Z 20270101T020000Z")]
    [InlineData("start: 2026-12-31 20:00 -05:00|duration: 1h", "20270101T010000Z 20270101T020000Z")]
    [InlineData("date: 2026-12-31 20:00:00 -0500|duration: 1h", "20270101T010000Z 20270101T020000Z")]
    [InlineData("start: 2026-12-31T20:00-05:00|duration: 1h", "20270101T010000Z 20270101T020000Z")]
    [InlineData("start: 2026-12-31T20:00Z|duration: 1h", "20261231T200000Z 20261231T210000Z")]
    [InlineData("start: 2026-12-31T20:00:00+00:00|end: 2026-12-31T22:00:00+00:00", "20261231T200000Z 20261231T220000Z")]
    [InlineData("date: 2026-12-31|time: 20:00+00:00|duration: 1h", "20261231T200000Z 20261231T210000Z")]
    [InlineData("date: 2026-12-31|time: 20:00 +0000|duration: 1h", "20261231T200000Z 20261231T210000Z")]
    [InlineData("date: 2026-12-31|time: 20:00+01:00|duration: 1h", "20261231T200000 20261231T210000")]
    [InlineData("date: 2026-12-31|start_time: 10:00:00 -03|end_time: 12:00:00 -03", "20261231T130000Z 20261231T150000Z")]
    [InlineData("date: 2026-12-31|time: 20:00 UTC-5|duration: 1h", "20270101T010000Z 20270101T020000Z")]
    [InlineData("date: 2026-12-31|time: 18:00-20:00", "20261231T180000 20261231T200000")]
    [InlineData("date: 2026-12-31|time: 08:00-22:00", "20261231T080000 20261231T220000")]
    [InlineData("date: 2026-12-31|time: 10:00-24:00", "20261231T100000 20270101T000000")]
    [InlineData("date: 2026-12-31|time: 10:00 to midnight", "20261231T100000 20270101T000000")]
    [InlineData("start: 2026-12-31 20:00|end: '24:00'", "20261231T200000 20270101T000000")]
    [InlineData("date: 2026-12-31 20:00|time: 20:00-22:00", "20261231T200000 20261231T220000")]
    public void IsAnOffset_OrAnEndOfTheSameDay(string lines, string expected) => Assert.Equal([expected], ReadEvent.Of(lines));

    [Theory]
    [InlineData("date: 2026-12-31|time: 10:00-1:00", "20261231T100000 20261231T120000", "5: error: 'time' (10:00-1:00) does not end after it starts, so it is taken to end at 12:00; write 13:00 if that is meant, or the end with its date, or an offset as in 2026-12-31T10:00:00-01:00")]
    [InlineData("date: 2026-12-31|time: 10:00-05:00|duration: 1h", "20261231T100000 20261231T110000", "5: error: 'time' (10:00-05:00) does not end after it starts, so it is taken to end at 11:00; write 17:00 if that is meant, or the end with its date, or an offset as in 2026-12-31T10:00:00-05:00")]
    [InlineData("start: 2026-12-31 18:30-08:00", "20261231T183000 20261231T203000", "4: error: 'start' (2026-12-31 18:30-08:00) does not end after it starts, so it is taken to end at 20:30; write 20:00 if that is meant, or the end with its date, or an offset as in 2026-12-31T18:30:00-08:00")]
    [InlineData("date: 2026-12-31|time: 18:30-18:00", "20261231T183000 20261231T203000", "5: error: 'time' (18:30-18:00) does not end after it starts, so it is taken to end at 20:30; write a later end, with its date")]
    [InlineData("date: 2026-12-31|time: 20:00-20:00", "20261231T200000 20261231T220000", "5: error: 'time' (20:00-20:00) does not end after it starts, so it is taken to end at 22:00; write a later end, with its date")]
    [InlineData("date: 2026-12-31|time: 10 AM – 1 AM", "20261231T100000 20261231T120000", "5: error: 'time' (10 AM – 1 AM) does not end after it starts, so it is taken to end at 12:00; write 13:00 if that is meant, or the end with its date, or an offset as in 2026-12-31T10:00:00-01:00")]
    [InlineData("date: 2026-12-31|time: 18:00 – late", "20261231T180000 20261231T200000", "5: error: 'time' (18:00 – late) is not a time; write it as 18:30 or 18:30–20:00")]
    [InlineData("date: 2026-12-31|time: 18:00-25:00", "20261231T180000 20261231T200000", "5: error: 'time' (18:00-25:00) has hour 25, but a day ends at 24:00")]
    [InlineData("when: 2026-12-31 18:00 – late", "20261231T180000 20261231T200000", "4: error: 'when' (2026-12-31 18:00 – late) has an end that cannot be read; write it as 2024-02-21T18:30 – 2024-02-21T20:00")]
    [InlineData("start: 2026-12-31 18:30|end: '18:00'", "20261231T183000 20261231T203000", "5: error: 'end' (18:00) is not after 'start' (2026-12-31 18:30), so it is taken to end at 20:30; write a later end, with its date")]
    [InlineData("start: 2026-12-31 18:30|end: 2026-12-31 18:00", "20261231T183000 20261231T203000", "5: error: 'end' (2026-12-31 18:00) is not after 'start' (2026-12-31 18:30), so it is taken to end at 20:30; write a later end, with its date")]
    [InlineData("start: 2026-12-31 18:30|end: 2026-12-31 18:30", "20261231T183000 20261231T203000", "5: error: 'end' (2026-12-31 18:30) is not after 'start' (2026-12-31 18:30), so it is taken to end at 20:30; write a later end, with its date")]
    [InlineData("start: 2026-12-31 18:30|endDate: 2026-12-30", "20261231T183000 20261231T203000", "5: error: 'endDate' (2026-12-30) is not after 'start' (2026-12-31 18:30), so it is taken to end at 20:30; write a later end, with its date")]
    [InlineData("start: 2026-12-31|endDate: 2026-12-30", "20261231 20270101", "5: error: 'endDate' (2026-12-30) is before 'start' (2026-12-31), so one day is shown; write the last day")]
    [InlineData("when: 31 December 2026 – 30 December 2026", "20261231 20270101", "4: error: 'when' (31 December 2026 – 30 December 2026) is before 'when' (31 December 2026 – 30 December 2026), so one day is shown; write the last day")]
    [InlineData("start: 2026-12-31 18:30|end: TBA", "20261231T183000 20261231T203000", "5: error: 'end' (TBA) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("start: 2026-12-31 18:30|end: 2026-13-31", "20261231T183000 20261231T203000", "5: error: 'end' (2026-13-31) has month 13, but a year has 12 months")]
    [InlineData("start: 2026-12-31 18:30|endTime: late", "20261231T183000 20261231T203000", "5: error: 'endTime' (late) is not a time; write it as 18:30 or 18:30–20:00")]
    [InlineData("start: 2026-12-31 18:30|end: 9998-12-31 20:00", "20261231T183000 20261231T203000", "5: error: 'end' (9998-12-31 20:00) is in the year 9998; write one from 1000 to 9000")]
    [InlineData("start: 2026-12-31 18:30|end: 9998-12-31", "20261231T183000 20261231T203000", "5: error: 'end' (9998-12-31) is in the year 9998; write one from 1000 to 9000")]
    [InlineData("start: 2026-12-31|end: 9998-12-31|allDay: true", "20261231 20270101", "5: error: 'end' (9998-12-31) is in the year 9998; write one from 1000 to 9000")]
    [InlineData("start: 2026-12-31 18:30|end: { time: '20:00' }", "20261231T183000 20261231T203000", "5: error: 'end' has no date below it; write 'end: 2024-02-21T18:30'")]
    [InlineData("start: 2026-12-31 18:30|end: [2026-12-31, 2027-01-01]", "20261231T183000 20261231T203000", "5: error: 'end' is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("start: 2026-12-31 18:30|end: 20:00-22:00", "20261231T183000 20261231T203000", "5: error: 'end' (20:00-22:00) is two times of day; write the one at which it ends")]
    [InlineData("start: 2026-12-31 18:30|duration: -2h", "20261231T183000 20261231T203000", "5: error: 'duration' (-2h) is not a valid duration; write one such as PT2H, 90m or 2 days")]
    [InlineData("start: 2026-12-31 18:30|duration: PT0S", "20261231T183000 20261231T203000", "5: error: 'duration' (PT0S) is not a valid duration; write one such as PT2H, 90m or 2 days")]
    [InlineData("start: 2027-03-27 23:00|end: 2027-03-28 02:30", "20270327T230000 20270328T010000", "5: error: 'end' (2027-03-28 02:30): in Europe/Prague the clocks go forward past 02:30 on 2027-03-28; write a time that exists")]
    [InlineData("start: 2026-12-31 18:30|duration: 1h|rrule: FREQ=WEEKLY;UNTIL=20261230", "20261231T183000 20261231T193000", "6: error: 'rrule' (FREQ=WEEKLY;UNTIL=20261230) ends before it begins on 2026-12-31, so it takes place once; write a later last day")]
    public void CostsTheEnd_NotTheEvent(string lines, string expected, string diagnostic)
    {
        var read = ReadEvent.Of(lines);
        Assert.Equal(expected, read[0]);
        Assert.Contains("events/a.md:" + diagnostic, read);
        Assert.Single(read, line => line.Contains(": error: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("start: 2026-12-03 20:00|end: 2026-12-03 00:00", "20261203T200000 20261204T000000", "5: note: 'end' (2026-12-03 00:00) is taken to end on the next day, 2026-12-04, at 00:00; write 'end:' with its date if another is meant")]
    [InlineData("start: 2026-12-03 20:00|end: 2026-12-03T00:00:00", "20261203T200000 20261204T000000", "5: note: 'end' (2026-12-03T00:00:00) is taken to end on the next day, 2026-12-04, at 00:00; write 'end:' with its date if another is meant")]
    [InlineData("start: 2026-12-03T20:00:00+01:00|end: 2026-12-03T00:00:00+01:00", "20261203T200000 20261204T000000", "5: note: 'end' (2026-12-03T00:00:00+01:00) is taken to end on the next day, 2026-12-04, at 00:00; write 'end:' with its date if another is meant")]
    [InlineData("start: 2027-03-28 22:00|end: '02:30'", "20270328T220000 20270329T023000", "5: note: 'end' (02:30) is taken to end on the next day, 2027-03-29, at 02:30; write 'end:' with its date if another is meant")]
    public void IsOnTheNextDay_WhenTheEndCanOnlyBeThat(string lines, string expected, string note) => Assert.Equal([expected, "events/a.md:" + note], ReadEvent.Of(lines));
}
