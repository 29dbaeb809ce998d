using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>A calendar: RFC 5545 §3.4's <c>VCALENDAR</c> with the properties of RFC 7986.</summary>
/// <remarks>A calendar without a <see cref="Name"/> is a single event's file: Outlook opens a new calendar for whatever carries a name (MS-OXCICAL).</remarks>
public sealed record VCalendar
{
    /// <summary>Who made it, an identifier such as <c>-//Example//Product//EN</c> (RFC 5545 §3.7.3).</summary>
    /// <exception cref="ArgumentException">It is empty or holds a control character.</exception>
    public required string ProductId { get; init => field = Require.Line(value, nameof(ProductId)); }

    /// <summary>Its name (RFC 7986 §5.1); null for a single event's file.</summary>
    public string? Name { get; init; }

    /// <summary>What it holds, as plain text (RFC 7986 §5.2); null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The zone it is best shown in (<c>X-WR-TIMEZONE</c>); null when none is preferred.</summary>
    /// <exception cref="ArgumentException">The zone is not of the IANA database.</exception>
    public DateTimeZone? Zone { get; init => field = Require.Iana(value, nameof(Zone)); }

    /// <summary>A permanent identifier of the calendar itself (RFC 7986 §5.3); null when it has none.</summary>
    /// <exception cref="ArgumentException">It is empty or holds a control character.</exception>
    public string? Uid { get; init => field = value is null ? null : Require.Line(value, nameof(Uid)); }

    /// <summary>The page of the calendar (RFC 7986 §5.5); null when there is none.</summary>
    /// <exception cref="ArgumentException">It is relative, or cannot be written in ASCII.</exception>
    public Uri? Url { get; init => field = Require.Absolute(value, nameof(Url)); }

    /// <summary>Where this calendar is fetched again (RFC 7986 §5.8); null when it is not a subscription.</summary>
    /// <exception cref="ArgumentException">It is relative, or cannot be written in ASCII.</exception>
    public Uri? Source { get; init => field = Require.Absolute(value, nameof(Source)); }

    /// <summary>How long a client may wait before it fetches again (RFC 7986 §5.7), at least one second, in whole seconds; null to leave it unsaid.</summary>
    /// <exception cref="ArgumentException">It is under a second or holds a part of one.</exception>
    public Duration? RefreshInterval { get; init => field = Require.WholeSeconds(value, nameof(RefreshInterval)); }

    /// <summary>Its colour as <c>#rrggbb</c>; written exactly for Apple, and as the nearest CSS3 name for RFC 7986 §5.9; null when it has none.</summary>
    /// <exception cref="ArgumentException">It is not <c>#rrggbb</c>.</exception>
    public string? Color { get; init => field = Require.Color(value, nameof(Color)); }

    /// <summary>When anything in it last changed (RFC 7986 §5.4); null when it is not known.</summary>
    /// <exception cref="ArgumentException">The year is not 2 to 9998.</exception>
    public Instant? LastModified { get; init => field = value is { } time ? Require.Moment(time, nameof(LastModified)) : null; }

    /// <summary>The events; they are written in order of start, then UID.</summary>
    /// <exception cref="ArgumentException">Two events have one UID, and one of them is not an occurrence of the other; or a recurrence does not fit its event.</exception>
    public required ImmutableArray<VEvent> Events { get; init => field = Require.Distinct(value, nameof(Events)); }
}
