using System.Collections.Immutable;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Model.Dates;

/// <summary>An event that is no event of its own, but says when a series is likely to go on.</summary>
/// <param name="Event">The file, with the rule that its dates follow.</param>
/// <param name="Taken">The planned dates that events of the series stand for.</param>
public sealed record PlannedSeries(Event Event, ImmutableArray<LocalDate> Taken)
{
    /// <summary>Whether an event is a plan.</summary>
    public static bool IsPlan(Event @event) => @event is { Recurrence: not null, Series: not null, Status: EventState.Tentative };

    /// <summary>Its dates that no event has taken, in order, those of the past among them.</summary>
    public IEnumerable<(Event Event, PlannedDate Date)> Dates(LocalDate earliest)
    {
        foreach (var date in Event.OccurrencesFrom(earliest))
        {
            var planned = Event.DayOf(date.Occurrence!);
            if (Taken.Contains(planned)) continue;
            var path = $"{Event.CalendarPath[..^".ics".Length]}-{LocalDatePattern.Iso.Format(planned)}.ics";
            yield return (date with { CalendarPath = path, Occurrence = null }, new PlannedDate(Event.Path, planned));
        }
    }

    /// <summary>The plan with the dates that events of its series would take which are not published yet.</summary>
    public PlannedSeries Without(ImmutableArray<Event> events)
    {
        var days = events.Where(@event => IsOfSeries(@event)).Select(@event => @event.Planned?.Date ?? @event.FirstDay).ToHashSet();
        return days.Overlaps(Taken) ? this with { Taken = [.. Taken.Where(day => !days.Contains(day))] } : this;
    }

    private bool IsOfSeries(Event @event) =>
        @event.Series is { } series && Event.Series is { } own && Slug.OfTerm(series) == Slug.OfTerm(own);

    /// <summary>Whether a day is one of its dates.</summary>
    public bool Has(LocalDate date) => Event.OccurrencesFrom(date).Select(occurrence => Event.DayOf(occurrence.Occurrence!)).FirstOrDefault() == date;
}

/// <summary>One date of a plan.</summary>
/// <param name="Path">The file that plans it.</param>
public sealed record PlannedDate(string Path, LocalDate Date)
{
    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>What it is known by, and the event that takes its place.</summary>
    /// <param name="plan">What the plan is known by.</param>
    public DocumentIdentity IdentityBy(DocumentIdentity plan) => plan with { Id = Id(plan.Id), Uid = Uid(plan.Uid!) };

    /// <summary>Its UID, and that of the event that takes its place.</summary>
    /// <param name="plan">The UID of the plan.</param>
    public string Uid(string plan) => $"{Pattern.Format(Date)}.{plan}";

    /// <summary>Its IRI, and in feeds that of the event that takes its place.</summary>
    /// <param name="plan">The IRI of the plan.</param>
    public string Id(string plan) => $"{plan}#{Pattern.Format(Date)}";
}

/// <summary>The planned date of its series for which an event says that it stands.</summary>
/// <param name="Line">Where its file says so.</param>
public sealed record WrittenDate(LocalDate Date, int Line);
