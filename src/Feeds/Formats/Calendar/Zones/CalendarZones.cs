using Ical.Net;
using Ical.Net.CalendarComponents;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>The zones whose clocks the times of a calendar are written in.</summary>
internal static class CalendarZones
{
    /// <summary>The zone itself when times in it are written on its clock; null when they are written in UTC.</summary>
    public static DateTimeZone? Written(DateTimeZone zone)
    {
        // A client that knows zones by name alone, as Google does, would not find one of another database.
        if (!TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone.Id, out var canonical)) return null;
        return canonical is "Etc/UTC" or "Etc/GMT" ? null : zone;
    }

    /// <summary>The zones that events need, in order of their names.</summary>
    public static IEnumerable<VTimeZone> Of(IEnumerable<EventTimes> events)
    {
        var zones = new SortedDictionary<string, (DateTimeZone Zone, Interval Needed)>(StringComparer.Ordinal);
        foreach (var (zone, needed) in events.SelectMany(times => times.Zones))
        {
            var (_, known) = zones.GetValueOrDefault(zone.Id, (zone, needed));
            zones[zone.Id] = (zone, new Interval(Instant.Min(known.Start, needed.Start), Instant.Max(known.End, needed.End)));
        }

        return zones.Values.Select(entry => Of(entry.Zone, entry.Needed));
    }

    private static VTimeZone Of(DateTimeZone zone, Interval needed)
    {
        var component = new VTimeZone();

        // Its member TzId would ask for the zone of the machine.
        component.AddProperty("TZID", zone.Id);
        foreach (var observance in Observances.Of(zone, needed)) component.AddChild(observance);
        return component;
    }
}
