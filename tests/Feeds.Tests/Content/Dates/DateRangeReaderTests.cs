using Feeds.Content.Dates;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Dates;

public sealed class DateRangeReaderTests
{
    [Theory]
    [InlineData("2024-02-21", "2024-02-21")]
    [InlineData("Wednesday 21 February 2024, 18:30", "2024-02-21 18:30:00 Wednesday")]
    [InlineData("2024-02-21T18:30:00-08:00", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21 18:30:00-08:00", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21 18:30:00 -08:00", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21T18:30-08:00", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21T20:00:00-00:00", "2024-02-21 20:00:00 +00")]
    [InlineData("2024-02-21 20:00:00-00:00", "2024-02-21 20:00:00 +00")]
    [InlineData("2024-02-21 18:30 -0800", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21 18:30 -08:00", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21 18:30 -08", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21 9:00 -1000", "2024-02-21 09:00:00 -10")]
    [InlineData("2024-02-21 6:30 PM -0800", "2024-02-21 18:30:00 -08")]
    [InlineData("2024-02-21 20:00+00:00", "2024-02-21 20:00:00 +00")]
    [InlineData("2024-02-21 18:00 -0800 \u2013 20:00 -0800", "2024-02-21 18:00:00 -08 / 20:00:00")]
    [InlineData("2024-02-21 18:30-08:00", "2024-02-21 18:30:00 / 08:00:00")]
    [InlineData("2024-02-21 20:00-00:00", "2024-02-21 20:00:00 / 00:00:00")]
    [InlineData("2024-02-21 20:00 -00:00", "2024-02-21 20:00:00 / 00:00:00")]
    [InlineData("2024-02-21 22:00-0200", "2024-02-21 22:00:00 / 02:00:00")]
    [InlineData("2024-02-21 22:00 - 02:00", "2024-02-21 22:00:00 / 02:00:00")]
    [InlineData("2024-02-21 22:00 \u20130200", "2024-02-21 22:00:00 / 02:00:00")]
    [InlineData("2024-02-21 22:00-02", "2024-02-21 22:00:00 / 02:00:00")]
    [InlineData("2024-02-21 10:00 -1200", "2024-02-21 10:00:00 / 12:00:00")]
    [InlineData("2024-02-21 10:00:00-12:00:00", "2024-02-21 10:00:00 / 12:00:00")]
    [InlineData("21 February 2024, 22:00-02:00", "2024-02-21 22:00:00 / 02:00:00")]
    [InlineData("2024-02-21 20:00Z-02:00", "2024-02-21 20:00:00 +00 / 02:00:00")]
    [InlineData("2024-02-21 20:00 to midnight", "2024-02-21 20:00:00 / 00:00:00 of the next day")]
    [InlineData("2024-02-21 03:00 -0500", "2024-02-21 03:00:00 -05")]
    [InlineData("2004-07-18 -0700", "2004-07-18 -07")]
    [InlineData("Fri, 22 Jul 2016 \u2013 Sat, 23 Jul 2016", "2016-07-22 Friday / 2016-07-23 Saturday")]
    [InlineData("3rd-4th February 2024", "2024-02-03 / 2024-02-04")]
    [InlineData("3-4 February 2024", "2024-02-03 / 2024-02-04")]
    [InlineData("03-04 February 2024", "2024-02-03 / 2024-02-04")]
    [InlineData("3 \u2013 4 February 2024", "2024-02-03 / 2024-02-04")]
    [InlineData("February 3-4, 2024", "2024-02-03 / 2024-02-04")]
    [InlineData("February 03\u201304, 2024", "2024-02-03 / 2024-02-04")]
    [InlineData("Sat 3 to Sun 4 February 2024", "2024-02-03 Saturday / 2024-02-04 Sunday")]
    [InlineData("30 Jan \u2013 2 Feb 2024", "2024-01-30 / 2024-02-02")]
    [InlineData("January 30 - February 2, 2024", "2024-01-30 / 2024-02-02")]
    [InlineData("30 Dec 2023 -- 2 Jan 2024", "2023-12-30 / 2024-01-02")]
    [InlineData("2024-02-03 to 2024-02-04", "2024-02-03 / 2024-02-04")]
    [InlineData("from 2024-02-03 until 2024-02-04", "2024-02-03 / 2024-02-04")]
    [InlineData("2024-02-03/2024-02-04", "2024-02-03 / 2024-02-04")]
    [InlineData("2024-02-03-2024-02-04", "2024-02-03 / 2024-02-04")]
    [InlineData("2024-02-03 -2024-02-04", "2024-02-03 / 2024-02-04")]
    [InlineData("2024-02-03T18:00 \u2013 2024-02-03T21:00", "2024-02-03 18:00:00 / 2024-02-03 21:00:00")]
    [InlineData("2024-02-03T18:00-2024-02-03T21:00", "2024-02-03 18:00:00 / 2024-02-03 21:00:00")]
    [InlineData("2024-02-03T18:00Z/2024-02-03T21:00Z", "2024-02-03 18:00:00 +00 / 2024-02-03 21:00:00 +00")]
    [InlineData("2024-02-21 18:30-21:00", "2024-02-21 18:30:00 / 21:00:00")]
    [InlineData("2024-02-21 10:00-12:00", "2024-02-21 10:00:00 / 12:00:00")]
    [InlineData("2024-02-21 18:30\u201307:00", "2024-02-21 18:30:00 / 07:00:00")]
    [InlineData("2024-02-21 (18:30 to 21:00)", "2024-02-21 18:30:00 / 21:00:00")]
    [InlineData("2024-02-21 18:30 - 21:00 CET", "2024-02-21 18:30:00 CET / 21:00:00")]
    [InlineData("2024-02-21 18:30 UTC - 21:00", "2024-02-21 18:30:00 +00 / 21:00:00")]
    [InlineData("February 21st, 2024, 6:00 PM \u2013 9:00 PM", "2024-02-21 18:00:00 / 21:00:00")]
    [InlineData("February 21, 2024 6-8pm", "2024-02-21 18:00:00 / 20:00:00")]
    [InlineData("February 21, 2024 10 to 12:30 PM", "2024-02-21 10:00:00 / 12:30:00")]
    [InlineData("2024-02-21 18:00-20", "2024-02-21 18:00:00 / 20:00:00")]
    [InlineData("6:00 PM \u2013 9:00 PM, Wednesday, February 21, 2024", "2024-02-21 18:00:00 Wednesday / 21:00:00")]
    [InlineData("6-8pm, 21 February 2024", "2024-02-21 18:00:00 / 20:00:00")]
    [InlineData("2024-02-21 22:00 \u2013 02:00", "2024-02-21 22:00:00 / 02:00:00")]
    [InlineData("Wed 2024-02-21 22:00 \u2013 24:00", "2024-02-21 22:00:00 Wednesday / 00:00:00 of the next day")]
    [InlineData("3 Feb 18:00 \u2013 4 Feb 2024 12:00", "2024-02-03 18:00:00 / 2024-02-04 12:00:00")]
    [InlineData("2024-02-03 18:00 \u2013 2024-02-04", "2024-02-03 18:00:00 / 2024-02-04")]
    [InlineData("2024-02-04 \u2013 2024-02-03", "2024-02-04 / 2024-02-03")]
    public void ReadsRange_InEveryShape(string text, string expected)
    {
        Assert.True(DateRangeReader.TryRead(text, DateOrder.Unstated, out var value, out var problem), problem);
        Assert.Equal(expected, Shown.Of(value));
    }

    [Fact]
    public void ReadsBothNumbers_InTheOrderOfTheSite()
    {
        Assert.True(DateRangeReader.TryRead("2/3/2024 - 3/3/2024", DateOrder.DayFirst, out var value, out _));
        Assert.Equal("2024-03-02 / 2024-03-03", Shown.Of(value));
    }

    [Theory]
    [InlineData("", "is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("TBA", "is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("18:00 \u2013 20:00", "is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("2024-02-21 \u2013", "is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("2024-02-21 \u2013 22 \u2013 23", "is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("2024-02-21 \u2013 later", "is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    [InlineData("3-4 February", "has no year; write it as 2024-02-21")]
    [InlineData("28-30 February 2024", "has day 30, but February 2024 has 29 days")]
    [InlineData("2/3/2024 - 3/3/2024", "could be 2 March or 3 February; write 2024-03-02 or 2024-02-03, or 'dates: day-first' or 'dates: month-first' in site.yaml")]
    [InlineData("2024-02-21 18:00-25:00", "has hour 25, but a day ends at 24:00")]
    [InlineData(
        "February 3-4, 2024, 18:30",
        "has a time at its end but none at its start; write both, as in 2024-02-21T18:30 – 2024-02-22T20:00")]
    public void SaysWhatIsWrong_WithRange(string text, string expected)
    {
        Assert.False(DateRangeReader.TryRead(text, DateOrder.Unstated, out _, out var problem));
        Assert.Equal(expected, problem);
    }
}
