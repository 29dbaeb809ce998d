using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>What ends a recurrence: a count, or a last day or moment (RFC 5545 §3.3.10).</summary>
public abstract record RecurrenceEnd
{
    private RecurrenceEnd()
    {
    }

    /// <summary>After so many times, the first among them.</summary>
    public sealed record After(int Times) : RecurrenceEnd;

    /// <summary>With a last day, inclusive: of an event of whole days.</summary>
    public sealed record OnDay(LocalDate Last) : RecurrenceEnd;

    /// <summary>At the last moment at which an occurrence may start: of an event at a time of day.</summary>
    public sealed record AtMoment(Instant Last) : RecurrenceEnd;
}
