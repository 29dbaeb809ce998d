using Feeds.Formats.Calendar.Recurrence;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>Writes a zone as a <c>VTIMEZONE</c> (RFC 5545 §3.6.5).</summary>
internal static class TimeZoneWriter
{
    private static readonly InstantPattern UntilPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Writes the component, which says the zone's offset from one moment to another.</summary>
    public static void Write(IComponentWriter writer, DateTimeZone zone, Interval needed)
    {
        writer.Begin("VTIMEZONE"u8);
        writer.Text("TZID"u8, zone.Id);
        foreach (var observance in Observance.Of(zone, needed)) Write(writer, observance);
        writer.End("VTIMEZONE"u8);
    }

    private static void Write(IComponentWriter writer, Observance observance)
    {
        var component = observance.Kind == ObservanceKind.Daylight ? "DAYLIGHT"u8 : "STANDARD"u8;
        writer.Begin(component);
        writer.Property("DTSTART"u8);
        writer.Local(observance.Onset);
        writer.Property("TZOFFSETFROM"u8);
        writer.UtcOffset(observance.From);
        writer.Property("TZOFFSETTO"u8);
        writer.UtcOffset(observance.To);
        writer.Text("TZNAME"u8, observance.Name);
        if (observance.Rule is { } rule)
        {
            writer.Property("RRULE"u8);
            writer.Recurrence(TextOf(rule, observance.Until));
        }

        foreach (var onset in observance.Onsets)
        {
            // ical.js reads one date of each, and DTSTART only where there are none.
            writer.Property("RDATE"u8);
            writer.Local(onset);
        }

        writer.End(component);
    }

    private static string TextOf(YearlyRule rule, Instant? until) =>
        until is { } end ? $"FREQ=YEARLY;UNTIL={UntilPattern.Format(end)};{rule}" : $"FREQ=YEARLY;{rule}";
}
