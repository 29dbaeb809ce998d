using System.Collections.Immutable;
using System.Diagnostics;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Publishing.Calendars;
using Feeds.Tests;
using NodaTime;

namespace Feeds.Benchmarks;

/// <summary>The rendering of the calendars that one edited event changes, of a site with many: the main one, that of its year and its own.</summary>
internal static class EventEditRow
{
    private const int Events = 10_000;
    private const int Edits = 40;
    private const int WarmUps = 40;
    private const double MaxMilliseconds = 5;

    private static readonly Uri Listening = new("http://127.0.0.1/");
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 0, 0);
    private static readonly LocalDateTime First = new(2007, 1, 1, 18, 30);

    public static Row Measure(TempFolder disk)
    {
        disk.Write("events/site.yaml", "title: Generated\nurl: https://example.org/\ntimezone: Europe/Prague\n"u8.ToArray());
        for (var number = 0; number < Events; number++) Write(disk, number, "");
        var edited = Events - 1;
        var reading = SiteReader.Read(ContentFolder.Read(disk.At("events"), previous: null), Listening, previous: null);
        var calendars = new SiteCalendars(new SiteSnapshot(reading.Site, Now));
        TimeOf(calendars, edited);
        var times = new List<double>();
        for (var edit = 0; edit < WarmUps + Edits; edit++)
        {
            Write(disk, edited, FormattableString.Invariant($"Edit {edit}."));
            reading = SiteReader.Read(ContentFolder.Read(disk.At("events"), previous: null), Listening, reading);
            calendars = new SiteCalendars(new SiteSnapshot(reading.Site, Now), calendars);
            times.Add(TimeOf(calendars, edited));
        }

        var time = Quantile.Of(times.Skip(WarmUps), 0.5);
        return new Row(
            FormattableString.Invariant($"calendars of one edit among {Events} events"),
            FormattableString.Invariant($"{time:F1} ms"),
            "",
            FormattableString.Invariant($"{time:F1} ms"),
            FormattableString.Invariant($"{MaxMilliseconds:F0} ms"),
            time <= MaxMilliseconds);
    }

    private static double TimeOf(SiteCalendars calendars, int edited)
    {
        ImmutableArray<string> paths = [Addresses.Calendar, MainCalendar.PathOf(StartOf(edited).Year), FormattableString.Invariant($"/events/event-{edited}.ics")];
        var changed = calendars.Plans.Where(rendering => paths.Contains(rendering.Path)).ToArray();
        var watch = Stopwatch.StartNew();
        foreach (var rendering in changed) rendering.Bytes();
        return changed.Length == paths.Length ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("The edited event is not in its calendars.");
    }

    // Over twenty years, so that the main calendar is at its limit.
    private static LocalDateTime StartOf(int number) => First.PlusHours(number * 17);

    private static void Write(TempFolder disk, int number, string edit) => disk.Write(
        FormattableString.Invariant($"events/events/event-{number}.md"),
        FormattableString.Invariant($"---\ntitle: \"Evening {number}: talks, food; and \U0001F3B2\"\nstart: {StartOf(number):uuuu-MM-dd HH:mm}\nduration: PT2H\nlocation: {{ name: The old mill, address: 'Mlýnská 12, Vrbohrad' }}\n---\nŽofie shows what she built, and how; then we eat, drink and talk. {edit}\n\n- First: a lamp that knows the time\n- Second: questions\n"));
}
