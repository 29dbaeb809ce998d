using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model.Schedule;

/// <summary>The single dates of a site as they are known at one moment: of an event that comes back, each time by itself.</summary>
internal sealed class Occurrences
{
    /// <summary>How far ahead single dates are told.</summary>
    private static readonly Duration Ahead = Duration.FromDays(366);

    /// <summary>How long before its date an occurrence is announced.</summary>
    private static readonly Duration AnnouncedAhead = Duration.FromDays(28);

    /// <summary>How many dates of a plan are told at once.</summary>
    private const int MaxPlanned = 6;

    /// <summary>How far back the last date of a plan is looked for that has passed.</summary>
    private const int LookedBackDays = 366;

    /// <summary>How many times an event is followed: daily for more than a quarter of a century.</summary>
    private const int MaxOccurrences = 10_000;

    private readonly Instant now;
    private readonly DateTimeZone zone;
    private readonly List<Instant> changes = [];
    private readonly SiteHistory? history;
    private readonly HashSet<string> uids;

    public Occurrences(Site site, Instant now)
    {
        this.now = now;
        zone = site.Settings.Zone;
        history = site.History;
        uids = site.Plans.IsEmpty ? [] : [.. site.Events.Select(@event => @event.Uid)];
        Dates = [.. InOrder(site.Events.SelectMany(DatesOf))];
        Planned = [.. site.Plans.SelectMany(PlannedBy)];
    }

    /// <summary>The events that take place once, and each occurrence of the others, in order of start.</summary>
    public ImmutableArray<Event> Dates { get; }

    /// <summary>The next dates of plans.</summary>
    public ImmutableArray<Event> Planned { get; }

    /// <summary>When time alone brings or takes a date, or brought or took the last one.</summary>
    public IEnumerable<Instant> Changes => changes;

    /// <summary>Events in order of start, ties by UID.</summary>
    public IEnumerable<Event> InOrder(IEnumerable<Event> events) =>
        events.OrderBy(@event => @event.StartsAt(zone)).ThenBy(@event => @event.Uid, StringComparer.Ordinal).ThenBy(@event => @event.Id, StringComparer.Ordinal);

    private IEnumerable<Event> DatesOf(Event @event) =>
        @event.Recurrence is null ? [@event] : Near(@event.OccurrencesFrom(LocalDate.MinIsoValue).Take(MaxOccurrences)).Select(date => Announced(date, @event));

    private IEnumerable<Event> PlannedBy(PlannedSeries plan)
    {
        var today = now.InZone(zone).Date;
        changes.AddRange(plan.Dates(today.PlusDays(-LookedBackDays)).Select(date => date.StartsAt(zone)).TakeWhile(start => start <= now).TakeLast(1));
        foreach (var date in Near(plan.Dates(today.PlusDays(-1)).Where(date => date.StartsAt(zone) > now && !uids.Contains(date.Uid)).Take(MaxPlanned)))
        {
            changes.Add(date.StartsAt(zone));
            // It was settled, and is planned again: what calendars were told never goes back.
            yield return history?.GoneOfPlans.GetValueOrDefault(date.Uid) is { } settled
                ? date with { Sequence = Math.Max(date.Sequence, settled.Sequence), Stamp = Instant.Max(date.Stamp, settled.Stamp) }
                : date;
        }
    }

    /// <summary>Those not too far ahead; the first that is comes into sight later.</summary>
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
    private Event Announced(Event date, Event @event) => date with
    {
        Announced = Instant.Max(@event.Announced, zone.AtStartOfDay(Event.DayOf(date.Occurrence!)).ToInstant() - AnnouncedAhead),
        Stamp = Instant.Min(@event.Stamp, date.EndsAt(zone)),
    };
}
