using NodaTime;

namespace Feeds.Calendar;

/// <summary>Writes a zone as a <c>VTIMEZONE</c> (RFC 5545 §3.6.5).</summary>
internal static class TimeZoneWriter
{
    /// <summary>Writes the zone's lines, which say its offset from one moment to another.</summary>
    public static void Write(ContentLineWriter lines, DateTimeZone zone, Interval needed)
    {
        lines.Line("BEGIN:VTIMEZONE"u8);
        lines.Text("TZID"u8, zone.Id);
        foreach (var observance in Observance.Of(zone, needed)) Write(lines, observance);
        lines.Line("END:VTIMEZONE"u8);
    }

    private static void Write(ContentLineWriter lines, Observance observance)
    {
        var component = observance.Kind == ObservanceKind.Daylight ? "DAYLIGHT"u8 : "STANDARD"u8;
        WriteBorder(lines, "BEGIN:"u8, component);
        lines.Ascii("DTSTART:"u8);
        lines.Local(observance.Onset);
        lines.End();
        WriteOffset(lines, "TZOFFSETFROM:"u8, observance.From);
        WriteOffset(lines, "TZOFFSETTO:"u8, observance.To);
        lines.Text("TZNAME"u8, observance.Name);
        WriteRule(lines, observance);
        WriteBorder(lines, "END:"u8, component);
    }

    private static void WriteBorder(ContentLineWriter lines, ReadOnlySpan<byte> border, ReadOnlySpan<byte> component)
    {
        lines.Ascii(border);
        lines.Ascii(component);
        lines.End();
    }

    private static void WriteRule(ContentLineWriter lines, Observance observance)
    {
        if (observance.Rule is not { } rule) return;
        lines.Ascii("RRULE:FREQ=YEARLY;"u8);
        if (observance.Until is { } until)
        {
            lines.Ascii("UNTIL="u8);
            lines.Utc(until);
            lines.Ascii(";"u8);
        }

        lines.Ascii(rule.ToString());
        lines.End();
    }

    private static void WriteOffset(ContentLineWriter lines, ReadOnlySpan<byte> property, Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        lines.Ascii(property);
        lines.Ascii(offset < Offset.Zero ? "-"u8 : "+"u8);
        lines.Digits((seconds / 3600 * 100) + (seconds / 60 % 60), 4);
        if (seconds % 60 != 0) lines.Digits(seconds % 60, 2);
        lines.End();
    }
}
