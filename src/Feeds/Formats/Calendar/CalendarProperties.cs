using System.Globalization;
using Feeds.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Feeds.Formats.Calendar;

/// <summary>Properties for which Ical.Net has no member, or one that takes what must not be written.</summary>
internal static class CalendarProperties
{
    /// <summary>The UID of a calendar, in lower case: vdirsyncer takes the first line <c>UID:</c> for an event's.</summary>
    public const string CalendarUid = "uid";

    /// <summary>Adds a property; what is null is left out.</summary>
    public static void Add(
        this CalendarComponent component, string name, object? value, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        if (value is null) return;
        var property = new CalendarProperty(name, value);
        foreach (var (parameter, text) in parameters) property.AddParameter(parameter, text);
        component.AddProperty(property);
    }

    /// <summary>Adds an address as a property that is of another type, or of none.</summary>
    public static void AddUri(this CalendarComponent component, string name, Uri? address) =>
        component.Add(name, address, ("VALUE", "URI"));

    /// <summary>Adds the HTML that Outlook shows in place of the description.</summary>
    public static void AddHtml(this CalendarEvent @event, string html) => @event.Add("X-ALT-DESC", html, ("FMTTYPE", "text/html"));

    /// <summary>Adds where an event takes place.</summary>
    /// <param name="location">The name, then the address; null when it is not known.</param>
    public static void AddPlace(this CalendarEvent @event, string? location, GeographicLocation? position)
    {
        (@event.Location, @event.GeographicLocation) = (location, position);
        if (location is null || position is null) return;

        // Apple shows a map when the title is the first line of LOCATION.
        var place = CalendarText.Clean(location).Split('\n', 2);
        (string, string)[] address = place.Length == 2 ? [("X-ADDRESS", place[1].Replace("\n", ", ", StringComparison.Ordinal))] : [];
        var map = new Uri($"geo:{Degrees(position.Latitude)},{Degrees(position.Longitude)}");
        @event.Add("X-APPLE-STRUCTURED-LOCATION", map, [("VALUE", "URI"), .. address, ("X-TITLE", place[0])]);
    }

    /// <summary>Adds how people join online (RFC 7986 §5.11).</summary>
    /// <param name="label">What else there is to know; null for nothing.</param>
    public static void AddConference(this CalendarEvent @event, Uri address, string? label)
    {
        (string, string)[] feature = KnownHosts.IsVideo(address) ? [("FEATURE", "VIDEO")] : [];
        (string, string)[] shown = label is null ? [] : [("LABEL", label)];
        @event.Add("CONFERENCE", address, [("VALUE", "URI"), .. feature, .. shown]);
    }

    /// <summary>Adds who invites.</summary>
    /// <exception cref="ArgumentException">The address is no e-mail address.</exception>
    public static void AddOrganizer(this CalendarEvent @event, string email, string? name)
    {
        if (!EmailAddress.Is(email)) throw new ArgumentException("It is no e-mail address alone.", nameof(email));

        // RFC 6068 §2: '@' and '+' stand for themselves; a '?' would begin headers.
        var path = Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal);
        var organizer = new Organizer { Value = new Uri($"mailto:{path}") };
        if (name is not null) organizer.CommonName = name;
        @event.Organizer = organizer;
    }

    // Six digits are a decimetre; adding zero makes a negative zero positive.
    public static string Degrees(double value) => (Math.Round(value, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture);
}
