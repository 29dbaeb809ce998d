using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>When an event takes place: at a time of day in a zone, or on whole days. It never ends before it starts.</summary>
public abstract record EventSpan
{
    private EventSpan()
    {
    }

    /// <summary>From one moment to another, in the zone in which people read their clocks there (RFC 5545 §3.3.5, form 3).</summary>
    /// <remarks>It is written in UTC where a local time would not say it: in a zone that is UTC, in one that is not of the IANA database,
    /// and when clocks show its start or its end twice because they are put back.</remarks>
    public sealed record Timed : EventSpan
    {
        /// <summary>A span between two local times of one zone.</summary>
        /// <param name="start">When it starts.</param>
        /// <param name="end">When it is over; the start itself for a moment.</param>
        /// <exception cref="ArgumentException">The end is before the start, the zones differ, or a year is not 2 to 9998.</exception>
        public Timed(ZonedDateTime start, ZonedDateTime end)
        {
            if (!start.Zone.Equals(end.Zone)) throw new ArgumentException("Start and end are in one zone.", nameof(end));
            if (end.ToInstant() < start.ToInstant()) throw new ArgumentException("The end is before the start.", nameof(end));
            Require.Date(start.Date, nameof(start));
            Require.Date(end.Date, nameof(end));
            Start = start.WithCalendar(CalendarSystem.Iso);
            End = end.WithCalendar(CalendarSystem.Iso);
        }

        /// <summary>When it starts.</summary>
        public ZonedDateTime Start { get; }

        /// <summary>When it is over, exclusive; not written when it is the second of the start (RFC 5545 §3.8.2.2).</summary>
        public ZonedDateTime End { get; }
    }

    /// <summary>On one or more whole days, the same wherever the reader is (RFC 5545 §3.3.4).</summary>
    public sealed record AllDay : EventSpan
    {
        /// <summary>A span of whole days.</summary>
        /// <param name="first">The first day.</param>
        /// <param name="last">The last day, inclusive; the first itself for one day.</param>
        /// <exception cref="ArgumentException">The last day is before the first, or a year is not 2 to 9998.</exception>
        public AllDay(LocalDate first, LocalDate last)
        {
            First = Require.Date(first, nameof(first));
            Last = Require.Date(last, nameof(last));
            if (Last < First) throw new ArgumentException("The last day is before the first.", nameof(last));
        }

        /// <summary>The first day.</summary>
        public LocalDate First { get; }

        /// <summary>The last day, inclusive; iCalendar's <c>DTEND</c> is the day after it.</summary>
        public LocalDate Last { get; }
    }
}
