using System.Globalization;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>Rules are read, written in one form, and give the dates that RFC 5545 §3.8.5.3 says.</summary>
public sealed class RuleTests
{
    /// <summary>The examples of the RFC, in its order: the rule, the first day, and the days, or the times of that day, that come first, with three dots where more follow.</summary>
    public const string Examples =
        """
        FREQ=DAILY;COUNT=10 | 1997-09-02 | 1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07 1997-09-08 1997-09-09 1997-09-10 1997-09-11
        FREQ=DAILY;UNTIL=19971224T000000Z | 1997-09-02 | 1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07 1997-09-08 1997-09-09 ...
        FREQ=DAILY;INTERVAL=2 | 1997-09-02 | 1997-09-02 1997-09-04 1997-09-06 1997-09-08 1997-09-10 1997-09-12 1997-09-14 1997-09-16 ...
        FREQ=DAILY;INTERVAL=10;COUNT=5 | 1997-09-02 | 1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12
        FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA | 1998-01-01 | 1998-01-01 1998-01-02 1998-01-03 1998-01-04 1998-01-05 1998-01-06 1998-01-07 1998-01-08 ...
        FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1 | 1998-01-01 | 1998-01-01 1998-01-02 1998-01-03 1998-01-04 1998-01-05 1998-01-06 1998-01-07 1998-01-08 ...
        FREQ=WEEKLY;COUNT=10 | 1997-09-02 | 1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 1997-10-21 1997-10-28 1997-11-04
        FREQ=WEEKLY;UNTIL=19971224T000000Z | 1997-09-02 | 1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 1997-10-21 ...
        FREQ=WEEKLY;INTERVAL=2;WKST=SU | 1997-09-02 | 1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28 1997-11-11 1997-11-25 1997-12-09 ...
        FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02
        FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02
        FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR | 1997-09-01 | 1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 1997-10-01 ...
        FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16
        FREQ=MONTHLY;COUNT=10;BYDAY=1FR | 1997-09-05 | 1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05
        FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR | 1997-09-05 | 1997-09-05 1997-10-03 1997-11-07 1997-12-05
        FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | 1997-09-07 | 1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25 1998-03-01 1998-03-29 1998-05-03 1998-05-31
        FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | 1997-09-22 | 1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16
        FREQ=MONTHLY;BYMONTHDAY=-3 | 1997-09-28 | 1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26 1998-03-29 1998-04-28 ...
        FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | 1997-09-02 | 1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 1997-11-15 1997-12-02 1997-12-15 1998-01-02 1998-01-15
        FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | 1997-09-30 | 1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30 1997-12-01 1997-12-31 1998-01-01 1998-01-31 1998-02-01
        FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | 1997-09-10 | 1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10 1999-03-11 1999-03-12 1999-03-13
        FREQ=MONTHLY;INTERVAL=2;BYDAY=TU | 1997-09-02 | 1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04 1997-11-11 1997-11-18 ...
        FREQ=YEARLY;COUNT=10;BYMONTH=6,7 | 1997-06-10 | 1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10 2000-06-10 2000-07-10 2001-06-10 2001-07-10
        FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3 | 1997-03-10 | 1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10 2001-03-10 2003-01-10 2003-02-10 2003-03-10
        FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200 | 1997-01-01 | 1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18 2003-01-01 2003-04-10 2003-07-19 2006-01-01
        FREQ=YEARLY;BYDAY=20MO | 1997-05-19 | 1997-05-19 1998-05-18 1999-05-17 2000-05-15 2001-05-14 2002-05-20 2003-05-19 2004-05-17 ...
        FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO | 1997-05-12 | 1997-05-12 1998-05-11 1999-05-17 2000-05-15 2001-05-14 2002-05-13 2003-05-12 2004-05-10 ...
        FREQ=YEARLY;BYMONTH=3;BYDAY=TH | 1997-03-13 | 1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19 1998-03-26 1999-03-04 ...
        FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8 | 1997-06-05 | 1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03 1997-07-10 1997-07-17 1997-07-24 ...
        FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | 1998-02-13 | 1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13 2001-04-13 2001-07-13 2002-09-13 ...
        FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13 | 1997-09-13 | 1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07 1998-03-07 1998-04-11 ...
        FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8 | 1996-11-05 | 1996-11-05 2000-11-07 2004-11-02 2008-11-04 2012-11-06 2016-11-08 2020-11-03 2024-11-05 ...
        FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 1997-09-04 | 1997-09-04 1997-10-07 1997-11-06
        FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2 | 1997-09-29 | 1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30 1998-04-29 ...
        FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40 | 1997-09-02 | 09:00 09:20 09:40 10:00 10:20 10:40 11:00 11:20 ...
        FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 1997-08-05 | 1997-08-05 1997-08-10 1997-08-19 1997-08-24
        FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 1997-08-05 | 1997-08-05 1997-08-17 1997-08-19 1997-08-31
        FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | 2007-01-15 | 2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30
        """;

    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static TheoryData<string, string, string> ExamplesOfTheRfc =>
        [.. Examples.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[0], cells[1], cells[2]))];

    [Theory]
    [MemberData(nameof(ExamplesOfTheRfc))]
    public void GivesTheDatesOfTheRfc(string rule, string first, string expected)
    {
        var goesOn = expected.EndsWith(" ...", StringComparison.Ordinal);
        var count = expected.Split(' ').Length - (goesOn ? 1 : 0);

        var starts = Starts(rule, first).Take(count + 1).ToArray();

        var pattern = expected.Contains(':', StringComparison.Ordinal) ? "HH:mm" : "uuuu-MM-dd";
        Assert.Equal(expected, string.Join(' ', starts.Take(count).Select(start => start.ToString(pattern, CultureInfo.InvariantCulture))) + (starts.Length > count ? " ..." : ""));
        if (pattern == "uuuu-MM-dd") Assert.All(starts, start => Assert.Equal(new LocalTime(9, 0), start.TimeOfDay));
    }

    [Fact]
    public void LeavesOutExceptions()
    {
        var start = NewYork.AtStrictly(new LocalDateTime(1997, 9, 2, 9, 0));
        var recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"), Exceptions = [new EventStart.Timed(start)] };

        var days = recurrence.Occurrences(Hour(start)).Take(3).Select(span => ((EventSpan.Timed)span).Start.Date);

        Assert.Equal([new LocalDate(1998, 2, 13), new LocalDate(1998, 3, 13), new LocalDate(1998, 11, 13)], days);
    }

    [Theory]
    [InlineData("freq=weekly", "FREQ=WEEKLY")]
    [InlineData(" FREQ=WEEKLY; ", "FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=1;WKST=MO", "FREQ=WEEKLY")]
    [InlineData("BYDAY=TH,TU,TH;FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;BYDAY=TU,TH;WKST=SU")]
    [InlineData("FREQ=MONTHLY;BYDAY=+1SU,-1SU;INTERVAL=2;COUNT=10", "FREQ=MONTHLY;COUNT=10;INTERVAL=2;BYDAY=-1SU,1SU")]
    [InlineData("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1")]
    [InlineData("FREQ=DAILY;UNTIL=20000131", "FREQ=DAILY;UNTIL=20000131")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")]
    [InlineData("FREQ=YEARLY;BYSETPOS=1;BYSECOND=0;BYMINUTE=2;BYHOUR=3;BYDAY=MO;BYMONTHDAY=4;BYYEARDAY=5;BYMONTH=6", "FREQ=YEARLY;BYMONTH=6;BYYEARDAY=5;BYMONTHDAY=4;BYDAY=MO;BYHOUR=3;BYMINUTE=2;BYSECOND=0;BYSETPOS=1")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO", "FREQ=YEARLY;BYWEEKNO=-1,20;BYDAY=MO")]
    public void WritesOneForm(string text, string expected) => Assert.Equal(expected, RecurrenceRule.Parse(text).ToString());

    [Theory]
    [InlineData("", "the rule has no FREQ; write one such as FREQ=WEEKLY")]
    [InlineData("COUNT=2", "the rule has no FREQ; write one such as FREQ=WEEKLY")]
    [InlineData("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY is none of YEARLY, MONTHLY, WEEKLY and DAILY")]
    [InlineData("FREQ=HOURLY", "FREQ=HOURLY is none of YEARLY, MONTHLY, WEEKLY and DAILY")]
    [InlineData("FREQ=3", "FREQ=3 is none of YEARLY, MONTHLY, WEEKLY and DAILY")]
    [InlineData("weekly", "'WEEKLY' is not a part of a rule; write parts such as FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY", "FREQ is given twice")]
    [InlineData("FREQ=WEEKLY;BYEASTER=0", "BYEASTER is not a part of a rule")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0 is not 1 or more")]
    [InlineData("FREQ=WEEKLY;COUNT=-1", "COUNT=-1 is not 1 or more")]
    [InlineData("FREQ=WEEKLY;COUNT=2;UNTIL=20261231", "COUNT and UNTIL cannot stand together")]
    [InlineData("FREQ=WEEKLY;UNTIL=2026-12-31", "UNTIL=2026-12-31 is neither a day such as 20261231 nor a time in UTC such as 20261231T225959Z")]
    [InlineData("FREQ=WEEKLY;UNTIL=20261231T225959", "UNTIL=20261231T225959 is neither a day such as 20261231 nor a time in UTC such as 20261231T225959Z")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "'XX' is none of MO, TU, WE, TH, FR, SA and SU")]
    [InlineData("FREQ=WEEKLY;BYDAY=", "'' is none of MO, TU, WE, TH, FR, SA and SU")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", "BYDAY=0 is not 1 to 53, or -1 to -53 from the end")]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", "a number before a day, as in 2MO, goes with FREQ=MONTHLY and FREQ=YEARLY only")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=2MO", "a number before a day, as in 2MO, does not go with BYWEEKNO")]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=20", "BYWEEKNO goes with FREQ=YEARLY only")]
    [InlineData("FREQ=MONTHLY;BYYEARDAY=20", "BYYEARDAY goes neither with FREQ=DAILY nor with WEEKLY or MONTHLY")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=20", "BYMONTHDAY does not go with FREQ=WEEKLY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32 is not 1 to 31, or -1 to -31 from the end")]
    [InlineData("FREQ=MONTHLY;BYMONTH=13", "BYMONTH=13 is not 1 to 12")]
    [InlineData("FREQ=DAILY;BYHOUR=24", "BYHOUR=24 is not 0 to 23")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS needs another part that it chooses from, such as BYDAY")]
    public void SaysWhatIsWrong(string text, string expected)
    {
        Assert.False(RecurrenceRule.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => RecurrenceRule.Parse(text)).Message);
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;INTERVAL=2147483647")]
    [InlineData("FREQ=YEARLY;INTERVAL=2147483647")]
    public void Ends_WhenItNeverMatches(string rule) => Assert.Single(Starts(rule, "2026-01-01"));

    [Theory]
    [InlineData("FREQ=WEEKLY", "2026-06-09", "2026-06-09 2026-06-16")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2026-06-10", "2026-06-23 2026-07-07")]
    [InlineData("FREQ=WEEKLY;COUNT=24", "2026-06-09", "2026-06-09 2026-06-16")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5", "2026-02-01", "2026-06-06 2026-11-06")]
    [InlineData("FREQ=YEARLY;INTERVAL=3", "2026-02-01", "2029-01-06 2032-01-06")]
    [InlineData("FREQ=DAILY;INTERVAL=7", "2025-02-01", "2026-01-06 2026-01-13")]
    public void StartsLate_AtADay(string rule, string earliest, string expected)
    {
        var recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse(rule) };
        var first = Hour(NewYork.AtStrictly(new LocalDateTime(2026, 1, 6, 9, 0)));

        var days = recurrence.Occurrences(first, LocalDatePattern.Iso.Parse(earliest).Value).Take(2).Select(span => LocalDatePattern.Iso.Format(((EventSpan.Timed)span).Start.Date));

        Assert.Equal(expected, string.Join(' ', days));
    }

    private static IEnumerable<LocalDateTime> Starts(string rule, string first)
    {
        var start = NewYork.AtStrictly(LocalDatePattern.Iso.Parse(first).Value.At(new LocalTime(9, 0)));
        return new RecurrenceSet { Rule = RecurrenceRule.Parse(rule) }.Occurrences(Hour(start)).Select(span => ((EventSpan.Timed)span).Start.LocalDateTime);
    }

    private static EventSpan.Timed Hour(ZonedDateTime start) => new(start, start.PlusHours(1));
}
