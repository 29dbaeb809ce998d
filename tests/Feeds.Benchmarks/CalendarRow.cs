using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Feeds.Formats.Calendar;
using Feeds.Tests;
using Ical.Net;
using Ical.Net.CalendarComponents;
using NodaTime;
using NodaTime.Text;
using VCalendar = Ical.Net.Calendar;

namespace Feeds.Benchmarks;

/// <summary>Many events written as iCalendar, beside programs of npm's that write the same events.</summary>
internal static class CalendarRow
{
    private const string NodeModules = "FEEDS_TEST_NODE_MODULES";
    private const int Events = 10_000;
    private const int Runs = 5;
    private const int WarmUps = 20;
    private const double MaxRatio = 0.25;

    private static readonly ImmutableArray<Meeting> Meetings = [.. Enumerable.Range(0, Events).Select(MeetingOf)];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Measures the row of a program; null where it is not installed.</summary>
    public static Row? Measure(string peer, TempFolder disk)
    {
        if (!IsInstalled(peer)) return null;
        disk.Write("events.json", JsonSerializer.SerializeToUtf8Bytes(Meetings.Select(Told), Json));
        var script = Path.Join(Path.GetDirectoryName(Here()), "render-calendar.mjs");
        for (var run = 0; run < WarmUps; run++) TimeOfOurs();
        var ours = Quantile.Of(Enumerable.Range(0, Runs).Select(_ => TimeOfOurs()), 0.5);
        var theirs = JsonSerializer.Deserialize<Rendered>(Programs.Run("node", script, peer, disk.At("events.json"), FormattableString.Invariant($"{Runs}")).Output, Json)!;
        if (theirs.Events != Events) throw new InvalidOperationException(FormattableString.Invariant($"{peer} wrote {theirs.Events} of {Events} events."));
        return new Row(
            FormattableString.Invariant($"calendar of {Events} events, beside {peer}"),
            FormattableString.Invariant($"{ours:F0} ms"),
            FormattableString.Invariant($"{theirs.Milliseconds:F0} ms"),
            FormattableString.Invariant($"{ours / theirs.Milliseconds:F2}"),
            FormattableString.Invariant($"{MaxRatio:F2}"),
            ours <= MaxRatio * theirs.Milliseconds);
    }

    private static double TimeOfOurs()
    {
        using var output = new MemoryStream();
        var watch = Stopwatch.StartNew();
        Write(output);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static bool IsInstalled(string peer)
    {
        try
        {
            Programs.Run("node", "-e", $"require('module').createRequire(process.env.{NodeModules} + '/').resolve('{peer}')");
            return true;
        }
        catch (Exception missing) when (missing is Win32Exception or InvalidOperationException)
        {
            Console.WriteLine($"calendar: left out beside {peer}, because there is no node, or no {peer} of npm's in ${NodeModules}/node_modules");
            return false;
        }
    }

    /// <summary>Makes the events as Ical.Net's, one by one, and writes them.</summary>
    public static void Write(Stream output)
    {
        var calendar = new VCalendar { ProductId = "-//Example//Benchmark//EN", Scale = "GREGORIAN" };
        CalendarWriter.Write(calendar, Meetings.Select(meeting => CalendarWriter.LinesOf(Made(meeting))), output);
    }

    private static CalendarEvent Made(Meeting meeting)
    {
        var made = new CalendarEvent
        {
            Uid = meeting.Uid,
            DtStamp = CalendarTime.Of(meeting.Stamp),
            LastModified = CalendarTime.Of(meeting.Stamp),
            Summary = meeting.Summary,
            Description = meeting.Description,
            Location = meeting.Location,
            Url = meeting.Url,
            Status = EventStatus.Confirmed,
            Transparency = TransparencyType.Opaque,
        };
        new EventTimes(meeting.Span).AddTo(made);
        return made;
    }

    private static Meeting MeetingOf(int number)
    {
        var start = Instant.FromUtc(2020, 1, 1, 18, 30) + Duration.FromHours(7 * number);
        return new Meeting(
            FormattableString.Invariant($"{number}@example.org"),
            start - Duration.FromDays(30),
            new EventSpan.Timed(start.InUtc(), (start + Duration.FromHours(2)).InUtc()),
            FormattableString.Invariant($"Evening {number}: talks, food; and \U0001F3B2"),
            FormattableString.Invariant($"Žofie shows what she built, and how; then we eat, drink and talk.\n\n- First: a lamp that knows the time\n- Second: questions\n\nhttps://example.org/events/{number}/"),
            "The old mill\nMlýnská 12, Vrbohrad",
            new Uri(FormattableString.Invariant($"https://example.org/events/{number}/")));
    }

    private static ToldEvent Told(Meeting meeting) => new(
        meeting.Uid, Told(meeting.Span.Start.ToInstant()), Told(meeting.Span.End.ToInstant()), Told(meeting.Stamp), meeting.Summary, meeting.Description, meeting.Location, meeting.Url.AbsoluteUri);

    private static string Told(Instant time) => InstantPattern.General.Format(time);

    private static string Here([CallerFilePath] string here = "") => here;

    private sealed record Meeting(string Uid, Instant Stamp, EventSpan.Timed Span, string Summary, string Description, string Location, Uri Url);

    private sealed record ToldEvent(string Uid, string Start, string End, string Stamp, string Summary, string Description, string Location, string Url);

    private sealed record Rendered(double Milliseconds, int Events);
}
