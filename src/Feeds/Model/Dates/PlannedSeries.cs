using System.Collections.Immutable;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Model.Dates;

/// <summary>A file that states on which dates a series is likely to go on.</summary>
/// <param name="Event">The file, with the rule that its dates follow.</param>
/// <param name="Taken">The planned dates that events of the series stand for.</param>
public sealed record PlannedSeries(Event Event, ImmutableArray<LocalDate> Taken)
{
    public static bool IsPlan(Event @event) => @event is { Recurrence: not null, Series: not null, Status: EventState.Tentative };

    /// <summary>Its dates that no event replaces, in order, past ones too.</summary>
    public IEnumerable<(Event Event, PlannedDate Date)> Dates(LocalDate earliest)
    {
        foreach (var date in Event.OccurrencesFrom(earliest))
        {
            var planned = date.Occurrence!.Date;
            if (Taken.Contains(planned)) continue;
            var path = $"{Event.CalendarPath[..^".ics".Length]}-{LocalDatePattern.Iso.Format(planned)}.ics";
            yield return (date with { CalendarPath = path, Occurrence = null }, new PlannedDate(Event.Path, planned));
        }
    }

    /// <summary>The plan without the effect of events that are not published yet.</summary>
    public PlannedSeries Without(ImmutableArray<Event> events)
    {
        var days = events.Where(@event => IsOfSeries(@event)).Select(@event => @event.Planned?.Date ?? @event.FirstDay).ToHashSet();
        return days.Overlaps(Taken) ? this with { Taken = [.. Taken.Where(day => !days.Contains(day))] } : this;
    }

    private bool IsOfSeries(Event @event) =>
        @event.Series is { } series && Event.Series is { } own && Slug.OfTerm(series) == Slug.OfTerm(own);

    public bool Has(LocalDate date) =>
        Event.OccurrencesFrom(date).Select(occurrence => occurrence.Occurrence!.Date).FirstOrDefault() == date;
}

/// <summary>One date of a plan.</summary>
/// <param name="Path">The file that plans it.</param>
public sealed record PlannedDate(string Path, LocalDate Date)
{
    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>The identity of the date, and of the event that replaces it.</summary>
    /// <param name="plan">What the plan is known by.</param>
    public DocumentIdentity IdentityBy(DocumentIdentity plan) => plan with { Id = Id(plan.Id), Uid = Uid(plan.Uid!) };

    /// <param name="plan">The UID of the plan.</param>
    public string Uid(string plan) => $"{Pattern.Format(Date)}.{plan}";

    /// <param name="plan">The IRI of the plan.</param>
    public string Id(string plan) => $"{plan}#{Pattern.Format(Date)}";
}

/// <summary>The planned date of its series for which an event says that it stands.</summary>
/// <param name="Line">Where its file says so.</param>
public sealed record WrittenDate(LocalDate Date, int Line);
