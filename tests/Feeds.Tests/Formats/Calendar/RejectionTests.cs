using Feeds.Formats.Calendar;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>What a calendar cannot hold is an error before a line of it is written.</summary>
public sealed class RejectionTests
{
    public static TheoryData<string, Action> Impossible => new()
    {
        { "UID without a letter", () => CalendarText.RequireLine(" ") },
        { "UID of two lines", () => CalendarText.RequireLine("a\r\nb") },
        { "UID with TAB", () => CalendarText.RequireLine("a\tb") },
        { "UID with half a pair", () => CalendarText.RequireLine("a\uD83D") },
        { "URL with raw line breaks", () => Lines(Written.Event with { Url = Raw("https://example.org/a\r\nBEGIN:VALARM") }) },
        { "URL with a raw letter", () => Lines(Written.Event with { Url = Raw("https://example.org/é") }) },
        { "relative URL", () => Lines(Written.Event with { Url = new Uri("/a", UriKind.Relative) }) },
        { "stamp in year 9999", () => Lines(Written.Event with { Stamp = Instant.FromUtc(9999, 1, 1, 0, 0) }) },
        { "stamp before our era", () => Lines(Written.Event with { Stamp = Instant.FromUtc(-1, 1, 1, 0, 0) }) },
        { "organizer with a name alone", () => Lines(Written.Event with { Organizer = ("Jana", null) }) },
        { "organizer with two at signs", () => Lines(Written.Event with { Organizer = ("a@b@c", null) }) },
        { "organizer with a line break", () => Lines(Written.Event with { Organizer = ("a@b\r\nc", null) }) },
        { "organizer with brackets", () => Lines(Written.Event with { Organizer = ("Jana <a@b>", null) }) },
        { "last day before the first", () => _ = new EventSpan.AllDay(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 1)) },
        { "day of year 9999", () => _ = new EventSpan.AllDay(new LocalDate(9999, 12, 31), new LocalDate(9999, 12, 31)) },
        { "day before our era", () => _ = new EventSpan.AllDay(new LocalDate(-1, 1, 1), new LocalDate(1, 1, 1)) },
        { "end before the start", () => _ = Timed(2026, 2, 2026, 1) },
        { "time in year 9999", () => _ = Timed(2026, 1, 9999, 1) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void CannotBeWritten(string what, Action write)
    {
        Assert.NotEmpty(what);
        Assert.True(Record.Exception(write) is ArgumentException or InvalidOperationException);
    }

    private static void Lines(SampleEvent @event) => CalendarWriter.LinesOf(@event.Made());

    private static Uri Raw(string uri) => new(uri, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static EventSpan.Timed Timed(int startYear, int startDay, int endYear, int endDay) => new(
        new LocalDateTime(startYear, 1, startDay, 0, 0).InUtc(), new LocalDateTime(endYear, 1, endDay, 0, 0).InUtc());
}
