using NodaTime;

namespace Feeds.Calendar;

/// <summary>Writes a calendar as iCalendar (RFC 5545, RFC 7986).</summary>
public static class CalendarWriter
{
    /// <summary>Writes the calendar in UTF-8, every line ended with CRLF. The same calendar gives the same octets.</summary>
    /// <remarks>
    /// There is no <c>METHOD</c>: PUBLISH would demand an organizer (RFC 5546 §3.2.1) and give <c>DTSTAMP</c> another meaning.
    /// </remarks>
    /// <param name="calendar">What to write.</param>
    /// <param name="output">Where to; it gets everything in one piece, and stays open.</param>
    /// <exception cref="ArgumentNullException">There is no calendar or no output.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An event's status is none of the enumeration; nothing is written then.</exception>
    public static void Write(VCalendar calendar, Stream output)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(output);

        var events = calendar.Events.Sort(static (a, b) => InOrderOfStart(a, b));
        var lines = new ContentLineWriter();
        lines.Line("BEGIN:VCALENDAR"u8);
        WriteProperties(lines, calendar);
        foreach (var (zone, needed) in WrittenZone.Of(events)) TimeZoneWriter.Write(lines, zone, needed);
        foreach (var @event in events) EventWriter.Write(lines, @event);
        lines.Line("END:VCALENDAR"u8);
        output.Write(lines.Written);
    }

    private static void WriteProperties(ContentLineWriter lines, VCalendar calendar)
    {
        lines.Line("VERSION:2.0"u8);
        lines.Text("PRODID"u8, calendar.ProductId);
        lines.Line("CALSCALE:GREGORIAN"u8);
        lines.Text("NAME"u8, calendar.Name);
        lines.Text("X-WR-CALNAME"u8, calendar.Name);
        lines.Text("DESCRIPTION"u8, calendar.Description);
        lines.Text("X-WR-CALDESC"u8, calendar.Description);
        lines.Text("X-WR-TIMEZONE"u8, calendar.Zone?.Id);

        // A name is the same in any case (RFC 5545 §2). A sync client that takes the first line "UID:" for an event's would keep one event.
        lines.Text("uid"u8, calendar.Uid);
        lines.Uri("URL"u8, calendar.Url);
        lines.Uri("SOURCE;VALUE=URI"u8, calendar.Source);
        if (calendar.RefreshInterval is { } interval)
        {
            var text = ToText(interval);
            lines.Text("REFRESH-INTERVAL;VALUE=DURATION"u8, text);
            lines.Text("X-PUBLISHED-TTL"u8, text);
        }

        if (calendar.Color is { } color)
        {
            lines.Text("COLOR"u8, CssColor.NearestName(color));
            lines.Text("X-APPLE-CALENDAR-COLOR"u8, color.ToUpperInvariant());
        }

        lines.Utc("LAST-MODIFIED"u8, calendar.LastModified);
    }

    // RFC 5545 §3.3.6: days, then a time in which no unit between two others is left out.
    private static string ToText(Duration interval)
    {
        var days = interval.Days > 0 ? FormattableString.Invariant($"P{interval.Days}D") : "P";
        return (interval.Hours, interval.Minutes, interval.Seconds) switch
        {
            (0, 0, 0) => days,
            (0, 0, var seconds) => FormattableString.Invariant($"{days}T{seconds}S"),
            (0, var minutes, 0) => FormattableString.Invariant($"{days}T{minutes}M"),
            (0, var minutes, var seconds) => FormattableString.Invariant($"{days}T{minutes}M{seconds}S"),
            (var hours, 0, 0) => FormattableString.Invariant($"{days}T{hours}H"),
            (var hours, var minutes, 0) => FormattableString.Invariant($"{days}T{hours}H{minutes}M"),
            var (hours, minutes, seconds) => FormattableString.Invariant($"{days}T{hours}H{minutes}M{seconds}S"),
        };
    }

    private static int InOrderOfStart(VEvent a, VEvent b)
    {
        var order = EventStart.Of(a.Span).Order.CompareTo(EventStart.Of(b.Span).Order);
        if (order == 0) order = string.CompareOrdinal(a.Uid, b.Uid);

        // The event itself stands before its occurrences.
        return order != 0 ? order : Nullable.Compare(a.RecurrenceId?.Order, b.RecurrenceId?.Order);
    }
}
