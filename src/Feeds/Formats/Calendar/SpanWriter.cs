using Feeds.Formats.Calendar.Zones;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>Writes when an event takes place, and how it comes back (RFC 5545 §3.8.2, §3.8.5).</summary>
internal static class SpanWriter
{
    /// <summary>Writes those of the event's properties.</summary>
    public static void Write(IComponentWriter writer, VEvent @event)
    {
        WriteStart(writer, "RECURRENCE-ID"u8, @event.RecurrenceId);
        WriteSpan(writer, @event);
        WriteRecurrence(writer, @event);
    }

    private static void WriteRecurrence(IComponentWriter writer, VEvent @event)
    {
        if (@event.Recurrence is not { } recurrence) return;
        if (recurrence.WrittenRule(@event.Span) is { } rule)
        {
            writer.Property("RRULE"u8);
            writer.Recurrence(rule.ToString());
        }

        foreach (var extra in recurrence.Extra) WriteStart(writer, "RDATE"u8, extra);
        foreach (var exception in recurrence.Exceptions) WriteStart(writer, "EXDATE"u8, exception);
    }

    private static void WriteStart(IComponentWriter writer, ReadOnlySpan<byte> property, EventStart? start)
    {
        switch (start)
        {
            case EventStart.Day day:
                WriteDate(writer, property, day.Date);
                break;
            case EventStart.Timed timed:
                WriteTime(writer, property, timed.At, WrittenZone.Of(timed.At.Zone));
                break;
        }
    }

    private static void WriteSpan(IComponentWriter writer, VEvent @event)
    {
        switch (@event.Span)
        {
            case EventSpan.AllDay days:
                WriteDate(writer, "DTSTART"u8, days.First);
                WriteDate(writer, "DTEND"u8, days.Last.PlusDays(1));
                break;
            case EventSpan.Timed timed:
                var zone = WrittenZone.Of(@event, timed);
                WriteTime(writer, "DTSTART"u8, timed.Start, zone);

                // RFC 5545 §3.8.2.2: an end is later than the start, so that a moment has none.
                if (WholeSecond(timed.End) > WholeSecond(timed.Start)) WriteTime(writer, "DTEND"u8, timed.End, zone);
                break;
        }
    }

    private static long WholeSecond(ZonedDateTime time) => time.ToInstant().ToUnixTimeSeconds();

    private static void WriteDate(IComponentWriter writer, ReadOnlySpan<byte> property, LocalDate date)
    {
        writer.Property(property);
        writer.ValueType("DATE"u8);
        writer.Date(date);
    }

    private static void WriteTime(IComponentWriter writer, ReadOnlySpan<byte> property, ZonedDateTime time, DateTimeZone? zone)
    {
        writer.Property(property);
        if (zone is null)
        {
            writer.Utc(time.ToInstant());
            return;
        }

        writer.Keyword("TZID"u8, zone.Id);
        writer.Local(time.LocalDateTime);
    }
}
