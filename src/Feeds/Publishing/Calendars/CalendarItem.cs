using System.Runtime.CompilerServices;
using Feeds.Formats.Calendar;
using Feeds.Model;

namespace Feeds.Publishing.Calendars;

/// <summary>An event in calendars, or one of its occurrences that differs.</summary>
/// <param name="Event">What it is made from.</param>
/// <param name="Uid">The UID of the event, which its occurrences share.</param>
/// <param name="Lines">Its lines in a calendar that follows the standard.</param>
internal sealed record CalendarItem(Event Event, string Uid, Cached<byte[]> Lines);

/// <summary>What stands in calendars for each event: remembered, so that one edit among 10,000 events does not render the thousand beside it (benchmark row "calendars of one edit").</summary>
internal sealed class CalendarItems(CacheBudget budget)
{
    private readonly ConditionalWeakTable<Event, CalendarItem[]> items = [];

    /// <summary>The event itself, and its occurrences that differ.</summary>
    public CalendarItem[] Of(Event @event) => items.GetValue(@event, Made);

    private CalendarItem[] Made(Event @event) => [.. @event.Overrides.Prepend(@event).Select(part => Made(part, @event.Uid))];

    private CalendarItem Made(Event @event, string uid) =>
        new(@event, uid, new Cached<byte[]>(budget, () => CalendarWriter.LinesOf(CalendarEvents.Of(@event, uid, CalendarForm.Standard)), lines => lines.Length));
}
