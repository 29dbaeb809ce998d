using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>Recurring events keep the time of day of their zone, and calendars say how they come back.</summary>
public sealed class RecurrenceTests
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly OffsetDateTimePattern Zoned = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<g>");

    [Theory]
    [InlineData("Europe/Prague", "2026-03-22T18:30", "FREQ=WEEKLY", "2026-03-22T18:30+01 2026-03-29T18:30+02 2026-04-05T18:30+02")]
    [InlineData("Europe/Prague", "2026-10-18T18:30", "FREQ=WEEKLY", "2026-10-18T18:30+02 2026-10-25T18:30+01 2026-11-01T18:30+01")]
    [InlineData("Europe/Prague", "2026-03-28T02:30", "FREQ=DAILY", "2026-03-28T02:30+01 2026-03-29T03:30+02 2026-03-30T02:30+02")]
    [InlineData("Europe/Prague", "2026-10-24T02:30", "FREQ=DAILY", "2026-10-24T02:30+02 2026-10-25T02:30+02 2026-10-26T02:30+01")]
    [InlineData("Australia/Sydney", "2026-10-03T02:15", "FREQ=DAILY", "2026-10-03T02:15+10 2026-10-04T03:15+11 2026-10-05T02:15+11")]
    [InlineData("Etc/UTC", "2026-03-28T02:30", "FREQ=DAILY", "2026-03-28T02:30+00 2026-03-29T02:30+00")]
    [InlineData("UTC+03", "2026-03-28T02:30", "FREQ=DAILY", "2026-03-28T02:30+03 2026-03-28T23:30+00")]
    public void KeepsTheTimeOfDay_WhenClocksAreChanged(string zone, string first, string rule, string expected)
    {
        var start = Local.Parse(first).Value.InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]);
        var recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse(rule) };

        var spans = recurrence.Occurrences(new EventSpan.Timed(start, start.PlusHours(3))).Take(expected.Split(' ').Length).Cast<EventSpan.Timed>().ToArray();

        Assert.Equal(expected, string.Join(' ', spans.Select(span => Zoned.Format(span.Start.ToOffsetDateTime()))));
        Assert.All(spans, span => Assert.Equal(Duration.FromHours(3), span.End - span.Start));
    }

    [Fact]
    public void RecursOnWholeDays()
    {
        var recurrence = new RecurrenceSet
        {
            Rule = RecurrenceRule.Parse("FREQ=MONTHLY;UNTIL=20261231;BYMONTHDAY=31"),
            Exceptions = [new EventStart.Day(new LocalDate(2026, 8, 31))],
            Extra = [new EventStart.Day(new LocalDate(2026, 6, 15)), new EventStart.Day(new LocalDate(2027, 1, 1)), new EventStart.Day(new LocalDate(2026, 7, 31))],
        };

        var spans = recurrence.Occurrences(new EventSpan.AllDay(new LocalDate(2026, 5, 31), new LocalDate(2026, 6, 1)));

        Assert.Equal(
            ["05-31 06-01", "06-15 06-16", "07-31 08-01", "10-31 11-01", "12-31 01-01", "01-01 01-02"],
            spans.Cast<EventSpan.AllDay>().Select(days => FormattableString.Invariant($"{days.First:MM-dd} {days.Last:MM-dd}")));
    }

    [Fact]
    public void Writes_RuleAndDates_LikeTheStart()
    {
        var start = At(2026, 1, 21, 18, 30);
        var master = Written.Event with
        {
            Span = new EventSpan.Timed(start, start.PlusHours(2)),
            Recurrence = new RecurrenceSet
            {
                Rule = RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=3WE;UNTIL=20261231T225959Z"),
                Extra = [new EventStart.Timed(At(2026, 2, 1, 10, 0))],
                Exceptions = [new EventStart.Timed(At(2026, 4, 15, 18, 30)), new EventStart.Timed(At(2026, 7, 15, 18, 30))],
            },
        };
        var moved = Written.Event with { Span = new EventSpan.AllDay(new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 1)), Occurrence = new EventStart.Timed(At(2026, 5, 20, 18, 30)) };

        var lines = Written.Lines(Written.Calendar(moved, master));

        Assert.Equal(
            [
                "DTSTART;TZID=Europe/Prague:20260121T183000", "DTEND;TZID=Europe/Prague:20260121T203000", "RRULE:FREQ=MONTHLY;UNTIL=20261231T225959Z;BYDAY=3WE",
                "RDATE;TZID=Europe/Prague:20260201T100000", "EXDATE;TZID=Europe/Prague:20260415T183000", "EXDATE;TZID=Europe/Prague:20260715T183000",
                "RECURRENCE-ID;TZID=Europe/Prague:20260520T183000", "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260602",
            ],
            lines.SkipWhile(line => line != "BEGIN:VEVENT").Where(line => line.StartsWith('R') || line.StartsWith("DTSTART", StringComparison.Ordinal) || line.StartsWith("DTEND", StringComparison.Ordinal) || line.StartsWith("EXDATE", StringComparison.Ordinal)));
    }

    [Fact]
    public void Writes_DatesOfWholeDays()
    {
        var master = Written.Event with
        {
            Recurrence = new RecurrenceSet
            {
                Rule = RecurrenceRule.Parse("FREQ=YEARLY"),
                Extra = [new EventStart.Day(new LocalDate(2026, 6, 1))],
                Exceptions = [new EventStart.Day(new LocalDate(2027, 5, 1))],
            },
        };

        Assert.Equal(["RRULE:FREQ=YEARLY", "RDATE;VALUE=DATE:20260601", "EXDATE;VALUE=DATE:20270501"], Written.Lines(master, "RRULE", "RDATE", "EXDATE"));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;WKST=SU")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;BYDAY=MO,FR")]
    [InlineData("FREQ=WEEKLY;BYDAY=SA", "FREQ=WEEKLY;BYDAY=SA")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR", "FREQ=MONTHLY;BYDAY=FR")]
    public void WritesNoDay_ThatTheStartSays(string rule, string written) =>
        Assert.Equal([$"RRULE:{written}"], Written.Lines(Written.Event with { Recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse(rule) } }, "RRULE"));

    [Fact]
    public void WritesTheZone_ThoughClocksShowTheStartTwice()
    {
        var start = DateTimeZoneProviders.Tzdb["Europe/Prague"].AtLeniently(new LocalDateTime(2026, 10, 25, 2, 30));
        var once = Written.Event with { Span = new EventSpan.Timed(start, start) };

        Assert.Equal(["DTSTART:20261025T003000Z"], Written.Lines(once, "DTSTART:2026", "DTSTART;"));
        Assert.Equal(["DTSTART;TZID=Europe/Prague:20261025T023000"], Written.Lines(once with { Recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse("FREQ=WEEKLY") } }, "DTSTART:2026", "DTSTART;"));
    }

    [Theory]
    [InlineData("Europe/Prague", "FREQ=WEEKLY", 2)]
    [InlineData("Asia/Kolkata", "FREQ=WEEKLY", 1)]
    [InlineData("Europe/Moscow", "FREQ=WEEKLY", 4)]
    [InlineData("Europe/Moscow", "FREQ=WEEKLY;COUNT=10", 2)]
    [InlineData("Europe/Moscow", "FREQ=WEEKLY;COUNT=1200", 4)]
    [InlineData("Europe/Moscow", "FREQ=WEEKLY;UNTIL=20061101T000000Z", 2)]
    public void TellsTheZone_AsLongAsItRecurs(string id, string rule, int blocks)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var start = new LocalDateTime(2006, 5, 3, 18, 0).InZoneStrictly(zone);

        var lines = Written.Lines(Written.Calendar(Written.Event with { Span = new EventSpan.Timed(start, start.PlusHours(1)), Recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse(rule) } }));

        Assert.Equal(blocks, lines.Count(line => line is "BEGIN:STANDARD" or "BEGIN:DAYLIGHT"));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;UNTIL=20261231", true, "the rule of an event at a time of day ends at a moment in UTC")]
    [InlineData("FREQ=WEEKLY;UNTIL=20261231T225959Z", false, "the rule of an event of whole days ends with a day")]
    [InlineData("FREQ=DAILY;BYHOUR=9", false, "the rule of an event of whole days has no time of day")]
    public void Rejects_ARuleThatDoesNotFit(string rule, bool isTimed, string problem)
    {
        var start = At(2026, 1, 21, 18, 30);
        var @event = Written.Event with { Recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse(rule) } };
        if (isTimed) @event = @event with { Span = new EventSpan.Timed(start, start) };

        Assert.Equal($"The event 1: {problem}. (Parameter 'event')", Assert.Throws<ArgumentException>(@event.Made).Message);
    }

    [Fact]
    public void Rejects_DatesThatDoNotFit()
    {
        var day = new EventStart.Day(new LocalDate(2026, 6, 1));
        var time = new EventStart.Timed(At(2026, 6, 1, 9, 0));

        Assert.Throws<ArgumentException>((Written.Event with { Recurrence = new RecurrenceSet { Extra = [time] } }).Made);
        Assert.Throws<ArgumentException>((Written.Event with { Recurrence = new RecurrenceSet { Exceptions = [time] } }).Made);
        Assert.Throws<ArgumentException>((Written.Event with { Recurrence = new RecurrenceSet { Extra = [new EventStart.Day(new LocalDate(2026, 4, 30))] } }).Made);
        Assert.Throws<ArgumentException>((Written.Event with { Occurrence = day, Recurrence = new RecurrenceSet { Extra = [day] } }).Made);
    }

    private static ZonedDateTime At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Prague"]);
}
