using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>When an occurrence of an event starts: that is what tells it from the others (RFC 5545 §3.8.4.4).</summary>
public abstract record EventStart
{
    private EventStart()
    {
    }

    /// <summary>At a time of day in a zone.</summary>
    public sealed record Timed(ZonedDateTime At) : EventStart;

    /// <summary>On a whole day.</summary>
    public sealed record Day(LocalDate Date) : EventStart;

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
