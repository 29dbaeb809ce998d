using Feeds.Formats.Calendar;
using NodaTime;
using NodaTime.TimeZones;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

public sealed class EventTests
{
    private static readonly LocalDateTime Evening = new(2026, 6, 3, 18, 30);

    public static TheoryData<EventSpan, string[]> Spans => new()
    {
        { Days("2026-02-28", "2026-02-28"), ["DTSTART;VALUE=DATE:20260228", "DTEND;VALUE=DATE:20260301"] },
        { Days("2026-12-30", "2027-01-02"), ["DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270103"] },
        {
            Timed(Evening, DateTimeZoneProviders.Tzdb["Europe/Prague"], minutes: 90),
            ["DTSTART;TZID=Europe/Prague:20260603T183000", "DTEND;TZID=Europe/Prague:20260603T200000"]
        },
        { Timed(Evening, DateTimeZone.Utc, minutes: 90), ["DTSTART:20260603T183000Z", "DTEND:20260603T200000Z"] },
        { Timed(Evening, DateTimeZoneProviders.Tzdb["Etc/UTC"], minutes: 90), ["DTSTART:20260603T183000Z", "DTEND:20260603T200000Z"] },
        { Timed(Evening, DateTimeZoneProviders.Tzdb["GMT"], minutes: 90), ["DTSTART:20260603T183000Z", "DTEND:20260603T200000Z"] },
        {
            Timed(Evening, DateTimeZone.ForOffset(Offset.FromHours(2)), minutes: 90),
            ["DTSTART:20260603T163000Z", "DTEND:20260603T180000Z"]
        },
        {
            Timed(Evening, new Nowhere(), minutes: 90),
            ["DTSTART:20260603T163000Z", "DTEND:20260603T180000Z"]
        },
        { Timed(Evening, DateTimeZoneProviders.Tzdb["Europe/Prague"], minutes: 0), ["DTSTART;TZID=Europe/Prague:20260603T183000"] },
        {
            Timed(Evening.PlusMilliseconds(999), DateTimeZoneProviders.Tzdb["Europe/Prague"], minutes: 90),
            ["DTSTART;TZID=Europe/Prague:20260603T183000", "DTEND;TZID=Europe/Prague:20260603T200000"]
        },
        { InPrague("2026-10-25T00:30", hours: 1), ["DTSTART:20261025T003000Z", "DTEND:20261025T013000Z"] },
        { InPrague("2026-10-25T01:30", hours: 3), ["DTSTART:20261025T013000Z", "DTEND:20261025T043000Z"] },
        { InPrague("2026-10-24T20:30", hours: 4), ["DTSTART:20261024T203000Z", "DTEND:20261025T003000Z"] },
        {
            InPrague("2026-10-24T20:00", hours: 10),
            ["DTSTART;TZID=Europe/Prague:20261024T220000", "DTEND;TZID=Europe/Prague:20261025T070000"]
        },
    };

    [Theory]
    [MemberData(nameof(Spans))]
    public void Writes_Span(EventSpan span, string[] expected) =>
        Assert.Equal(expected, Written.Lines(Written.Event with { Span = span }, "DTSTART;", "DTSTART:2", "DTEND"));

