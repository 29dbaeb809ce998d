using System.Collections.Immutable;
using Feeds.Formats.Calendar.Zones;

namespace Feeds.Formats.Calendar;

/// <summary>Writes a calendar as a <c>VCALENDAR</c>: its properties, zones and events, in their order (RFC 5545 §3.4, RFC 7986).</summary>
/// <remarks>
/// There is no <c>METHOD</c>: PUBLISH would demand an organizer (RFC 5546 §3.2.1) and give <c>DTSTAMP</c> another meaning.
/// </remarks>
internal static class VCalendarWriter
{
    /// <summary>Writes the component.</summary>
    public static void Write(IComponentWriter writer, VCalendar calendar)
    {
        // The event itself stands before its occurrences.
        ImmutableArray<VEvent> events =
        [
            .. calendar.Events
                .OrderBy(@event => EventStart.Of(@event.Span).Order)
                .ThenBy(@event => @event.Uid, StringComparer.Ordinal)
                .ThenBy(@event => @event.RecurrenceId?.Order),
        ];
        writer.Begin("VCALENDAR"u8);
        WriteProperties(writer, calendar);
        foreach (var (zone, needed) in WrittenZone.Of(events)) TimeZoneWriter.Write(writer, zone, needed);
        foreach (var @event in events) EventWriter.Write(writer, @event);
        writer.End("VCALENDAR"u8);
    }

    private static void WriteProperties(IComponentWriter writer, VCalendar calendar)
    {
        writer.Text("VERSION"u8, "2.0");
        writer.Text("PRODID"u8, calendar.ProductId);
        writer.Text("CALSCALE"u8, "GREGORIAN");
        writer.Text("NAME"u8, calendar.Name);
        writer.Unknown("X-WR-CALNAME"u8, calendar.Name);
        writer.Text("DESCRIPTION"u8, calendar.Description);
        writer.Unknown("X-WR-CALDESC"u8, calendar.Description);
        writer.Unknown("X-WR-TIMEZONE"u8, calendar.Zone?.Id);

        // A name is the same in any case (RFC 5545 §2). A sync client that takes the first line "UID:" for an event's would keep one event.
        writer.Text("uid"u8, calendar.Uid);
        writer.Uri("URL"u8, calendar.Url);
        writer.TypedUri("SOURCE"u8, calendar.Source);
        if (calendar.RefreshInterval is { } interval)
        {
            writer.Property("REFRESH-INTERVAL"u8);
            writer.ValueType("DURATION"u8);
            writer.Duration(interval);
            writer.Property("X-PUBLISHED-TTL"u8);
            writer.Unknown(DurationText.Of(interval));
        }

        if (calendar.Color is { } color)
        {
            writer.Text("COLOR"u8, CssColor.NearestName(color));
            writer.Unknown("X-APPLE-CALENDAR-COLOR"u8, color.ToUpperInvariant());
        }

        writer.Utc("LAST-MODIFIED"u8, calendar.LastModified);
    }
}
