using Feeds.Content.Dates;
using Xunit;

namespace Feeds.Tests.Content.Dates;

public sealed class TimeReaderTests
{
    [Theory]
    [InlineData("18:30", "18:30:00")]
    [InlineData(" 18:30 ", "18:30:00")]
    [InlineData("18.30", "18:30:00")]
    [InlineData("18h30", "18:30:00")]
    [InlineData("18h", "18:00:00")]
    [InlineData("1830", "18:30:00")]
    [InlineData("18:30:00", "18:30:00")]
    [InlineData("at 9:05", "09:05:00")]
    [InlineData("6:30 PM", "18:30:00")]
    [InlineData("6:30\u202Fpm", "18:30:00")]
    [InlineData("6pm", "18:00:00")]
    [InlineData("6 p.m.", "18:00:00")]
    [InlineData("6 a.m", "06:00:00")]
    [InlineData("12 AM", "00:00:00")]
    [InlineData("12 PM", "12:00:00")]
    [InlineData("noon", "12:00:00")]
    [InlineData("Midnight", "00:00:00")]
    [InlineData("12:30 UTC", "12:30:00 +00")]
    [InlineData("12:30Z", "12:30:00 +00")]
    [InlineData("18:30+02:00", "18:30:00 +02")]
    [InlineData("18:30 +0200", "18:30:00 +02")]
    [InlineData("10:00:00 -03", "10:00:00 -03")]
    [InlineData("10:00:00-03:00", "10:00:00 -03")]
    [InlineData("12:30 UTC-05:00", "12:30:00 -05")]
    [InlineData("18:00 -0500 \u2013 20:00 -0500", "18:00:00 20:00:00 -05")]
    [InlineData("18:30-20:00 -0500", "18:30:00 20:00:00 -05")]
    [InlineData("20:00-00:00", "20:00:00 00:00:00")]
    [InlineData("20:00 -00:00", "20:00:00 00:00:00")]
    [InlineData("20:00:00-00:00", "20:00:00 00:00:00")]
    [InlineData("20:00:00-00:00:00", "20:00:00 00:00:00")]
    [InlineData("22:00-02:00", "22:00:00 02:00:00")]
    [InlineData("22:00 - 02:00", "22:00:00 02:00:00")]
    [InlineData("22:00 -02:00", "22:00:00 02:00:00")]
    [InlineData("22:00\u201402:00", "22:00:00 02:00:00")]
    [InlineData("2200-0200", "22:00:00 02:00:00")]
    [InlineData("2200 -0200", "22:00:00 02:00:00")]
    [InlineData("2200 - 0200", "22:00:00 02:00:00")]
    [InlineData("22:00-02", "22:00:00 02:00:00")]
    [InlineData("22h-02h", "22:00:00 02:00:00")]
    [InlineData("10:00 PM-02:00", "22:00:00 02:00:00")]
    [InlineData("10PM-02:00 AM", "22:00:00 02:00:00")]
    [InlineData("18:30 -0500", "18:30:00 05:00:00")]
    [InlineData("18:30-05:00", "18:30:00 05:00:00")]
    [InlineData("18:30 (GMT+1)", "18:30:00 +01")]
    [InlineData("6pm ET", "18:00:00 ET")]
    [InlineData("6:00 PM \u2013 9:00 PM", "18:00:00 21:00:00")]
    [InlineData("6:00pm - 8.00pm (EDT)", "18:00:00 20:00:00 EDT")]
    [InlineData("13:00\u201318:00 CET", "13:00:00 18:00:00 CET")]
    [InlineData("13:00 CET \u2013 18:00 CET", "13:00:00 18:00:00 CET")]
    [InlineData("10:00-12:00", "10:00:00 12:00:00")]
    [InlineData("1000-1200", "10:00:00 12:00:00")]
    [InlineData("18:00--20:00", "18:00:00 20:00:00")]
    [InlineData("6-8pm", "18:00:00 20:00:00")]
    [InlineData("6:30-8 p.m.", "18:30:00 20:00:00")]
    [InlineData("10-12pm", "10:00:00 12:00:00")]
    [InlineData("11-1pm", "11:00:00 13:00:00")]
    [InlineData("10-2am", "22:00:00 02:00:00")]
    [InlineData("09:00-5pm", "09:00:00 17:00:00")]
    [InlineData("10am to 12", "10:00:00 12:00:00")]
    [InlineData("6pm - 8", "18:00:00 20:00:00")]
    [InlineData("10pm-2", "22:00:00 02:00:00")]
    [InlineData("noon to 2pm", "12:00:00 14:00:00")]
    [InlineData("6pm until midnight", "18:00:00 00:00:00 of the next day")]
    [InlineData("from 18:00 until 20:00", "18:00:00 20:00:00")]
    [InlineData("18:00-20", "18:00:00 20:00:00")]
    [InlineData("18:00 - 24:00", "18:00:00 00:00:00 of the next day")]
    [InlineData("22:00\u201302:00", "22:00:00 02:00:00")]
    public void ReadsTime_InEveryShape(string text, string expected)
    {
        Assert.True(TimeReader.TryRead(text, out var value, out var problem), problem);
        Assert.Equal(expected, Shown.Of(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("TBA")]
    [InlineData("TBD")]
    [InlineData("18")]
    [InlineData("6-8")]
    [InlineData("183")]
    [InlineData("183000")]
    [InlineData("18:3x")]
    [InlineData("18:00 \u2013")]
    [InlineData("18:00 \u2013 TBA")]
    [InlineData("2024-02-21")]
    [InlineData("Wednesday 18:30")]
    [InlineData("18:30 20:00")]
    public void AsksForTime_WhenTextIsNone(string text)
    {
        Assert.False(TimeReader.TryRead(text, out _, out var problem));
        Assert.Equal("is not a time; write it as 18:30 or 18:30–20:00", problem);
    }

    [Theory]
    [InlineData("25:00", "has hour 25, but a day ends at 24:00")]
    [InlineData("18:00-20:60", "has minute 60, but an hour has 60 minutes")]
    [InlineData("18:30 pm", "has hour 18 with AM or PM, but that clock goes from 1 to 12; write 18:30 alone")]
    [InlineData("0:30 pm", "has hour 0 with AM or PM, but that clock goes from 1 to 12; write 0:30 alone")]
    [InlineData("24:00", "starts when the day has ended; write 00:00 and the date of the next day")]
    public void SaysWhatIsWrong_WithTime(string text, string expected)
    {
        Assert.False(TimeReader.TryRead(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }
}
