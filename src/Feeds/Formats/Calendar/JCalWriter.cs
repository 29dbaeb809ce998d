using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feeds.Formats.Calendar;

/// <summary>Writes a calendar as jCal (RFC 7265): what <see cref="CalendarWriter"/> writes, in the same order, as JSON.</summary>
public static class JCalWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The document is a file of its own, never text inside HTML, so only JSON's own rules hold.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the calendar in UTF-8. The same calendar gives the same octets.</summary>
    /// <param name="calendar">What to write.</param>
    /// <param name="output">Where to; it gets everything in one piece, and stays open.</param>
    /// <exception cref="ArgumentNullException">There is no calendar or no output.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An event's status is none of the enumeration; nothing is written then.</exception>
    public static void Write(VCalendar calendar, Stream output)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(output);

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) VCalendarWriter.Write(new JCalComponentWriter(json), calendar);
        buffer.Write("\n"u8);
        output.Write(buffer.WrittenSpan);
    }
}
