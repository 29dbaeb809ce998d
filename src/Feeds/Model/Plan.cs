using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Model;

/// <summary>An event that is no event of its own, but says when a series is likely to go on.</summary>
/// <param name="Event">The file, with the rule that its dates follow.</param>
/// <param name="Taken">The planned dates that events of the series stand for.</param>
public sealed record Plan(Event Event, ImmutableArray<LocalDate> Taken)
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>Whether an event is a plan.</summary>
    public static bool IsPlan(Event @event) => @event is { Recurrence: not null, Series: not null, Status: EventState.Tentative };

    /// <summary>Its dates that no event has taken, in order, those of the past among them.</summary>
    public IEnumerable<Event> Dates(LocalDate earliest)
    {
        foreach (var date in Event.OccurrencesFrom(earliest))
        {
            var planned = Event.DayOf(date.Occurrence!);
            if (Taken.Contains(planned)) continue;
            yield return date with
            {
                Uid = UidOf(Event, planned),
                Id = IdOf(Event, planned),
                CalendarPath = $"{Event.CalendarPath[..^".ics".Length]}-{LocalDatePattern.Iso.Format(planned)}.ics",
                Occurrence = null,
            };
        }
    }

    /// <summary>Whether a day is one of its dates.</summary>
    public bool Has(LocalDate date) => Event.OccurrencesFrom(date).Select(occurrence => Event.DayOf(occurrence.Occurrence!)).FirstOrDefault() == date;

    /// <summary>The UID of a planned date, and of the event that takes its place.</summary>
    public static string UidOf(Event plan, LocalDate date) => $"{DatePattern.Format(date)}.{plan.Uid}";

    /// <summary>The IRI of a planned date in feeds, and of the event that takes its place.</summary>
    public static string IdOf(Event plan, LocalDate date) => $"{plan.Id}#{DatePattern.Format(date)}";
}

/// <summary>The planned date of its series for which an event says that it stands.</summary>
/// <param name="Line">Where its file says so.</param>
public sealed record PlannedDate(LocalDate Date, int Line);
