using System.Text;
using Feeds.Formats.Calendar;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>What the writer wrote, as bytes, lines as they stand and lines unfolded.</summary>
internal static class Written
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static VEvent Event { get; } = new()
    {
        Uid = "1",
        Stamp = Instant.FromUtc(2026, 1, 1, 0, 0),
        Span = new EventSpan.AllDay(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 1)),
        Summary = "s",
    };

    public static VCalendar Calendar(params VEvent[] events) => new() { ProductId = "p", Events = [.. events] };

    public static byte[] Bytes(VCalendar calendar)
    {
        using var output = new MemoryStream();
        CalendarWriter.Write(calendar, output);
        return output.ToArray();
    }

    public static byte[] JCalBytes(VCalendar calendar)
    {
        using var output = new MemoryStream();
        JCalWriter.Write(calendar, output);
        return output.ToArray();
    }

    /// <summary>The lines as they stand, each decoded by itself, so that a fold inside a code point fails.</summary>
    public static string[] FoldedLines(VCalendar calendar)
    {
        var bytes = Bytes(calendar);
        var lines = new List<string>();
        for (var start = 0; start < bytes.Length;)
        {
            var octets = bytes.AsSpan(start).IndexOf("\r\n"u8);
            Assert.InRange(octets, 1, 75);
            lines.Add(StrictUtf8.GetString(bytes, start, octets));
            start += octets + 2;
        }

        return [.. lines];
    }

    public static string[] Lines(VCalendar calendar) =>
        string.Join('\n', FoldedLines(calendar)).Replace("\n ", "", StringComparison.Ordinal).Split('\n');

    /// <summary>The lines of the only event that begin with the given name.</summary>
    public static string[] Lines(VEvent @event, params string[] names) =>
        [.. Lines(Calendar(@event)).Where(line => names.Any(name => line.StartsWith(name, StringComparison.Ordinal)))];
}
