using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>Lists whose entries share a date, a place or an order of dates, or have them in parts, as communities write them.</summary>
public sealed class WrittenListTests
{
    private const string File = "_data/events.yml";
    private const string A = "A 20260210T180000 20260210T200000";
    private const string B = "B 20260211T180000 20260211T200000";
    private const string Times = "  start_time: '18:00'\n  end_time: '20:00'\n";

    [Theory]
    // A day holds its events, as a list or under its date.
    [InlineData("- date: 2026-02-10\n  events:\n  - { title: A, time: 18:00-20:00 }\n- date: 2026-02-11\n  events:\n  - { title: B, time: 18:00-20:00 }\n")]
    [InlineData("days:\n- date: 10 February 2026\n  meetups:\n  - { name: A, time: 18:00-20:00 }\n- date: 11 February 2026\n  meetups:\n  - { name: B, time: 18:00-20:00 }\n")]
    [InlineData("2026-02-10:\n  - { title: A, time: 18:00-20:00 }\n2026-02-11:\n  - { title: B, time: 18:00-20:00 }\n")]
    [InlineData("2026-02-10: { title: A, time: 18:00-20:00 }\n2026-02-11: { title: B, time: 18:00-20:00 }\n")]
    [InlineData("- day: 2026-02-10\n  events:\n  - { title: A, time: 18:00-20:00 }\n  - { title: B, date: 2026-02-11, time: 18:00-20:00 }\n")]
    // What the list says once.
    [InlineData("time: 18:00-20:00\nevents:\n- { title: A, date: 2026-02-10 }\n- { title: B, date: 2026-02-11 }\n")]
    [InlineData("time: '19:00'\nevents:\n- { title: A, date: 2026-02-10 18:00, duration: 2h }\n- { title: B, date: 2026-02-11, time: 18:00-20:00 }\n")]
    [InlineData("- timezone: Europe/London\n  time: 17:00-19:00\n  events:\n  - { title: A, date: 2026-02-10 }\n  - { title: B, date: 2026-02-11 }\n")]
    // A date in parts.
    [InlineData("- { title: A, day: 10, month: February, year: 2026, time: 18:00-20:00 }\n- { title: B, day: 11, month: FEB, year: 2026, time: 18:00-20:00 }\n")]
    [InlineData("- { title: A, day: 10, month: 2, year: 2026, time: 18:00-20:00 }\n- { title: B, date: 11, month: Feb, year: 2026, time: 18:00-20:00 }\n")]
    [InlineData("- { title: A, date: ['10', Feb, '2026'], time: 18:00-20:00 }\n- { title: B, date: [2026, 2, 11], time: 18:00-20:00 }\n")]
    [InlineData("- { title: A, day: 2026-02-10, start: '18:00', end: '20:00' }\n- { title: B, day: 11 Feb 2026, start: '18:00', end: '20:00' }\n")]
    [InlineData("- { title: A, datum: 10. Februar 2026, uhrzeit: 18-20 Uhr }\n- { title: B, fecha: 11 de febrero de 2026, hora: '18:00-20:00' }\n")]
    // Names for which nothing else stands.
    [InlineData("- { meeting: A, date: 2026-02-10, time: 18:00-20:00 }\n- { workshop: B, date: 2026-02-11, time: 18:00-20:00 }\n")]
    public void ReadsEachEvent_WhereItsDateIsSharedOrInParts(string text) =>
        Assert.Equal([A, B], ReadList.Of(File, text).Where(line => !line.StartsWith(File, StringComparison.Ordinal)).Select(WithoutZone));

