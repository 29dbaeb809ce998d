using NodaTime;

namespace Feeds.Content.Events;

/// <summary>The time zone of the machine: it is proposed to authors and decides nothing.</summary>
internal static class MachineZone
{
    /// <summary>Its IANA name; null when the machine has none, or UTC, as servers do.</summary>
    public static string? Name { get; } = NameOf(TimeZoneInfo.Local.Id);

    /// <summary>The IANA name of a zone that places use, by the name under which a machine knows it.</summary>
    public static string? NameOf(string id) =>
        TimeZones.Find(TimeZones.FromWindows(id) ?? id) is { MinOffset: var least, MaxOffset: var most } zone && (least, most) != (Offset.Zero, Offset.Zero) ? zone.Id : null;
}
