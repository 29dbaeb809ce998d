using Feeds.Content.FrontMatter;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Content.Events;

/// <summary>Finds time zones by name in NodaTime's database, so that the machine needs none.</summary>
internal static class TimeZones
{
    /// <summary>The zone of an IANA name, ignoring case; null when there is none.</summary>
    public static DateTimeZone? Find(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? (DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => string.Equals(id, name, StringComparison.OrdinalIgnoreCase)) is { } id
            ? DateTimeZoneProviders.Tzdb[id]
            : null);

    /// <summary>The IANA name of a Windows zone; null when there is none.</summary>
    public static string? FromWindows(string name) =>
        TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana) ? iana : null;

    /// <summary>The zone that a field names; null when it is unknown, which is reported.</summary>
    public static DateTimeZone? Read(FrontMatter.Field field, DiagnosticBag report)
    {
        var map = field.Value as FrontMatter.MapValue;
        var name = field.Text() ?? (map is null ? null : new FrontMatter.FrontMatterFields(map).Text(["name", "id", "tzid"])) ?? "";
        if (!ZoneNames.IsAbbreviation(name) && Find(name) is { } zone) return zone;
        if (FromWindows(name) is { } iana)
        {
            report.Warning(field, $"is a Windows zone name; write {iana}");
            return Find(iana);
        }

        if (ZoneNames.Find(name) is { } meant) return Find(meant);
        var near = Text.Spelling.Nearest(name, DateTimeZoneProviders.Tzdb.Ids) ?? "an IANA name such as Europe/Prague";
        report.Error(field, $"is not a time zone; write {near}");
        return null;
    }
}

/// <summary>The time zone of the machine, which is only proposed to authors.</summary>
internal static class MachineZone
{
    /// <summary>Its IANA name; null when the machine has none, or UTC, as servers do.</summary>
    public static string? Name { get; } = NameOf(TimeZoneInfo.Local.Id);

    /// <summary>The IANA name for an IANA or Windows name; null for UTC and for unknown names.</summary>
    public static string? NameOf(string id)
    {
        // The table of Windows takes time to load.
        var zone = TimeZones.Find(id) ?? (TimeZones.FromWindows(id) is { } iana ? TimeZones.Find(iana) : null);
        return zone?.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero ? null : zone?.Id;
    }
}
