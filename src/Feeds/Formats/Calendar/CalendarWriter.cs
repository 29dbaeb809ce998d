using System.Text.Encodings.Web;
using System.Text.Json;
using Ical.Net.CalendarComponents;
using VCalendar = Ical.Net.Calendar;

namespace Feeds.Formats.Calendar;

/// <summary>Writes calendars as iCalendar (RFC 5545, RFC 7986) and as jCal (RFC 7265).</summary>
/// <remarks>Events are made and written one by one: all of them at once take ten times their bytes.</remarks>
internal static class CalendarWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The document is a file of its own, never text inside HTML, so only JSON's own rules hold.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The lines of an event in iCalendar.</summary>
    public static byte[] LinesOf(CalendarEvent @event)
    {
        using var lines = new ContentLineWriter();
        ComponentRenderer.Render(@event, lines);
        return lines.Written.ToArray();
    }

    /// <summary>Writes a calendar as iCalendar.</summary>
    /// <param name="calendar">Its properties and time zones.</param>
    /// <param name="events">The lines of its events.</param>
    public static void Write(VCalendar calendar, IEnumerable<byte[]> events, Stream output)
    {
        using var lines = new ContentLineWriter();
        ComponentRenderer.RenderOpen(calendar, lines);
        lines.MoveTo(output);
        foreach (var @event in events) output.Write(@event);
        lines.End(calendar.Name);
        lines.MoveTo(output);
    }

    /// <summary>Writes a calendar as jCal.</summary>
    /// <param name="calendar">Its properties and time zones.</param>
    public static void WriteJson(VCalendar calendar, IEnumerable<CalendarEvent> events, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            var writer = new JCalComponentWriter(json);
            ComponentRenderer.RenderOpen(calendar, writer);
            foreach (var @event in events)
            {
                ComponentRenderer.Render(@event, writer);
                json.Flush();
            }

            writer.End(calendar.Name);
        }

        output.Write("\n"u8);
    }
}
