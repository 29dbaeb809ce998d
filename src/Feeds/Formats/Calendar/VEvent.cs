using System.Collections.Immutable;
using Feeds.Formats.Calendar.Recurrence;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>An event: RFC 5545 §3.6.1's <c>VEVENT</c>.</summary>
public sealed record VEvent
{
    /// <summary>The permanent, globally unique identifier (RFC 5545 §3.8.4.7).</summary>
    /// <exception cref="ArgumentException">It is empty or holds a control character.</exception>
    public required string Uid { get; init => field = Require.Line(value, nameof(Uid)); }

    /// <summary>When the event's published facts last changed: <c>DTSTAMP</c> and <c>LAST-MODIFIED</c> (RFC 5545 §3.8.7.2, §3.8.7.3).</summary>
    /// <exception cref="ArgumentException">The year is not 2 to 9998.</exception>
    public required Instant Stamp { get; init => field = Require.Moment(value, nameof(Stamp)); }

    /// <summary>When it takes place.</summary>
    public required EventSpan Span { get; init; }

    /// <summary>How it comes back, of which <see cref="Span"/> is the first time (RFC 5545 §3.8.5); null when it takes place once.</summary>
    public RecurrenceSet? Recurrence { get; init; }

    /// <summary>Which occurrence this is of the recurring event with the same UID, by its start before it was moved (RFC 5545 §3.8.4.4); null when it is the event itself.</summary>
    public EventStart? RecurrenceId { get; init; }

    /// <summary>Its title, as plain text (RFC 5545 §3.8.1.12).</summary>
    public required string Summary { get; init; }

    /// <summary>How many times its start, end, place or status changed (RFC 5545 §3.8.7.4); never negative.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int Sequence { get; init => field = Require.NotNegative(value, nameof(Sequence)); }

    /// <summary>What it is about, as plain text with LF between lines (RFC 5545 §3.8.1.5); null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The same as HTML, for Outlook (<c>X-ALT-DESC</c>); null when there is none.</summary>
    public string? HtmlDescription { get; init; }

    /// <summary>Where it takes place: the name, then the address (RFC 5545 §3.8.1.7); null when it is not known.</summary>
    public string? Location { get; init; }

    /// <summary>The coordinates of the place (RFC 5545 §3.8.1.6); null when they are not known.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>The page of the event, absolute (RFC 5545 §3.8.4.6); null when there is none.</summary>
    /// <exception cref="ArgumentException">It is relative, or cannot be written in ASCII.</exception>
    public Uri? Url { get; init => field = Require.Absolute(value, nameof(Url)); }

    /// <summary>Where to join online, absolute (RFC 7986 §5.11); null when it is not online.</summary>
    /// <exception cref="ArgumentException">It is relative, or cannot be written in ASCII.</exception>
    public Uri? Conference { get; init => field = Require.Absolute(value, nameof(Conference)); }

    /// <summary>A picture, absolute (RFC 7986 §5.10); null when there is none.</summary>
    /// <exception cref="ArgumentException">It is relative, or cannot be written in ASCII.</exception>
    public Uri? Image { get; init => field = Require.Absolute(value, nameof(Image)); }

    /// <summary>What it is about, a word each (RFC 5545 §3.8.1.2).</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Who invites; null when there is no e-mail address to give (RFC 5545 §3.8.4.3).</summary>
    public Organizer? Organizer { get; init; }

    /// <summary>Whether it takes place (RFC 5545 §3.8.1.11).</summary>
    public EventStatus Status { get; init; } = EventStatus.Confirmed;

    /// <summary>How its time is taken, said for Outlook too (MS-OXCICAL §2.1.3.1.1.20.31); null to leave that to the span and the status, and Outlook's own words out.</summary>
    public BusyStatus? Busy { get; init; }
}

/// <summary>How the time of an event is taken (MS-OXCICAL §2.1.3.1.1.20.31).</summary>
public enum BusyStatus
{
    /// <summary><c>FREE</c>: it is not.</summary>
    Free,

    /// <summary><c>TENTATIVE</c>: it may be.</summary>
    Tentative,

    /// <summary><c>BUSY</c>: it is.</summary>
    Busy,
}

/// <summary>Whether an event takes place (RFC 5545 §3.8.1.11).</summary>
public enum EventStatus
{
    /// <summary><c>CONFIRMED</c>: it does.</summary>
    Confirmed,

    /// <summary><c>TENTATIVE</c>: it may.</summary>
    Tentative,

    /// <summary><c>CANCELLED</c>: it does not.</summary>
    Cancelled,
}

/// <summary>Who invites to an event (RFC 5545 §3.8.4.3).</summary>
public sealed record Organizer
{
    /// <summary>Someone who can be written to.</summary>
    /// <param name="email">The e-mail address alone, without <c>mailto:</c>.</param>
    /// <param name="name">The name that goes with it; null when none is given.</param>
    /// <exception cref="ArgumentException">The address is not a local part, <c>@</c> and a host, or holds a space or a control character.</exception>
    public Organizer(string email, string? name = null)
    {
        Email = Require.Email(email, nameof(email));
        Name = name;
    }

    /// <summary>The e-mail address alone, without <c>mailto:</c>.</summary>
    public string Email { get; }

    /// <summary>The name that goes with it; null when none is given.</summary>
    public string? Name { get; }
}

/// <summary>A place on Earth (RFC 5545 §3.8.1.6).</summary>
public sealed record GeoPosition
{
    /// <summary>A place at the given coordinates.</summary>
    /// <param name="latitude">Degrees north of the equator, -90 to 90.</param>
    /// <param name="longitude">Degrees east of Greenwich, -180 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not a number or beyond its range.</exception>
    public GeoPosition(double latitude, double longitude)
    {
        if (!(Math.Abs(latitude) <= 90)) throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is -90 to 90 degrees.");
        if (!(Math.Abs(longitude) <= 180)) throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude is -180 to 180 degrees.");
        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees north of the equator.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east of Greenwich.</summary>
    public double Longitude { get; }
}
