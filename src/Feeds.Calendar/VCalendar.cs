using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Calendar;

/// <summary>A calendar: RFC 5545 §3.4's <c>VCALENDAR</c> with the properties of RFC 7986.</summary>
/// <remarks>A calendar without a <see cref="Name"/> is a single event's file: Outlook opens a new calendar for whatever carries a name (MS-OXCICAL).</remarks>
public sealed record VCalendar
{
    /// <summary>Who made it, an identifier such as <c>-//Example//Product//EN</c> (RFC 5545 §3.7.3).</summary>
    public required string ProductId { get; init; }

    /// <summary>Its name (RFC 7986 §5.1); null for a single event's file.</summary>
    public string? Name { get; init; }

    /// <summary>What it holds, as plain text (RFC 7986 §5.2); null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The zone it is best shown in (<c>X-WR-TIMEZONE</c>); null when none is preferred.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>A permanent identifier of the calendar itself (RFC 7986 §5.3); null when it has none.</summary>
    public string? Uid { get; init; }

    /// <summary>The page of the calendar (RFC 7986 §5.5); null when there is none.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where this calendar is fetched again (RFC 7986 §5.8); null when it is not a subscription.</summary>
    public Uri? Source { get; init; }

    /// <summary>How long a client may wait before it fetches again (RFC 7986 §5.7), at least one second, in whole seconds; null to leave it unsaid.</summary>
    public Duration? RefreshInterval { get; init; }

    /// <summary>Its colour as <c>#rrggbb</c>; written exactly for Apple, and as the nearest CSS3 name for RFC 7986 §5.9; null when it has none.</summary>
    public string? Color { get; init; }

    /// <summary>When anything in it last changed (RFC 7986 §5.4); null when it is not known.</summary>
    public Instant? LastModified { get; init; }

    /// <summary>The events; they are written in order of start, then UID.</summary>
    public required ImmutableArray<VEvent> Events { get; init; }
}
