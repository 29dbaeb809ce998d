using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Content.Events;
using Feeds.Formats.Calendar.Reading;
using Feeds.Text;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Content.Sources;

/// <summary>The zones of the times in a calendar of others.</summary>
/// <param name="bare">The zone of times without one.</param>
internal sealed partial class SourceZones(ImmutableArray<ZoneRules> rules, DateTimeZone bare)
{
    /// <summary>Those of the most countries first.</summary>
    private static readonly ImmutableArray<DateTimeZone> Common =
    [
        .. TzdbDateTimeZoneSource.Default.WindowsMapping.MapZones
            .GroupBy(zone => zone.WindowsId, StringComparer.Ordinal)
            .OrderByDescending(zones => zones.Count())
            .ThenBy(zones => zones.Key, StringComparer.Ordinal)
            .Select(zones => TimeZones.FromWindows(zones.Key)).OfType<string>()
            .Select(TimeZones.Find).OfType<DateTimeZone>(),
    ];

    private const int ThisCentury = 2025;

    private readonly FrozenDictionary<string, ZoneRules> rules =
        rules.DistinctBy(zone => zone.Id, StringComparer.Ordinal).ToFrozenDictionary(zone => zone.Id, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Id, int Year), DateTimeZone?> found = [];

    /// <param name="own">The zone that <c>site.yaml</c> gives the source.</param>
    public static SourceZones Of(CalendarFile file, DateTimeZone? own, DateTimeZone site)
    {
        ImmutableArray<ZoneRules> defined = [.. file.Zones.Select(ZoneRules.Of).OfType<ZoneRules>()];
        var only = defined is [var one] ? new SourceZones(defined, site).Of(one) : null;
        return new SourceZones(defined, (file.Zone is null ? null : Named(file.Zone)) ?? own ?? only ?? site);
    }

    public DateTimeZone Bare => bare;

    /// <summary>Whether a name is that of a zone.</summary>
    public static bool IsKnown(string name) => Named(name) is not null;

    /// <summary>The moment of a time, on the clock of its zone.</summary>
    /// <param name="isKnown">False when its zone is unknown, so that it is taken to be that of times without one.</param>
    public ZonedDateTime At(WrittenTime time, out bool isKnown)
    {
        var local = time.Date + (time.Time ?? LocalTime.Midnight);
        isKnown = true;
        if (time.Zone is not { Length: > 0 } id) return bare.AtLeniently(local);
        if (Named(id) is { } zone) return zone.AtLeniently(local);
        if (rules.GetValueOrDefault(id) is { } own)
        {
            if (own.Location is not null && Named(own.Location) is { } located) return located.AtLeniently(local);
            if (own.At(local) is { } offset)
            {
                var like = found.GetOrAdd((id, local.Year), key => Like(own, key.Year));
                return like?.AtLeniently(local) ?? local.WithOffset(offset).ToInstant().InUtc();
            }
        }

        if (OffsetOf(id.Trim()) is { } written) return local.WithOffset(written).ToInstant().InUtc();
        isKnown = false;
        return bare.AtLeniently(local);
    }

    /// <summary>The zone that the calendar describes; null when no zone is like it.</summary>
    private DateTimeZone? Of(ZoneRules zone) =>
        Named(zone.Id)
        ?? (zone.Location is null ? null : Named(zone.Location))
        ?? (zone.Observances.IsEmpty ? null : Like(zone, ThisCentury));

    /// <summary>The zone with a name of IANA or Windows, perhaps after the name of a program; null when there is none.</summary>
    private static DateTimeZone? Named(string name)
    {
        var id = name.Trim().Replace("\\", "", StringComparison.Ordinal);
        if ((TimeZones.Find(id) ?? TimeZones.Find(id.Replace(' ', '_'))) is { } zone) return zone;
        if (id is "Z" or "Coordinated Universal Time" || id.EndsWith("/UTC", StringComparison.OrdinalIgnoreCase)) return DateTimeZone.Utc;
        var parts = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var length in (int[])[3, 2])
        {
            if (parts.Length > length && TimeZones.Find(string.Join('/', parts[^length..])) is { } last) return last;
        }

        if (parts.Length == 2 && TimeZones.Find($"{parts[0].Split('_')[^1]}/{parts[1]}") is { } prefixed) return prefixed;
        if (parts.Length is 2 or 3 && id[0] == '/' && TimeZones.Find(string.Join('/', parts)) is { } rooted) return rooted;
        return TimeZones.FromWindows(id) is { } iana ? TimeZones.Find(iana) : Described(id);
    }

    /// <summary>The offset that is the whole name, such as <c>UTC+01:00</c> or <c>GMT-5</c>; null for none.</summary>
    private static Offset? OffsetOf(string id)
    {
        var match = Fixed().Match(id);
        if (!match.Success) return null;
        var hours = NumberOf(match.Groups["hours"].Value);
        var minutes = match.Groups["minutes"].Success ? NumberOf(match.Groups["minutes"].Value) : 0;
        if (hours > 14 || minutes > 59) return null;
        var offset = Offset.FromHoursAndMinutes(hours, minutes);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    private static int NumberOf(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>The zone in the words of Outlook, such as <c>(UTC-05:00) Eastern Time (US &amp; Canada)</c>; null for none.</summary>
    private static DateTimeZone? Described(string id)
    {
        const string Standard = " Standard Time";
        var known = TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping
            .Where(zone => zone.Key.EndsWith(Standard, StringComparison.Ordinal) && zone.Key != $"GMT{Standard}"
                && Describes(id, zone.Key[..^Standard.Length]))
            .OrderByDescending(zone => zone.Key.Length)
            .ThenBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => zone.Value)
            .FirstOrDefault();
        if (known is not null) return TimeZones.Find(known);
        // The cities after the offset.
        string[] marks = ["(GMT", "(UTC"];
        if (!marks.Any(mark => id.StartsWith(mark, StringComparison.OrdinalIgnoreCase))) return null;
        var cities = id[(id.IndexOf(')', StringComparison.Ordinal) + 1)..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cities.Select(ZoneNames.Find).OfType<string>().Select(TimeZones.Find).FirstOrDefault(zone => zone is not null);
    }

    /// <summary>Whether a description names a Windows zone: <c>Eastern Time</c> does, <c>Eastern European Time</c> does not.</summary>
    private static bool Describes(string id, string words)
    {
        var at = id.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (at > 0 && char.IsLetter(id[at - 1]))) return false;
        var rest = id[(at + words.Length)..].TrimStart();
        string[] next = ["Time", "Standard", "Daylight", "Summer"];
        return rest.Length == 0 || Array.Exists(next, word => rest.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A zone whose clocks show the same in every month of a year; null when there is none.</summary>
    private DateTimeZone? Like(ZoneRules zone, int year)
    {
        int[] ofMonth = [1, 15, 28];
        var days = Enumerable.Range(1, 12).SelectMany(month => ofMonth.Select(day => new LocalDateTime(year, month, day, 12, 0)));
        var offsets = days.Select(day => (Day: day, Offset: zone.At(day))).ToArray();
        return Common.Prepend(bare)
            .FirstOrDefault(other => Array.TrueForAll(offsets, one => other.AtLeniently(one.Day).Offset == one.Offset));
    }

    [GeneratedRegex(@"^(UTC|GMT)? ?(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?$", LinearRegex.Options)]
    private static partial Regex Fixed();
}