    [Theory]
    // A festival with a programme, and a meetup with its talks, are one event each.
    [InlineData("- { title: A, date: 2026-02-10, time: 18:00-20:00, events: [{ title: Opening, time: '18:00' }, { title: End, time: '20:00' }] }\n")]
    [InlineData("- { title: A, date: 2026-02-10, time: 18:00-20:00, talks: [{ title: One }, { title: Two }] }\n")]
    [InlineData("- { topic: A, date: 2026-02-10, time: 18:00-20:00, items: [{ title: One }] }\n")]
    // The date of a file is that of none of its events.
    [InlineData("date: 2026-01-01\nevents:\n- { title: A, date: 2026-02-10, time: 18:00-20:00 }\n")]
    [InlineData("updated: 2026-01-01\ntime: 2026-01-01T10:00:00Z\nevents:\n- { title: A, date: 2026-02-10, time: 18:00-20:00 }\n")]
    // The parts of a date beside a whole one.
    [InlineData("- { title: A, start: 2026-02-10 18:00, duration: 2h, day: Tuesday, month: 2, year: 2026 }\n")]
    [InlineData("- { title: A, date: 2026-02-10, day: Tuesday, time: 18:00-20:00 }\n")]
    public void ReadsOneEvent_WhereItOnlyLooksLikeAGroup(string text) =>
        Assert.Equal([A], ReadList.Of(File, text).Where(line => !line.StartsWith(File, StringComparison.Ordinal)));

    [Theory]
    [InlineData("- 2026-02-10\n- 2026-03-12\n")]
    [InlineData("dates:\n- 2026-02-10\n- 2026-03-12\n")]
    [InlineData("upcoming:\n- 10 February 2026\n- 12 March 2026\n")]
    [InlineData("events: ['2026-02-10', '2026-03-12']\n")]
    [InlineData("- date: [2026-02-10, 2026-03-12]\n")]
    public void ReadsDatesAlone_AsEventsOfTheSite(string text) =>
        Assert.Equal(["20260210 20260211", "20260312 20260313"], ReadList.Of(File, text).Where(line => line.Contains("2026", StringComparison.Ordinal) && !line.StartsWith(File, StringComparison.Ordinal)).Select(line => line[^17..]));

