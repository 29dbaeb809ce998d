using Feeds.Formats.Calendar;
using NodaTime;
using Xunit;
using IcalDuration = Ical.Net.DataTypes.Duration;

namespace Feeds.Tests.Formats.Calendar;

public sealed class CalendarTests
{
    [Theory]
    [InlineData(1, "PT1S")]
    [InlineData(60, "PT1M")]
    [InlineData(90, "PT1M30S")]
    [InlineData(1800, "PT30M")]
    [InlineData(3600, "PT1H")]
    [InlineData(3601, "PT1H0M1S")]
    [InlineData(5400, "PT1H30M")]
    [InlineData(5401, "PT1H30M1S")]
    [InlineData(86_400, "P1D")]
    [InlineData(604_800, "P7D")]
    [InlineData(86_401, "P1DT1S")]
    [InlineData(90_000, "P1DT1H")]
    public void Writes_RefreshInterval(int seconds, string expected) => Assert.Equal(
        ["REFRESH-INTERVAL;VALUE=DURATION:" + expected, "X-PUBLISHED-TTL:" + expected],
        LinesOf(
            Written.Calendar() with
            {
                Add = calendar =>
            {
                var interval = new IcalDuration(days: seconds / 86_400, hours: seconds / 3600 % 24, minutes: seconds / 60 % 60, seconds: seconds % 60);
                calendar.Add("REFRESH-INTERVAL", interval, ("VALUE", "DURATION"));
                calendar.Add("X-PUBLISHED-TTL", DurationText.Of(interval));
            }
            },
            "REFRESH", "X-PUBLISHED"));

    [Theory]
    [InlineData("#000000", "black")]
    [InlineData("#ffffff", "white")]
    [InlineData("#FFA500", "orange")]
    [InlineData("#ff0100", "red")]
    [InlineData("#00ffff", "aqua")]
    [InlineData("#ff00ff", "fuchsia")]
    [InlineData("#808080", "gray")]
    [InlineData("#2a7fb8", "steelblue")]
    [InlineData("#1b6ac9", "royalblue")]
    [InlineData("#663399", "darkslateblue")]
    [InlineData("#9acd32", "yellowgreen")]
    [InlineData("#f0f8ff", "aliceblue")]
    public void Finds_NearestColorName(string color, string expected) => Assert.Equal(expected, CssColor.NearestName(color));

    [Fact]
    public void OrdersZones_ByName()
    {
        var noon = new LocalDateTime(2026, 5, 2, 12, 0);
        string[] zones = ["Europe/Prague", "America/New_York", "Europe/Prague", "Asia/Kolkata"];

        var lines = LinesOf(Written.Calendar([.. zones.Select((zone, index) => Event("abcd"[index..], At(noon, zone)))]), "TZID");

        Assert.Equal(["TZID:America/New_York", "TZID:Asia/Kolkata", "TZID:Europe/Prague"], lines);
    }

    private static SampleEvent Event(string uid, EventSpan span) => Written.Event with { Uid = uid, Span = span };

    private static EventSpan.Timed At(LocalDateTime time, string zone)
    {
        var start = time.InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]);
        return new EventSpan.Timed(start, start + Duration.FromHours(1));
    }

    private static string[] LinesOf(SampleCalendar calendar, params string[] names) =>
        [.. Written.Lines(calendar).Where(line => names.Any(name => line.StartsWith(name, StringComparison.Ordinal)))];
}
