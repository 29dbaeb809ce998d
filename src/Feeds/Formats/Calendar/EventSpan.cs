using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>When an event takes place: at a time of day in a zone, or on whole days. It never ends before it starts.</summary>
public abstract record EventSpan
{
    private EventSpan()
    {
    }

    /// <param name="zone">The zone in which a whole day starts.</param>
    public abstract Instant StartsAt(DateTimeZone zone);

    /// <param name="zone">The zone in which a whole day ends.</param>
    public abstract Instant EndsAt(DateTimeZone zone);

    /// <summary>From one moment to another, in the zone in which people read their clocks there (RFC 5545 §3.3.5, form 3).</summary>
    public sealed record Timed : EventSpan
    {
        public Timed(ZonedDateTime start, ZonedDateTime end)
        {
            if (!start.Zone.Equals(end.Zone)) throw new ArgumentException("Start and end are in one zone.", nameof(end));
            if (end.ToInstant() < start.ToInstant()) throw new ArgumentException("The end is before the start.", nameof(end));
            WritableYears.Require(start.Date);
            WritableYears.Require(end.Date);
            (Start, End) = (start, end);
        }

        public ZonedDateTime Start { get; }

        /// <summary>When it is over, exclusive; the start itself for a moment.</summary>
        public ZonedDateTime End { get; }

        public override Instant StartsAt(DateTimeZone zone) => Start.ToInstant();

        public override Instant EndsAt(DateTimeZone zone) => End.ToInstant();
    }

    /// <summary>On one or more whole days, the same wherever the reader is (RFC 5545 §3.3.4).</summary>
    public sealed record AllDay : EventSpan
    {
        public AllDay(LocalDate first, LocalDate last)
        {
            if (last < first) throw new ArgumentException("The last day is before the first.", nameof(last));
            (First, Last) = (WritableYears.Require(first), WritableYears.Require(last));
        }

        public LocalDate First { get; }

        /// <summary>The last day, inclusive; iCalendar's <c>DTEND</c> is the day after it.</summary>
        public LocalDate Last { get; }

        public override Instant StartsAt(DateTimeZone zone) => zone.AtStartOfDay(First).ToInstant();

        public override Instant EndsAt(DateTimeZone zone) => zone.AtStartOfDay(Last.PlusDays(1)).ToInstant();
    }
}
