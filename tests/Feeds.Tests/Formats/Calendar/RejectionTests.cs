using Feeds.Formats.Calendar;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

public sealed class RejectionTests
{
    private static readonly Uri Relative = new("/a", UriKind.Relative);

    public static TheoryData<string, Action> Impossible => new()
    {
        { "event without a UID", () => _ = Written.Event with { Uid = "" } },
        { "event with a blank UID", () => _ = Written.Event with { Uid = " " } },
        { "UID of two lines", () => _ = Written.Event with { Uid = "a\r\nb" } },
        { "UID with LF", () => _ = Written.Event with { Uid = "a\nb" } },
        { "UID with TAB", () => _ = Written.Event with { Uid = "a\tb" } },
        { "UID with half a pair", () => _ = Written.Event with { Uid = "a\uD83D" } },
        { "negative sequence", () => _ = Written.Event with { Sequence = -1 } },
        { "relative URL", () => _ = Written.Event with { Url = Relative } },
        { "relative image", () => _ = Written.Event with { Image = Relative } },
        { "relative conference", () => _ = Written.Event with { Conference = Relative } },
        { "URL with raw line breaks", () => _ = Written.Event with { Url = Raw("https://example.org/a\r\nBEGIN:VALARM") } },
        { "URL with a raw letter", () => _ = Written.Event with { Url = Raw("https://example.org/é") } },
        { "stamp in year 9999", () => _ = Written.Event with { Stamp = Instant.FromUtc(9999, 1, 1, 0, 0) } },
        { "stamp before our era", () => _ = Written.Event with { Stamp = Instant.FromUtc(-1, 1, 1, 0, 0) } },
        { "organizer without an address", () => _ = new Organizer("") },
        { "organizer with a name alone", () => _ = new Organizer("Jana") },
        { "organizer with two at signs", () => _ = new Organizer("a@b@c") },
        { "organizer without a host", () => _ = new Organizer("a@") },
        { "organizer without a local part", () => _ = new Organizer("@b") },
        { "organizer with a space", () => _ = new Organizer("a b@c") },
        { "organizer with a line break", () => _ = new Organizer("a@b\r\nc") },
        { "organizer with brackets", () => _ = new Organizer("Jana <a@b>") },
        { "latitude beyond the pole", () => _ = new GeoPosition(90.1, 0) },
        { "longitude that is no number", () => _ = new GeoPosition(0, double.NaN) },
        { "last day before the first", () => _ = new EventSpan.AllDay(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 1)) },
        { "day of year 9999", () => _ = new EventSpan.AllDay(new LocalDate(9999, 12, 31), new LocalDate(9999, 12, 31)) },
        { "day before our era", () => _ = new EventSpan.AllDay(new LocalDate(-1, 1, 1), new LocalDate(1, 1, 1)) },
        { "end before the start", () => _ = Timed(2026, 2, 2026, 1) },
        { "time in year 9999", () => _ = Timed(2026, 1, 9999, 1) },
        { "calendar without a product", () => _ = Written.Calendar() with { ProductId = "" } },
        { "product of two lines", () => _ = Written.Calendar() with { ProductId = "a\nb" } },
        { "calendar with an empty UID", () => _ = Written.Calendar() with { Uid = "" } },
        { "relative calendar URL", () => _ = Written.Calendar() with { Url = Relative } },
        { "relative source", () => _ = Written.Calendar() with { Source = Relative } },
        { "refresh after no time", () => _ = Written.Calendar() with { RefreshInterval = Duration.Zero } },
        { "refresh under a second", () => _ = Written.Calendar() with { RefreshInterval = Duration.FromMilliseconds(999) } },
        { "refresh with part of a second", () => _ = Written.Calendar() with { RefreshInterval = Duration.FromMilliseconds(1500) } },
        { "refresh in the past", () => _ = Written.Calendar() with { RefreshInterval = Duration.FromHours(-1) } },
        { "colour by name", () => _ = Written.Calendar() with { Color = "red" } },
        { "short colour", () => _ = Written.Calendar() with { Color = "#f00" } },
        { "colour with a line break", () => _ = Written.Calendar() with { Color = "#ff000\n" } },
        { "zone of another database", () => _ = Written.Calendar() with { Zone = DateTimeZone.ForOffset(Offset.FromHours(2)) } },
        { "change in year 9999", () => _ = Written.Calendar() with { LastModified = Instant.FromUtc(9999, 1, 1, 0, 0) } },
        { "no array of events", () => _ = Written.Calendar() with { Events = default } },
        { "one UID twice", () => _ = Written.Calendar(Written.Event, Written.Event with { Summary = "other" }) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void CannotBeMade(string what, Action make)
    {
        Assert.NotEmpty(what);
        Assert.ThrowsAny<ArgumentException>(make);
    }

    private static Uri Raw(string uri) => new(uri, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static EventSpan.Timed Timed(int startYear, int startDay, int endYear, int endDay) => new(
        new LocalDateTime(startYear, 1, startDay, 0, 0).InUtc(), new LocalDateTime(endYear, 1, endDay, 0, 0).InUtc());
}
