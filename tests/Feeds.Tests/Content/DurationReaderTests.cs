using Feeds.Content.Dates;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Content;

public sealed class DurationReaderTests
{
    [Theory]
    [InlineData("PT2H", 120)]
    [InlineData("PT1H30M", 90)]
    [InlineData("P1D", 1440)]
    [InlineData(" PT90M ", 90)]
    [InlineData("2h", 120)]
    [InlineData("2 hours", 120)]
    [InlineData("1 hr", 60)]
    [InlineData("1.5h", 90)]
    [InlineData("90m", 90)]
    [InlineData("90 min", 90)]
    [InlineData("90 minutes", 90)]
    [InlineData("1h 30m", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("1 hour and 30 minutes", 90)]
    [InlineData("2H", 120)]
    public void ReadsLength_InEveryShape(string text, int minutes)
    {
        Assert.True(DurationReader.TryRead(text, out var length));
        Assert.Equal(Duration.FromMinutes(minutes), length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("long")]
    [InlineData("2")]
    [InlineData("0h")]
    [InlineData("PT0S")]
    [InlineData("-PT2H")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P400D")]
    [InlineData("9999h 99999m")]
    [InlineData("2 fortnights")]
    [InlineData("h")]
    public void RefusesText_ThatIsNoLength(string text) => Assert.False(DurationReader.TryRead(text, out _));
}
