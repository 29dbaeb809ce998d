using System.Globalization;

namespace Feeds.Formats.Calendar;

/// <summary>Writes an event as a <c>VEVENT</c> (RFC 5545 §3.6.1).</summary>
internal static class EventWriter
{
    /// <summary>Writes the component.</summary>
    public static void Write(IComponentWriter writer, VEvent @event)
    {
        writer.Begin("VEVENT"u8);
        writer.Text("UID"u8, @event.Uid);
        writer.Utc("DTSTAMP"u8, @event.Stamp);
        writer.Utc("LAST-MODIFIED"u8, @event.Stamp);
        writer.Property("SEQUENCE"u8);
        writer.Integer(@event.Sequence);
        SpanWriter.Write(writer, @event);
        writer.Text("SUMMARY"u8, @event.Summary);
        writer.Text("DESCRIPTION"u8, @event.Description);
        WriteHtml(writer, @event.HtmlDescription);
        WritePlace(writer, @event.Location, @event.Position);
        writer.Uri("URL"u8, @event.Url);
        writer.TypedUri("IMAGE"u8, @event.Image);
        writer.TypedUri("CONFERENCE"u8, @event.Conference);
        writer.Texts("CATEGORIES"u8, @event.Categories);
        WriteOrganizer(writer, @event.Organizer);
        WriteStatus(writer, @event);
        writer.End("VEVENT"u8);
    }

    private static void WriteHtml(IComponentWriter writer, string? html)
    {
        if (html is null) return;
        writer.Property("X-ALT-DESC"u8);
        writer.Keyword("FMTTYPE"u8, "text/html");
        writer.Unknown(html);
    }

    private static void WritePlace(IComponentWriter writer, string? location, GeoPosition? position)
    {
        writer.Text("LOCATION"u8, location);
        if (position is null) return;
        var (latitude, longitude) = (Degrees(position.Latitude), Degrees(position.Longitude));
        writer.Property("GEO"u8);
        writer.Position(latitude, longitude);
        if (location is null) return;

        // Apple shows a map when the title is the first line of LOCATION.
        var place = CalendarText.Clean(location).Split('\n', 2);
        writer.Property("X-APPLE-STRUCTURED-LOCATION"u8);
        writer.ValueType("URI"u8);
        if (place.Length == 2) writer.Parameter("X-ADDRESS"u8, place[1].Replace("\n", ", ", StringComparison.Ordinal));
        writer.Parameter("X-TITLE"u8, place[0]);
        writer.Uri($"geo:{latitude},{longitude}");
    }

    // Six digits are a decimetre; adding zero makes a negative zero positive.
    private static string Degrees(double value) => (Math.Round(value, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture);

    private static void WriteOrganizer(IComponentWriter writer, Organizer? organizer)
    {
        if (organizer is null) return;
        writer.Property("ORGANIZER"u8);
        if (organizer.Name is { } name) writer.Parameter("CN"u8, name);
        writer.CalendarAddress("mailto:" + MailtoPath(organizer.Email));
    }

    // RFC 6068 §2: '@' and '+' stand for themselves; a '?' would begin headers.
    private static string MailtoPath(string email) =>
        Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal);

    private static void WriteStatus(IComponentWriter writer, VEvent @event)
    {
        writer.Text("STATUS"u8, @event.Status switch
        {
            EventStatus.Confirmed => "CONFIRMED",
            EventStatus.Tentative => "TENTATIVE",
            EventStatus.Cancelled => "CANCELLED",
            _ => throw new ArgumentOutOfRangeException(nameof(@event)),
        });

        writer.Text("TRANSP"u8, TakesTime(@event) ? "OPAQUE" : "TRANSPARENT");
        WriteForOutlook(writer, @event);
    }

    // An evening at a meetup is an evening taken; days of a conference leave room for other things, and what is off takes no time.
    private static bool TakesTime(VEvent @event) => @event.Busy is { } busy
        ? busy != BusyStatus.Free
        : @event.Span is EventSpan.Timed && @event.Status != EventStatus.Cancelled;

    // Outlook reads these before TRANSP and STATUS, and shows an event that lasts whole days in its place only when told.
    private static void WriteForOutlook(IComponentWriter writer, VEvent @event)
    {
        writer.Unknown("X-MICROSOFT-CDO-BUSYSTATUS"u8, @event.Busy switch
        {
            null => null,
            BusyStatus.Free => "FREE",
            BusyStatus.Tentative => "TENTATIVE",
            BusyStatus.Busy => "BUSY",
            _ => throw new ArgumentOutOfRangeException(nameof(@event)),
        });
        if (@event is { Busy: not null, Span: EventSpan.AllDay }) writer.Unknown("X-MICROSOFT-CDO-ALLDAYEVENT"u8, "TRUE");
    }
}
