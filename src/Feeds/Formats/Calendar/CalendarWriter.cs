namespace Feeds.Formats.Calendar;

/// <summary>Writes a calendar as iCalendar (RFC 5545, RFC 7986).</summary>
public static class CalendarWriter
{
    /// <summary>Writes the calendar in UTF-8, every line ended with CRLF. The same calendar gives the same octets.</summary>
    /// <param name="calendar">What to write.</param>
    /// <param name="output">Where to; it gets everything in one piece, and stays open.</param>
    /// <exception cref="ArgumentNullException">There is no calendar or no output.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An event's status is none of the enumeration; nothing is written then.</exception>
    public static void Write(VCalendar calendar, Stream output)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(output);

        using var lines = new ContentLineWriter();
        VCalendarWriter.Write(lines, calendar);
        output.Write(lines.Written);
    }
}
