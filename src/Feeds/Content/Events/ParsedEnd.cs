using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>What is written of an event's end.</summary>
/// <param name="Date">The day; null when only a time of day is written.</param>
/// <param name="Time">The time of day; null when only a day is written.</param>
/// <param name="Field">Where it is written.</param>
internal sealed record ParsedEnd(LocalDate? Date, EndTime? Time, Offset? Offset, Field Field)
{
    /// <summary>Whether it is written and can be read; when not, that is reported already.</summary>
    public bool IsReadable => Date is not null || Time is not null;

    /// <summary>An end of which nothing can be read.</summary>
    public static ParsedEnd Unreadable(Field field) => new(null, null, null, field);
}
