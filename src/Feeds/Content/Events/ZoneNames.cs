using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Finds the time zones that people mean by abbreviations, cities and offsets.</summary>
internal static class ZoneNames
{
    /// <summary>Abbreviations that mean one zone; others, such as IST, mean several.</summary>
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>
    {
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["MST"] = "America/Denver",
        ["MDT"] = "America/Denver",
        ["CST"] = "America/Chicago",
        ["CDT"] = "America/Chicago",
        ["EST"] = "America/New_York",
        ["EDT"] = "America/New_York",
        ["AKST"] = "America/Anchorage",
        ["AKDT"] = "America/Anchorage",
        ["HST"] = "Pacific/Honolulu",
        ["ART"] = "America/Argentina/Buenos_Aires",
        ["BRT"] = "America/Sao_Paulo",
        ["BST"] = "Europe/London",
        ["WET"] = "Europe/Lisbon",
        ["WEST"] = "Europe/Lisbon",
        ["CET"] = "Europe/Berlin",
        ["CEST"] = "Europe/Berlin",
        ["EET"] = "Europe/Helsinki",
        ["EEST"] = "Europe/Helsinki",
        ["MSK"] = "Europe/Moscow",
        ["SAST"] = "Africa/Johannesburg",
        ["WAT"] = "Africa/Lagos",
        ["EAT"] = "Africa/Nairobi",
        ["PKT"] = "Asia/Karachi",
        ["SGT"] = "Asia/Singapore",
        ["HKT"] = "Asia/Hong_Kong",
        ["JST"] = "Asia/Tokyo",
        ["KST"] = "Asia/Seoul",
        ["WIB"] = "Asia/Jakarta",
        ["AWST"] = "Australia/Perth",
        ["ACST"] = "Australia/Adelaide",
        ["ACDT"] = "Australia/Adelaide",
        ["AEST"] = "Australia/Sydney",
        ["AEDT"] = "Australia/Sydney",
        ["NZST"] = "Pacific/Auckland",
        ["NZDT"] = "Pacific/Auckland",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> German =
        new Dictionary<string, string> { ["MEZ"] = "CET", ["MESZ"] = "CEST" }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<string>>> Cities = new(() => DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(id => id[(id.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(city => city.Key, city => city.ToImmutableArray(), StringComparer.OrdinalIgnoreCase));

    public static bool IsAbbreviation(string name) => Abbreviations.ContainsKey(English(name));

    /// <summary>The abbreviation in English.</summary>
    public static string English(string abbreviation) => German.GetValueOrDefault(abbreviation, abbreviation);

    /// <summary>The zone that is meant by a name beside a time; null for none, or for that of the site.</summary>
    public static DateTimeZone? BesideTime(string name, LocalDateTime local, DateTimeZone site)
    {
        if (name.Contains('/', StringComparison.Ordinal)) return TimeZones.Find(name);
        var english = English(name);
        var isOfSite = ((LocalDateTime[])[local, local.PlusMonths(-6), local.PlusMonths(6)])
            .Any(one => site.AtLeniently(one).GetZoneInterval().Name.Equals(english, StringComparison.OrdinalIgnoreCase));
        return isOfSite || !Abbreviations.TryGetValue(english, out var id) ? null : TimeZones.Find(id);
    }

    /// <summary>The IANA name of an abbreviation, a city or an offset such as <c>GMT+2</c>; null when none or several are meant.</summary>
    public static string? Find(string text)
    {
        var name = text.Split('(')[0].Trim().Replace(' ', '_');
        if (Abbreviations.TryGetValue(English(name), out var id)) return id;
        if (TimeZones.Find(name) is { } zone) return zone.Id;
        if (Cities.Value.TryGetValue(name, out var ids) && ids.Length == 1) return ids[0];
        return Offset(name);
    }

    // In the names of the database, hours west of Greenwich are positive.
    private static string? Offset(string name)
    {
        string[] marks = ["UTC", "GMT"];
        var isMarked = marks.Any(mark => name.StartsWith(mark, StringComparison.OrdinalIgnoreCase));
        var offset = isMarked ? name[3..].TrimStart('_') : name;
        if (offset is not ['+' or '-', .. var rest]) return null;
        var hours = rest switch
        {
            [.. var one, ':', '0', '0'] => one,
            [_, _, '0', '0'] => rest[..2],
            _ => rest,
        };
        if (hours.Length is 0 or > 2 || !hours.All(char.IsAsciiDigit)) return null;
        var number = int.Parse(hours, System.Globalization.CultureInfo.InvariantCulture);
        if (number == 0) return "UTC";
        return TimeZones.Find(FormattableString.Invariant($"Etc/GMT{(offset[0] == '+' ? '-' : '+')}{number}"))?.Id;
    }
}
