using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Model;

namespace Feeds.Publishing.Calendars;

/// <summary>An event in calendars, or one of its overridden occurrences.</summary>
/// <param name="Identity">That of the event, which its occurrences share.</param>
/// <param name="Lines">Its content lines in a standard calendar.</param>
internal sealed record CalendarItem(Event Event, DocumentIdentity Identity, Cached<byte[]> Lines)
{
    public static ImmutableArray<CalendarItem> Of(Event @event, DocumentIdentity identity, CacheBudget budget, SiteSettings settings) =>
        [.. @event.Overrides.Prepend(@event).Select(part => ItemOf(part, identity, budget, settings))];

    private static CalendarItem ItemOf(Event @event, DocumentIdentity identity, CacheBudget budget, SiteSettings settings) =>
        new(@event, identity, new Cached<byte[]>(budget, () => LinesOf(@event, identity, settings), lines => lines.Length));

    private static byte[] LinesOf(Event @event, DocumentIdentity identity, SiteSettings settings) =>
        CalendarWriter.LinesOf(CalendarEvents.Of(@event, identity, CalendarForm.Standard, settings));
}
