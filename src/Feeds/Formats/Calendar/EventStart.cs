using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>When an occurrence of an event starts: that is what tells it from the others (RFC 5545 §3.8.4.4).</summary>
public abstract record EventStart
{
    private EventStart()
    {
    }

    /// <summary>At a time of day in a zone.</summary>
    public sealed record Timed : EventStart
    {
        /// <summary>A start at a time of day.</summary>
        /// <param name="at">The time.</param>
        /// <exception cref="ArgumentOutOfRangeException">The year is not 2 to 9998.</exception>
        public Timed(ZonedDateTime at)
        {
            Require.Date(at.Date, nameof(at));
            At = at.WithCalendar(CalendarSystem.Iso);
        }

        /// <summary>The time.</summary>
        public ZonedDateTime At { get; }
    }

    /// <summary>On a whole day.</summary>
    public sealed record Day : EventStart
    {
        /// <summary>A start on a whole day.</summary>
        /// <param name="date">The day.</param>
        /// <exception cref="ArgumentOutOfRangeException">The year is not 2 to 9998.</exception>
        public Day(LocalDate date) => Date = Require.Date(date, nameof(date));

        /// <summary>The day.</summary>
        public LocalDate Date { get; }
    }

    /// <summary>The start of a span.</summary>
    public static EventStart Of(EventSpan span) => span switch
    {
        EventSpan.Timed timed => new Timed(timed.Start),
        EventSpan.AllDay days => new Day(days.First),
        _ => throw new ArgumentOutOfRangeException(nameof(span)),
    };

    /// <summary>Its place in an order of time, in which a whole day starts with midnight in UTC.</summary>
    internal Instant Order => this switch
    {
        Timed timed => timed.At.ToInstant(),
        Day day => day.Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
        _ => throw new InvalidOperationException("An event starts at a time or on a day."),
    };
}
