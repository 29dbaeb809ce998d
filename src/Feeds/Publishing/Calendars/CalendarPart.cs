using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Ical.Net.CalendarComponents;
using NodaTime;

namespace Feeds.Publishing.Calendars;

/// <summary>A calendar of several events.</summary>
/// <param name="Items">The events, and their occurrences that differ.</param>
/// <param name="Moved">When an event last left a place that it had: it leaves no stamp of its own behind.</param>
internal sealed record CalendarPart(string Path, string Title, ImmutableArray<CalendarItem> Items, Instant Moved)
{
    /// <summary>Its title without that of the main calendar, where it is a part of that.</summary>
    public string Name { get; init; } = Title;

    /// <summary>When what it holds last changed; null when it holds nothing.</summary>
    public Instant? Changed => Items.IsEmpty ? null : Instant.Max(Moved, Items.Max(item => item.Identity.Changed));

    // The event itself stands before its occurrences.
    private IOrderedEnumerable<CalendarItem> Ordered => Items
        .OrderBy(item => EventStart.Of(item.Event.Span).Order)
        .ThenBy(item => item.Identity.Uid, StringComparer.Ordinal)
        .ThenBy(item => item.Event.Occurrence?.Order);

    /// <summary>Its events in order, each made when it is asked for.</summary>
    public IEnumerable<CalendarEvent> Events(CalendarForm form) =>
        Ordered.Select(item => CalendarEvents.Of(item.Event, item.Identity, form));

    /// <summary>The lines of its events in order.</summary>
    public IEnumerable<byte[]> Lines(CalendarForm form) =>
        form == CalendarForm.Standard ? Ordered.Select(item => item.Lines.Value) : Events(form).Select(CalendarWriter.LinesOf);
}
