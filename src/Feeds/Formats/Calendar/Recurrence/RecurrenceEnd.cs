using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>What ends a recurrence: a number of times, or a last day or moment (RFC 5545 §3.3.10, <c>COUNT</c> and <c>UNTIL</c>).</summary>
public abstract record RecurrenceEnd
{
    private RecurrenceEnd()
    {
    }

    /// <summary>After so many times, the first among them.</summary>
    public sealed record After : RecurrenceEnd
    {
        /// <summary>An end after so many times.</summary>
        /// <param name="times">How many, 1 at least.</param>
        /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
        public After(int times)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
            Times = times;
        }

        /// <summary>How many.</summary>
        public int Times { get; }
    }

    /// <summary>With a last day, inclusive: of an event of whole days.</summary>
    public sealed record OnDay : RecurrenceEnd
    {
        /// <summary>An end with a last day.</summary>
        /// <param name="last">The last day, inclusive.</param>
        /// <exception cref="ArgumentOutOfRangeException">The year is not 2 to 9998.</exception>
        public OnDay(LocalDate last) => Last = Require.Date(last, nameof(last));

        /// <summary>The last day, inclusive.</summary>
        public LocalDate Last { get; }
    }

    /// <summary>At a moment, inclusive: of an event at a time of day.</summary>
    public sealed record AtMoment : RecurrenceEnd
    {
        /// <summary>An end at a moment.</summary>
        /// <param name="last">The last moment at which an occurrence may start.</param>
        /// <exception cref="ArgumentOutOfRangeException">The year is not 2 to 9998.</exception>
        public AtMoment(Instant last) => Last = Require.Moment(last, nameof(last));

        /// <summary>The last moment at which an occurrence may start.</summary>
        public Instant Last { get; }
    }
}
