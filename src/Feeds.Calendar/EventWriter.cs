using System.Globalization;

namespace Feeds.Calendar;

/// <summary>Writes an event as a <c>VEVENT</c> (RFC 5545 §3.6.1).</summary>
internal static class EventWriter
{
    /// <summary>Writes the event's lines.</summary>
    public static void Write(ContentLineWriter lines, VEvent @event)
    {
        lines.Line("BEGIN:VEVENT"u8);
        lines.Text("UID"u8, @event.Uid);
        lines.Utc("DTSTAMP"u8, @event.Stamp);
        lines.Utc("LAST-MODIFIED"u8, @event.Stamp);
        lines.Text("SEQUENCE"u8, @event.Sequence.ToString(CultureInfo.InvariantCulture));
        SpanWriter.Write(lines, @event);
        lines.Text("SUMMARY"u8, @event.Summary);
        lines.Text("DESCRIPTION"u8, @event.Description);
        lines.Text("X-ALT-DESC;FMTTYPE=text/html"u8, @event.HtmlDescription);
        WritePlace(lines, @event.Location, @event.Position);
        lines.Uri("URL"u8, @event.Url);
        lines.Uri("IMAGE;VALUE=URI"u8, @event.Image);
        lines.Uri("CONFERENCE;VALUE=URI"u8, @event.Conference);
        WriteCategories(lines, @event);
        WriteOrganizer(lines, @event.Organizer);
        WriteStatus(lines, @event);
        lines.Line("END:VEVENT"u8);
    }

    private static void WritePlace(ContentLineWriter lines, string? location, GeoPosition? position)
    {
        lines.Text("LOCATION"u8, location);
        if (position is null) return;
        var (latitude, longitude) = (Degrees(position.Latitude), Degrees(position.Longitude));
        lines.Ascii("GEO:"u8);
        lines.Ascii(latitude);
        lines.Ascii(";"u8);
        lines.Ascii(longitude);
        lines.End();
        if (location is null) return;

        // Apple shows a map when the title is the first line of LOCATION.
        var place = PlainText.Clean(location).Split('\n', 2);
        lines.Ascii("X-APPLE-STRUCTURED-LOCATION;VALUE=URI"u8);
        if (place.Length == 2) lines.Parameter("X-ADDRESS"u8, place[1].Replace("\n", ", ", StringComparison.Ordinal));
        lines.Parameter("X-TITLE"u8, place[0]);
        lines.Ascii(":geo:"u8);
        lines.Ascii(latitude);
        lines.Ascii(","u8);
        lines.Ascii(longitude);
        lines.End();
    }

    // Six digits are a decimetre; adding zero makes a negative zero positive.
    private static string Degrees(double value) => (Math.Round(value, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture);

    private static void WriteCategories(ContentLineWriter lines, VEvent @event)
    {
        if (@event.Categories.IsDefaultOrEmpty) return;
        var separator = ":"u8;
        lines.Ascii("CATEGORIES"u8);
        foreach (var category in @event.Categories)
        {
            lines.Ascii(separator);
            lines.Text(category);
            separator = ","u8;
        }

        lines.End();
    }

    private static void WriteOrganizer(ContentLineWriter lines, Organizer? organizer)
    {
        if (organizer is null) return;
        lines.Ascii("ORGANIZER"u8);
        if (organizer.Name is { } name) lines.Parameter("CN"u8, name);
        lines.Ascii(":mailto:"u8);
        lines.Ascii(MailtoPath(organizer.Email));
        lines.End();
    }

    // RFC 6068 §2: '@' and '+' stand for themselves; a '?' would begin headers.
    private static string MailtoPath(string email) =>
        Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal);

    private static void WriteStatus(ContentLineWriter lines, VEvent @event)
    {
        lines.Line(@event.Status switch
        {
            EventStatus.Confirmed => "STATUS:CONFIRMED"u8,
            EventStatus.Tentative => "STATUS:TENTATIVE"u8,
            EventStatus.Cancelled => "STATUS:CANCELLED"u8,
            _ => throw new ArgumentOutOfRangeException(nameof(@event)),
        });

        // An evening at a meetup is an evening taken; days of a conference leave room for other things, and what is off takes no time.
        var takesTime = @event.Span is EventSpan.Timed && @event.Status != EventStatus.Cancelled;
        lines.Line(takesTime ? "TRANSP:OPAQUE"u8 : "TRANSP:TRANSPARENT"u8);
    }
}
