using NodaTime;

namespace Feeds.Calendar;

/// <summary>Writes when an event takes place, and how it comes back (RFC 5545 §3.8.2, §3.8.5).</summary>
internal static class SpanWriter
{
    /// <summary>Writes those of the event's lines.</summary>
    public static void Write(ContentLineWriter lines, VEvent @event)
    {
        WriteStart(lines, "RECURRENCE-ID"u8, @event.RecurrenceId);
        WriteSpan(lines, @event);
        WriteRecurrence(lines, @event.Recurrence);
    }

    private static void WriteRecurrence(ContentLineWriter lines, Recurrence? recurrence)
    {
        if (recurrence is null) return;
        if (recurrence.Rule is { } rule)
        {
            lines.Ascii("RRULE:"u8);
            lines.Ascii(rule.ToString());
            lines.End();
        }

        foreach (var extra in recurrence.Extra) WriteStart(lines, "RDATE"u8, extra);
        foreach (var exception in recurrence.Exceptions) WriteStart(lines, "EXDATE"u8, exception);
    }

    private static void WriteStart(ContentLineWriter lines, ReadOnlySpan<byte> property, EventStart? start)
    {
        switch (start)
        {
            case EventStart.Day day:
                WriteDate(lines, property, day.Date);
                break;
            case EventStart.Timed timed:
                WriteTime(lines, property, timed.At, WrittenZone.Of(timed.At.Zone));
                break;
        }
    }

    private static void WriteSpan(ContentLineWriter lines, VEvent @event)
    {
        switch (@event.Span)
        {
            case EventSpan.AllDay days:
                WriteDate(lines, "DTSTART"u8, days.First);
                WriteDate(lines, "DTEND"u8, days.Last.PlusDays(1));
                break;
            case EventSpan.Timed timed:
                var zone = WrittenZone.Of(@event, timed);
                WriteTime(lines, "DTSTART"u8, timed.Start, zone);

                // RFC 5545 §3.8.2.2: an end is later than the start, so that a moment has none.
                if (WholeSecond(timed.End) > WholeSecond(timed.Start)) WriteTime(lines, "DTEND"u8, timed.End, zone);
                break;
        }
    }

    private static long WholeSecond(ZonedDateTime time) => time.ToInstant().ToUnixTimeSeconds();

    private static void WriteDate(ContentLineWriter lines, ReadOnlySpan<byte> property, LocalDate date)
    {
        lines.Ascii(property);
        lines.Ascii(";VALUE=DATE:"u8);
        lines.Date(date);
        lines.End();
    }

    private static void WriteTime(ContentLineWriter lines, ReadOnlySpan<byte> property, ZonedDateTime time, DateTimeZone? zone)
    {
        lines.Ascii(property);
        if (zone is null)
        {
            lines.Ascii(":"u8);
            lines.Utc(time.ToInstant());
        }
        else
        {
            lines.Ascii(";TZID="u8);
            lines.Ascii(zone.Id);
            lines.Ascii(":"u8);
            lines.Local(time.LocalDateTime);
        }

        lines.End();
    }
}
