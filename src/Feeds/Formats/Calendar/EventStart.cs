using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>When an occurrence of an event starts: that is what tells it from the others (RFC 5545 §3.8.4.4).</summary>
public abstract record EventStart
{
    private EventStart()
    {
    }

    /// <summary>The day, in the zone of the event.</summary>
    public abstract LocalDate Date { get; }

    /// <summary>Its place in an order of time, in which a whole day starts with midnight in UTC.</summary>
    internal abstract Instant Order { get; }

    public static EventStart Of(EventSpan span) => span switch
    {
        EventSpan.Timed timed => new Timed(timed.Start),
        EventSpan.AllDay days => new Day(days.First),
        _ => throw new ArgumentOutOfRangeException(nameof(span)),
    };

    /// <summary>At a time of day in a zone.</summary>
    public sealed record Timed(ZonedDateTime At) : EventStart
    {
        public override LocalDate Date => At.Date;

        internal override Instant Order => At.ToInstant();
    }

    /// <summary>On a whole day.</summary>
    public sealed record Day(LocalDate Date) : EventStart
    {
        public override LocalDate Date { get; } = Date;

        internal override Instant Order => Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
    }
}
