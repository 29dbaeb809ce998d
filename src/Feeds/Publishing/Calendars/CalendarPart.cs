using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Ical.Net.CalendarComponents;
using NodaTime;

namespace Feeds.Publishing.Calendars;

/// <summary>A calendar of several events.</summary>
/// <param name="Moved">When an event last left a calendar, which the remaining events do not show.</param>
internal sealed record CalendarPart(string Path, string Title, ImmutableArray<CalendarItem> Items, Instant Moved)
{
    /// <summary>The title without that of the main calendar.</summary>
    public string Name { get; init; } = Title;

    /// <summary>Null when the calendar is empty.</summary>
    public Instant? Changed => Items.IsEmpty ? null : Instant.Max(Moved, Items.Max(item => item.Identity.Changed));

    // An event comes before its overridden occurrences.
    private IOrderedEnumerable<CalendarItem> Ordered => Items
        .OrderBy(item => EventStart.Of(item.Event.Span).Order)
        .ThenBy(item => item.Identity.Uid, StringComparer.Ordinal)
        .ThenBy(item => item.Event.Occurrence?.Order);

    public IEnumerable<CalendarEvent> Events(CalendarForm form, SiteSettings settings) =>
        Ordered.Select(item => CalendarEvents.Of(item.Event, item.Identity, form, settings));

    public IEnumerable<byte[]> Lines(CalendarForm form, SiteSettings settings) => form == CalendarForm.Standard
        ? Ordered.Select(item => item.Lines.Value)
        : Events(form, settings).Select(CalendarWriter.LinesOf);
}