    [Theory]
    [InlineData("2/3/2026", "13/3/2026", "20260302", "day-first")]
    [InlineData("02.03.2026", "31.3.2026", "20260302", "day-first")]
    [InlineData("2-3-2026", "30-03-2026", "20260302", "day-first")]
    [InlineData("02/03/2026", "03/25/2026", "20260203", "month-first")]
    [InlineData("02/03/2026 7:00 PM", "12/31/2026 7:00 PM", "20260203T190000", "month-first")]
    [InlineData("02.03. - 04.03.2026", "28.03.2026", "20260302", "day-first")]
    public void ReadsADateInTheOrder_ThatAnotherOfTheListShows(string unclear, string clear, string start, string order)
    {
        var lines = ReadList.Of(File, $"- title: A\n  date: {unclear}\n- title: B\n  date: {clear}\n");
        Assert.StartsWith($"A {start} ", lines.Single(line => line.StartsWith("A ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains($"note: dates such as {unclear}", StringComparison.Ordinal) && line.EndsWith($"write 'dates: {order}' in site.yaml", StringComparison.Ordinal));
    }

    [Theory]
    // Both orders, and none.
    [InlineData("- { title: A, date: 2/3/2026 }\n- { title: B, date: 13/3/2026 }\n- { title: C, date: 3/13/2026 }\n")]
    [InlineData("- { title: A, date: 2/3/2026 }\n- { title: B, date: 3/4/2026 }\n")]
    [InlineData("- { title: A, date: 2/3/2026 }\n- { title: B, date: 2026-03-13 }\n")]
    [InlineData("- { title: A, date: 2/3/2026 }\n- { title: 13/3/2026, date: 2026-03-13 }\n")]
    [InlineData("- { title: A, date: 2/3/2026 }\n- { title: B, date: 13 March 2026 }\n")]
    public void AsksForTheOrder_WhereTheListShowsNone(string text) =>
        Assert.Contains(ReadList.Of(File, text), line => line.Contains("could be 2 March or 3 February", StringComparison.Ordinal));

    [Theory]
    [InlineData("location: The Pub\nevents:\n- { title: A, date: 2026-02-10, time: 18:00-20:00 }\n", "The Pub")]
    [InlineData("- { title: A, date: 2026-02-10, time: 18:00-20:00, ort: The Pub }\n", "The Pub")]
    [InlineData("- { title: A, date: 2026-02-10, time: 18:00-20:00, institution: The Pub }\n", "The Pub")]
    [InlineData("location: The Inn\nevents:\n- { title: A, date: 2026-02-10, time: 18:00-20:00, venue: The Pub }\n", "The Pub")]
    // Nothing of a place.
    [InlineData("- { title: A, date: 2026-02-10, time: 18:00-20:00, location: / }\n", "")]
    [InlineData("- { title: A, date: 2026-02-10, time: 18:00-20:00, location: _No response_ }\n", "")]
    [InlineData("- { title: A, date: 2026-02-10, time: 18:00-20:00, location: n/a, local: true }\n", "")]
    public void HasThePlace_OfItselfOrItsList(string text, string place) =>
        Assert.Equal([$"{A} {place}".Trim()], ReadList.Of(File, text).Where(line => !line.StartsWith(File, StringComparison.Ordinal)));

    [Theory]
    [InlineData("end: false")]
    [InlineData("end_time: tba")]
    [InlineData("end: '-'")]
    [InlineData("end_time: to be announced")]
    [InlineData("end: n/a")]
    public void HasNoError_WhereTheEndIsLeftOpen(string end)
    {
        var lines = ReadList.Of(File, $"- title: A\n  date: 2026-02-10 18:00\n  {end}\n");
        Assert.Equal(A, lines[0]);
        Assert.DoesNotContain(lines, line => line.Contains("error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Walk Canceled", true)]
    [InlineData("Walk (cancelled)", true)]
    [InlineData("Walk - CANCELLED!", true)]
    [InlineData("Walk [Canceled]", true)]
    [InlineData("Walk CANCELED", true)]
    [InlineData("How to get cancelled", false)]
    [InlineData("Cancelled culture", false)]
    [InlineData("Noise cancelled by design", false)]
    public void IsCancelled_WhereTheTitleEndsWithIt(string title, bool isCancelled) =>
        Assert.Equal(isCancelled, ReadList.Of(File, $"- title: {title}\n{Times}  date: 2026-02-10\n".Replace($"{title}\n", $"\"{title}\"\n", StringComparison.Ordinal))[0].EndsWith(" CANCELLED", StringComparison.Ordinal));

    [Theory]
    [InlineData("Meetup # REQUIRED", "Meetup")]
    [InlineData("Meetup  # the name", "Meetup")]
    [InlineData("Meetup # Ours", "Meetup")]
    [InlineData("Meetup #5", "Meetup #5")]
    [InlineData("Meetup # 5", "Meetup # 5")]
    [InlineData("C# and F#", "C# and F#")]
    [InlineData("Learn #rust", "Learn #rust")]
    public void EndsATitle_BeforeANoteOfTheAuthor(string written, string title) =>
        Assert.StartsWith($"{title} 2026", ReadList.Of(File, $"- title: {written}\n{Times}  date: 2026-02-10\n")[0], StringComparison.Ordinal);

    [Fact]
    public void Warns_WhereAnEventExpiresBeforeItTakesPlace()
    {
        var lines = ReadList.Of(File, "- title: A\n  date: 2026-02-10\n  expires: 2025-02-03\n");
        Assert.Contains(lines, line => line.Contains("_data/events.yml:3: warning: 'expires' (2025-02-03) is before the event ends", StringComparison.Ordinal));
    }

    private static string WithoutZone(string line) => line.Replace("TZID=Europe/London:20260210T170000", "20260210T180000", StringComparison.Ordinal).Replace("TZID=Europe/London:20260210T190000", "20260210T200000", StringComparison.Ordinal).Replace("TZID=Europe/London:20260211T170000", "20260211T180000", StringComparison.Ordinal).Replace("TZID=Europe/London:20260211T190000", "20260211T200000", StringComparison.Ordinal);
}
