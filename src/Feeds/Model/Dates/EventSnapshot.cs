using System.Collections.Immutable;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Model.Dates;

/// <summary>The events of a site as they are at one moment, and until time changes one of them.</summary>
/// <remarks>The row 'edit among 25000 events of sources' of Feeds.Benchmarks needs it to stay when a post is edited.</remarks>
internal sealed class EventSnapshot
{
    private const int MaxOfEach = 6;

    private readonly Instant now;
    private readonly ImmutableArray<object?> inputs;
    private readonly Occurrences occurrences;
    private readonly ILookup<string, int> yearsOfRecurring;

    private EventSnapshot(Site whole, Instant now, ImmutableArray<object?> inputs)
    {
        (this.now, this.inputs) = (now, inputs);
        var zone = whole.Settings.Zone;
        var site = Published(whole, now);
        occurrences = new Occurrences(site, now);
        Events = [.. occurrences.InOrder(site.Events.Concat(occurrences.Planned))];
        Plans = [.. site.Plans.Select(plan => plan.Event)];
        Doubles = site.Doubles;
        Expired =
        [
            .. whole.Events.Select(@event => RemovedDocument.Of(@event, whole.IdentityOf(@event), zone, now)).OfType<RemovedDocument>(),
        ];
        RemovedDocument[] removed = [.. RemovedOf(whole), .. Expired];
        var uids = removed.Length == 0 ? [] : Events.Select(@event => IdentityOf(@event).Uid).ToHashSet(StringComparer.Ordinal);
        var cancelled = removed.Where(document => document.CalendarsUntil(zone) > now)
            .Select(document => document.Event)
            .OfType<CancelledEvent>()
            .Where(one => !uids.Contains(one.Identity.Uid));
        CancelledEvents = [.. occurrences.InOrder(cancelled.Select(occurrences.Add))];
        CalendarEvents = CancelledEvents.IsEmpty ? Events : [.. occurrences.InOrder(Events.Concat(CancelledEvents))];
        Dates = occurrences.Dates;
        yearsOfRecurring = Dates.Where(date => date.Occurrence is not null)
            .Select(date => (date.Path, date.FirstDay.Year))
            .Distinct()
            .ToLookup(date => date.Path, date => date.Year);
        AllDates = occurrences.Planned.IsEmpty ? Dates : [.. occurrences.InOrder(Dates.Concat(occurrences.Planned))];
        ImmutableArray<Event> upcoming = [.. AllDates.Where(date => date.EndsAt(zone) > now)];
        Upcoming = FewOfEach(upcoming);
        Past = FewOfEach(Dates.Where(date => date.EndsAt(zone) <= now).Reverse());
        Newest = CalendarEvents.Select(@event => IdentityOf(@event).Changed).DefaultIfEmpty(Instant.MinValue).Max();
        LastEnd = Past.Select(@event => @event.EndsAt(zone)).DefaultIfEmpty(Instant.MinValue).Max();
        Limits = [.. whole.Events.Concat(whole.Plans.Select(plan => plan.Event))
            .SelectMany(@event => new[] { @event.Appears, @event.Expires }).OfType<Instant>()];
        Changes = [.. occurrences.Changes];
        Until = Dates.Select(date => IdentityOf(date).Announced)
            .Concat(upcoming.Select(date => date.EndsAt(zone)))
            .Concat(removed.Select(document => document.CalendarsUntil(zone)))
            .Concat(Limits)
            .Concat(Changes)
            .Where(change => change > now)
            .Select(change => (Instant?)change)
            .Min();
    }

    /// <summary>Recurring events once, and the planned dates of series, in order of start.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>Removed events that calendars still show as cancelled.</summary>
    public ImmutableArray<Event> CancelledEvents { get; }

    /// <summary>In order of start.</summary>
    public ImmutableArray<Event> CalendarEvents { get; }

    /// <summary>The events of sources that others already show, in order of path.</summary>
    public ImmutableArray<DoubleEvent> Doubles { get; }

    public ImmutableArray<Event> Plans { get; }

    /// <summary>The events that expired before they began.</summary>
    public ImmutableArray<RemovedDocument> Expired { get; }

    /// <summary>Single events, and occurrences up to a year ahead, in order of start.</summary>
    public ImmutableArray<Event> Dates { get; }

    /// <summary>The same with planned dates.</summary>
    public ImmutableArray<Event> AllDates { get; }

    /// <summary>The next first, and few of a recurring event.</summary>
    public ImmutableArray<Event> Upcoming { get; }

    /// <summary>The last first, and few of a recurring event.</summary>
    public ImmutableArray<Event> Past { get; }

    /// <summary>When one of them last changed.</summary>
    public Instant Newest { get; }

    /// <summary>When the last of the past dates ended.</summary>
    public Instant LastEnd { get; }

    /// <summary>When events appear and expire.</summary>
    public ImmutableArray<Instant> Limits { get; }

    /// <summary>When a date appears or disappears by time alone.</summary>
    public ImmutableArray<Instant> Changes { get; }

    /// <summary>When time alone next changes something; null when it never does.</summary>
    public Instant? Until { get; }

    /// <param name="previous">Returned where no event is different, and none has become so by time.</param>
    public static EventSnapshot Of(Site site, Instant now, EventSnapshot? previous)
    {
        var found = InputsOf(site);
        return previous is not null && previous.IsValidAt(now) && previous.inputs.AsSpan().SequenceEqual(found.AsSpan())
            ? previous
            : new EventSnapshot(site, now, found);
    }

    public DocumentIdentity IdentityOf(Event @event) => occurrences.IdentityOf(@event);

    /// <summary>The years of an event in order; of a recurring one, those up to a year ahead.</summary>
    public ImmutableArray<int> YearsOf(Event @event) =>
        @event.Recurrence is null ? [@event.FirstDay.Year] : [.. yearsOfRecurring[@event.Path].Order()
            .DefaultIfEmpty(@event.FirstDay.Year)];

    private bool IsValidAt(Instant moment) => now <= moment && !(Until <= moment);

    /// <summary>All that the events depend on beside the time.</summary>
    private static ImmutableArray<object?> InputsOf(Site site)
    {
        var documents = site.Events.Concat(site.Plans.Select(plan => plan.Event));
        return
        [
            site.Settings.Zone,
            .. site.Events, null, .. site.Plans, null, .. documents.Select(site.IdentityOf), null, .. site.Doubles, null,
            .. RemovedOf(site).Select(document => (object)(document.When, document.Event)), null,
            .. site.History?.RemovedPlannedDates.Values ?? [],
        ];
    }

    private static IEnumerable<RemovedDocument> RemovedOf(Site site) =>
        (site.History?.Removed ?? []).Where(document => document.Event is not null);

    // A planned date is there until the event that takes its place is published.
    private static Site Published(Site site, Instant now)
    {
        ImmutableArray<Event> held = [.. site.Events.Where(@event => @event.Appears > now)];
        if (held.IsEmpty && site.Events.All(@event => @event.IsPublishedAt(now)) && site.Plans.All(plan => plan.Event.IsPublishedAt(now)))
            return site;
        return site with
        {
            Events = [.. site.Events.Where(@event => @event.IsPublishedAt(now))],
            Plans = [.. site.Plans.Where(plan => plan.Event.IsPublishedAt(now)).Select(plan => plan.Without(held))],
        };
    }

    private static ImmutableArray<Event> FewOfEach(IEnumerable<Event> dates)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. dates.Where(date => (counts[date.Path] = counts.GetValueOrDefault(date.Path) + 1) <= MaxOfEach)];
    }
}
