using NodaTime;

namespace Feeds.Content.Events;

/// <summary>The time zone of the machine, which is only proposed to authors.</summary>
internal static class MachineZone
{
    /// <summary>Its IANA name; null when the machine has none, or UTC, as servers do.</summary>
    public static string? Name { get; } = NameOf(TimeZoneInfo.Local.Id);

    /// <summary>The IANA name for an IANA or Windows name; null for UTC and for unknown names.</summary>
    public static string? NameOf(string id)
    {
        var zone = TimeZones.Find(TimeZones.FromWindows(id) ?? id);
        return zone?.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero ? null : zone?.Id;
    }
}