    [Theory]
    [InlineData("2026-06-03", false)]
    [InlineData("2026-10-25", false)]
    public void HasNoVTimeZone_WhereTimesAreUtc(string date, bool expected)
    {
        var start = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value.At(new LocalTime(2, 30));
        var zone = date == "2026-10-25" ? DateTimeZoneProviders.Tzdb["Europe/Prague"] : DateTimeZone.Utc;

        var lines = Written.Lines(Written.Calendar(Written.Event with { Span = Timed(start, zone, minutes: 5) }));

        Assert.Equal(expected, lines.Contains("BEGIN:VTIMEZONE", StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Hall", 50.5, 14.25, "LOCATION:Hall", "GEO:50.5;14.25", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"Hall\":geo:50.5,14.25")]
    [InlineData(
        "Hall\r\nLong Street 1\n110 00 Prague", -33.85678949, 151.2153,
        @"LOCATION:Hall\nLong Street 1\n110 00 Prague",
        "GEO:-33.856789;151.2153",
        "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=\"Long Street 1, 110 00 Prague\";X-TITLE=\"Hall\":geo:-33.856789,151.2153")]
    [InlineData(
        "The \"Hall\", Long Street 1", 90, -180,
        "LOCATION:The \"Hall\"\\, Long Street 1",
        "GEO:90;-180",
        "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"The ^'Hall^', Long Street 1\":geo:90,-180")]
    [InlineData(null, 0, -0.0000001, "GEO:0;0")]
    public void Writes_Place(string? location, double latitude, double longitude, params string[] expected)
    {
        var @event = Written.Event with { Location = location, Position = (latitude, longitude) };

        Assert.Equal(expected, Written.Lines(@event, "LOCATION", "GEO", "X-APPLE"));
    }

    [Fact]
    public void HasNoCoordinates_WhenTheyAreNotKnown() =>
        Assert.Equal(["LOCATION:Hall"], Written.Lines(Written.Event with { Location = "Hall" }, "LOCATION", "GEO", "X-APPLE"));

    [Theory]
    [InlineData("jana@example.org", "mailto:jana@example.org")]
    [InlineData("jana+x@example.org", "mailto:jana+x@example.org")]
    [InlineData("a?bcc=b&c@example.org", "mailto:a%3Fbcc%3Db%26c@example.org")]
    [InlineData("žluť@example.org", "mailto:%C5%BElu%C5%A5@example.org")]
    public void Writes_Organizer(string email, string expected) =>
        Assert.Equal(["ORGANIZER:" + expected], Written.Lines(Written.Event with { Organizer = (email, null) }, "ORGANIZER"));

    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://example.org/a,b;c?d=e\\f", "https://example.org/a,b;c?d=e%5Cf")]
    [InlineData("https://příklad.cz:8080/č?ř#ž", "https://xn--pklad-zsa96e.cz:8080/%C4%8D?%C5%99#%C5%BE")]
    [InlineData("https://example.org/a\r\nBEGIN:VALARM", "https://example.org/a%0D%0ABEGIN:VALARM")]
    [InlineData("tel:+420123456789", "tel:+420123456789")]
    public void Writes_Uri(string uri, string expected)
    {
        var @event = Written.Event with { Url = new Uri(uri), Image = new Uri(uri), Conference = new Uri(uri) };

        Assert.Equal(
            ["URL:" + expected, "IMAGE;VALUE=URI:" + expected, "CONFERENCE;VALUE=URI:" + expected],
            Written.Lines(@event, "URL", "IMAGE", "CONFERENCE"));
    }

    [Fact]
    public void Writes_CategoriesAsOneProperty() => Assert.Equal(
        [@"CATEGORIES:C#,a\,b,c\;d"],
        Written.Lines(Written.Event with { Categories = ["C#", "a,b", "c;d"] }, "CATEGORIES"));

    [Fact]
    public void StampsBothTimes_InWholeSeconds() => Assert.Equal(
        ["DTSTAMP:20260102T030405Z", "LAST-MODIFIED:20260102T030405Z", "SEQUENCE:7"],
        Written.Lines(
            Written.Event with { Stamp = Instant.FromUtc(2026, 1, 2, 3, 4, 5) + Duration.FromMilliseconds(999), Sequence = 7 },
            "DTSTAMP", "LAST-MODIFIED", "SEQUENCE"));

    [Theory]
    [InlineData(2, "DTSTART;TZID=Europe/Prague:00020603T183000")]
    [InlineData(9998, "DTSTART;TZID=Europe/Prague:99980603T183000")]
    public void Writes_TheFirstAndTheLastYear(int year, string expected)
    {
        var span = Timed(new LocalDateTime(year, 6, 3, 18, 30), DateTimeZoneProviders.Tzdb["Europe/Prague"], minutes: 60);

        Assert.Equal([expected], Written.Lines(Written.Event with { Span = span }, "DTSTART;"));
    }

    private static EventSpan.AllDay Days(string first, string last) => new(
        NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value, NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value);

    private static EventSpan.Timed Timed(LocalDateTime start, DateTimeZone zone, int minutes)
    {
        var zoned = start.InZoneLeniently(zone);
        return new EventSpan.Timed(zoned, zoned + Duration.FromMinutes(minutes));
    }

    private static EventSpan.Timed InPrague(string utc, int hours)
    {
        var start = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(utc).Value
            .InUtc().WithZone(DateTimeZoneProviders.Tzdb["Europe/Prague"]);
        return new EventSpan.Timed(start, start + Duration.FromHours(hours));
    }

    /// <summary>A zone that no client knows.</summary>
    private sealed class Nowhere() : DateTimeZone("Example/Nowhere", isFixed: true, Offset.FromHours(2), Offset.FromHours(2))
    {
        public override ZoneInterval GetZoneInterval(Instant instant) =>
            new("nowhere", start: null, end: null, MinOffset, Offset.Zero);
    }
}
