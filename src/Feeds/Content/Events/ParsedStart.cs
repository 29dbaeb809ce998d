using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>The start of an event, from one field.</summary>
/// <param name="End">The end of a range that begins with the date; null when there is none.</param>
/// <param name="EndTime">The end of a range of times in another field than the date; null when there is none.</param>
internal sealed record ParsedStart(DateText Date, ParsedEnd? End, Field Field, ParsedEnd? EndTime = null);

/// <summary>The end of an event, from one field.</summary>
internal sealed record ParsedEnd(LocalDate? Date, EndTime? Time, Offset? Offset, Field Field)
{
    public bool IsReadable => Date is not null || Time is not null;

    /// <summary>An invalid end, which was reported.</summary>
    public static ParsedEnd Unreadable(Field field) => new(null, null, null, field);
}
