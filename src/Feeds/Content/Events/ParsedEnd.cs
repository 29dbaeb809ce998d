using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>The end of an event, from one field.</summary>
internal sealed record ParsedEnd(LocalDate? Date, EndTime? Time, Offset? Offset, Field Field)
{
    public bool IsReadable => Date is not null || Time is not null;

    /// <summary>An end that is invalid, which was reported.</summary>
    public static ParsedEnd Unreadable(Field field) => new(null, null, null, field);
}
