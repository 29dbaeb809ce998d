using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>The zones whose clocks the times of a calendar are written in.</summary>
internal static class WrittenZone
{
    /// <summary>The zone whose clock the times of a recurring event are written in; null when they are written in UTC.</summary>
    public static DateTimeZone? Of(DateTimeZone zone)
    {
        // A client that knows zones by name alone, as Google does, would not find one of another database.
        if (!TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone.Id, out var canonical)) return null;
        return canonical is "Etc/UTC" or "Etc/GMT" ? null : zone;
    }

    /// <summary>The zone whose clock the times of an event are written in; null when they are written in UTC.</summary>
    public static DateTimeZone? Of(VEvent @event, EventSpan.Timed span)
    {
        // An event that comes back does so by the clock of its zone, whatever that shows twice.
        if (Of(span.Start.Zone) is not { } zone || @event.Recurrence is not null) return Of(span.Start.Zone);

        // RFC 5545 §3.3.5 takes a time that clocks show twice for the first one, but clients do not agree: UTC is beyond doubt.
        return zone.MapLocal(span.Start.LocalDateTime).Count > 1 || zone.MapLocal(span.End.LocalDateTime).Count > 1 ? null : zone;
    }

    /// <summary>The zones that the events need, in order of their names, and from when to when each is needed.</summary>
    public static IEnumerable<(DateTimeZone Zone, Interval Needed)> Of(ImmutableArray<VEvent> events)
    {
        var zones = new SortedDictionary<string, (DateTimeZone Zone, Interval Needed)>(StringComparer.Ordinal);
        foreach (var @event in events)
        {
            foreach (var (zone, needed) in NeededBy(@event))
            {
                var (_, known) = zones.GetValueOrDefault(zone.Id, (zone, needed));
                zones[zone.Id] = (zone, new Interval(Instant.Min(known.Start, needed.Start), Instant.Max(known.End, needed.End)));
            }
        }

        return zones.Values;
    }

    private static IEnumerable<(DateTimeZone Zone, Interval Needed)> NeededBy(VEvent @event)
    {
        if (@event.Span is EventSpan.Timed span && Of(@event, span) is { } zone)
        {
            yield return (zone, new Interval(span.Start.ToInstant(), @event.Recurrence?.WrittenUntil(span) ?? span.End.ToInstant()));
        }

        if (@event.RecurrenceId is EventStart.Timed { At: var start } && Of(start.Zone) is { } named) yield return (named, new Interval(start.ToInstant(), start.ToInstant()));
    }
}
