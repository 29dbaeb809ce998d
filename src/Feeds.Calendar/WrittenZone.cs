using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Calendar;

/// <summary>The zones whose clocks the times of a calendar are written in.</summary>
internal static class WrittenZone
{
    /// <summary>The zone whose clock a span's times are written in; null when they are written in UTC.</summary>
    public static DateTimeZone? Of(EventSpan.Timed span)
    {
        // A client that knows zones by name alone, as Google does, would not find one of another database.
        var zone = span.Start.Zone;
        if (!TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone.Id, out var canonical)) return null;
        if (canonical is "Etc/UTC" or "Etc/GMT") return null;

        // RFC 5545 §3.3.5 takes a time that clocks show twice for the first one, but clients do not agree: UTC is beyond doubt.
        return zone.MapLocal(span.Start.LocalDateTime).Count > 1 || zone.MapLocal(span.End.LocalDateTime).Count > 1 ? null : zone;
    }

    /// <summary>The zones that the events need, in order of their names, and from when to when each is needed.</summary>
    public static IEnumerable<(DateTimeZone Zone, Interval Needed)> Of(ImmutableArray<VEvent> events)
    {
        var zones = new SortedDictionary<string, (DateTimeZone Zone, Interval Needed)>(StringComparer.Ordinal);
        foreach (var @event in events)
        {
            if (@event.Span is not EventSpan.Timed span || Of(span) is not { } zone) continue;
            var (start, end) = (span.Start.ToInstant(), span.End.ToInstant());
            if (zones.TryGetValue(zone.Id, out var known))
            {
                start = Instant.Min(start, known.Needed.Start);
                end = Instant.Max(end, known.Needed.End);
            }

            zones[zone.Id] = (zone, new Interval(start, end));
        }

        return zones.Values;
    }
}
