using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Model;

namespace Feeds.Publishing.Calendars;

/// <summary>An event in calendars, or one of its occurrences that differs.</summary>
/// <param name="Identity">What the event is known by, which its occurrences share.</param>
/// <param name="Lines">Its lines in a calendar that follows the standard.</param>
internal sealed record CalendarItem(Event Event, DocumentIdentity Identity, Cached<byte[]> Lines)
{
    /// <summary>The event itself, and its occurrences that differ.</summary>
    public static ImmutableArray<CalendarItem> Of(Event @event, DocumentIdentity identity, CacheBudget budget) =>
        [.. @event.Overrides.Prepend(@event).Select(part => Made(part, identity, budget))];

    private static CalendarItem Made(Event @event, DocumentIdentity identity, CacheBudget budget) =>
        new(@event, identity, new Cached<byte[]>(budget, () => LinesOf(@event, identity), lines => lines.Length));

    private static byte[] LinesOf(Event @event, DocumentIdentity identity) =>
        CalendarWriter.LinesOf(CalendarEvents.Of(@event, identity, CalendarForm.Standard));
}
