using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Schedule;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Recurrence;

/// <summary>Parts the plans of series from events, and gives an event the identity of the planned date that it stands for.</summary>
internal sealed class SeriesReader
{
    private readonly Uri site;
    private readonly ImmutableArray<Event> plans;
    private readonly HashSet<(string Path, LocalDate Date)> taken = [];
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private SeriesReader(Uri site, ImmutableArray<Event> plans) => (this.site, this.plans) = (site, plans);

    /// <summary>The events and plans of what was read, in order of path.</summary>
    public static (ImmutableArray<Event> Events, ImmutableArray<PlannedSeries> Plans, ImmutableArray<Diagnostic> Diagnostics) Read(IEnumerable<Event> read, Uri site)
    {
        var all = read.ToImmutableArray();
        var reader = new SeriesReader(site, [.. all.Where(PlannedSeries.IsPlan)]);

        // Who says for which date he stands comes before who merely takes place on one.
        var events = all.Where(@event => !PlannedSeries.IsPlan(@event)).OrderBy(@event => @event.Planned is null).Select(reader.Identified).ToImmutableArray();
        return (events, [.. reader.plans.Select(reader.WithTaken)], reader.diagnostics.ToImmutable());
    }

    private PlannedSeries WithTaken(Event plan) => new(plan, [.. taken.Where(date => date.Path == plan.Path).Select(date => date.Date).Order()]);

    private Event Identified(Event @event)
    {
        if (@event.Series is not { } series)
        {
            if (@event.Planned is { } alone) Warn(@event, alone, "it has no series; write 'series:' as in the file that plans it");
            return @event;
        }

        var date = @event.Planned?.Date ?? @event.FirstDay;
        var plan = plans.FirstOrDefault(plan => Slug.OfTerm(plan.Series!) == Slug.OfTerm(series) && new PlannedSeries(plan, []).Has(date) && !taken.Contains((plan.Path, date)));
        if (plan is null)
        {
            if (@event.Planned is { } unplanned) Warn(@event, unplanned, $"no file plans that date of the series '{series}', or another event stands for it");
            return @event;
        }

        taken.Add((plan.Path, date));
        if (@event.Uid != Identifiers.Uid(site, @event.Path)) return @event;
        var standing = new PlannedDate(plan.Path, date);
        return @event with { StandsFor = standing, Uid = standing.Uid(plan.Uid), Id = standing.Id(plan.Id) };
    }

    private void Warn(Event @event, WrittenDate planned, string problem) =>
        diagnostics.Add(new Diagnostic(@event.Path, planned.Line, Severity.Warning, FormattableString.Invariant($"'planned' ({planned.Date:uuuu-MM-dd}) is not used: {problem}")));
}
