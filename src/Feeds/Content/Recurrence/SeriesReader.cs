using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Recurrence;

/// <summary>Separates the plans of series from events, and finds the planned date of each event.</summary>
internal sealed class SeriesReader(FrozenSet<string> copies, ImmutableArray<Event> plans)
{
    private readonly HashSet<(string Path, LocalDate Date)> taken = [];
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <param name="all">Events and plans, in order of path.</param>
    /// <param name="copies">The files that contain the UID of another.</param>
    public static SeriesReading Read(ImmutableArray<Event> all, FrozenSet<string> copies)
    {
        ImmutableArray<Event> plans = [.. all.Where(PlannedSeries.IsPlan)];
        var reader = new SeriesReader(copies, plans);
        ImmutableArray<Event> events = [.. all.Where(@event => !PlannedSeries.IsPlan(@event))];
        var plannedDates = new Dictionary<string, PlannedDate>(StringComparer.Ordinal);
        // An event that names its planned date comes before one that only takes place on it.
        foreach (var @event in events.OrderBy(@event => @event.Planned is null))
        {
            if (reader.DateOf(@event) is { } date) plannedDates[@event.Path] = date;
        }

        return new SeriesReading(events, [.. plans.Select(reader.WithTaken)], plannedDates, reader.diagnostics.ToImmutable());
    }

    private PlannedSeries WithTaken(Event plan) =>
        new(plan, [.. taken.Where(date => date.Path == plan.Path).Select(date => date.Date).Order()]);

    /// <summary>The planned date that identifies an event; null when it has an id of its own.</summary>
    private PlannedDate? DateOf(Event @event)
    {
        if (@event.Series is not { } series)
        {
            if (@event.Planned is { } alone) Warn(@event, alone, "it has no series; write 'series:' as in the file that plans it");
            return null;
        }

        var date = @event.Planned?.Date ?? @event.FirstDay;
        var plan = plans.FirstOrDefault(plan =>
            Slug.OfTerm(plan.Series!) == Slug.OfTerm(series)
            && new PlannedSeries(plan, []).Has(date)
            && !taken.Contains((plan.Path, date)));
        if (plan is null)
        {
            if (@event.Planned is { } unplanned)
                Warn(@event, unplanned, $"no file plans that date of the series '{series}', or another event stands for it");
            return null;
        }

        taken.Add((plan.Path, date));
        return @event.Wanted.Id is null || copies.Contains(@event.Path) ? new PlannedDate(plan.Path, date) : null;
    }

    private void Warn(Event @event, WrittenDate planned, string problem)
    {
        var message = FormattableString.Invariant($"'planned' ({planned.Date:uuuu-MM-dd}) is not used: {problem}");
        diagnostics.Add(new Diagnostic(@event.Path, planned.Line, Severity.Warning, message));
    }
}

/// <summary>The events and the plans of a site.</summary>
/// <param name="PlannedDates">The planned dates that events stand for, by the events' files.</param>
internal sealed record SeriesReading(
    ImmutableArray<Event> Events, ImmutableArray<PlannedSeries> Plans,
    Dictionary<string, PlannedDate> PlannedDates, ImmutableArray<Diagnostic> Diagnostics);
