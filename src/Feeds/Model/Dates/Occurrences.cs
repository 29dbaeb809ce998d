using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model.Dates;

/// <summary>The single dates of a site at one moment: single events, and each occurrence of recurring ones.</summary>
internal sealed class Occurrences
{
    private static readonly Duration Ahead = Duration.FromDays(366);

    private static readonly Duration AnnouncedAhead = Duration.FromDays(28);

    private const int MaxPlanned = 6;

    private const int LookedBackDays = 366;

    /// <summary>Daily for more than 25 years.</summary>
    private const int MaxOccurrences = 10_000;

    private readonly Instant now;
    private readonly DateTimeZone zone;
    private readonly List<Instant> changes = [];
    private readonly SiteHistory? history;
    private readonly HashSet<string> uids;
    private readonly Dictionary<Event, DocumentIdentity> identities = new(ReferenceEqualityComparer.Instance);

    public Occurrences(Site site, Instant now)
    {
        this.now = now;
        zone = site.Settings.Zone;
        history = site.History;
        foreach (var @event in site.Events.Concat(site.Plans.Select(plan => plan.Event))) identities[@event] = site.IdentityOf(@event);
        uids = site.Plans.IsEmpty ? [] : [.. site.Events.Select(@event => site.IdentityOf(@event).Uid!)];
        Dates = [.. InOrder(site.Events.SelectMany(DatesOf))];
        Planned = [.. site.Plans.SelectMany(PlannedBy)];
    }

    /// <summary>Single events, and the occurrences of recurring ones, in order of start.</summary>
    public ImmutableArray<Event> Dates { get; }

    public ImmutableArray<Event> Planned { get; }

    /// <summary>When a date appears or disappears by time alone.</summary>
    public IEnumerable<Instant> Changes => changes;

    public DocumentIdentity IdentityOf(Event @event) => identities[@event];

    public Event Add(CancelledEvent cancelled)
    {
        identities[cancelled.Event] = cancelled.Identity;
        return cancelled.Event;
    }

    /// <summary>Events in order of start, ties by UID.</summary>
    public IEnumerable<Event> InOrder(IEnumerable<Event> events) =>
        events.OrderBy(@event => @event.StartsAt(zone))
            .ThenBy(@event => identities[@event].Uid, StringComparer.Ordinal)
            .ThenBy(@event => identities[@event].Id, StringComparer.Ordinal);

    private IEnumerable<Event> DatesOf(Event @event) =>
        @event.Recurrence is null
            ? [@event]
            : Near(@event.OccurrencesFrom(LocalDate.MinIsoValue).Take(MaxOccurrences)).Select(date => Identified(date, identities[@event]));

    private IEnumerable<Event> PlannedBy(PlannedSeries plan)
    {
        var today = now.InZone(zone).Date;
        changes.AddRange(plan.Dates(today.PlusDays(-LookedBackDays))
            .Select(date => date.Event.StartsAt(zone))
            .TakeWhile(start => start <= now)
            .TakeLast(1));
        var ahead = plan.Dates(today.PlusDays(-1))
            .Where(date => date.Event.StartsAt(zone) > now)
            .Select(Identified)
            .Where(date => !uids.Contains(identities[date].Uid!));
        foreach (var date in Near(ahead.Take(MaxPlanned)))
        {
            changes.Add(date.StartsAt(zone));
            yield return date;
        }

        Event Identified((Event Event, PlannedDate Date) planned)
        {
            var identity = planned.Date.IdentityBy(identities[plan.Event]);
            // An event replaced it and was removed: its sequence and stamp never decrease.
            identities[planned.Event] = history?.RemovedPlannedDates.GetValueOrDefault(identity.Uid!) is { } settled
                ? identity with
                {
                    Sequence = Math.Max(identity.Sequence, settled.Sequence),
                    Changed = Instant.Max(identity.Changed, settled.Changed),
                }
                : identity;
            return planned.Event;
        }
    }

    /// <summary>Those within <see cref="Ahead"/>.</summary>
    private IEnumerable<Event> Near(IEnumerable<Event> dates)
    {
        foreach (var date in dates)
        {
            if (date.StartsAt(zone) > now + Ahead)
            {
                changes.Add(date.StartsAt(zone) - Ahead);
                yield break;
            }

            changes.Add(date.StartsAt(zone) - Ahead);
            yield return date;
        }
    }

    // What is said of an event later changes nothing about a date that is over.
    private Event Identified(Event date, DocumentIdentity identity)
    {
        var changed = Instant.Min(identity.Changed, date.EndsAt(zone));
        identities[date] = identity with
        {
            // An IRI of its own that depends on nothing but the event's and the date; a page that lists dates has it too.
            Id = identity.Id + date.Link.Fragment,
            Announced = Instant.Max(identity.Announced, zone.AtStartOfDay(date.Occurrence!.Date).ToInstant() - AnnouncedAhead),
            Changed = changed,
            Updated = identity.Updated == identity.Changed ? changed : identity.Updated,
        };
        return date;
    }
}
