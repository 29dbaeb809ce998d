using Feeds.Content.FrontMatter;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Content.Events;

/// <summary>Time zones by name, from NodaTime's own database, so that the machine needs none.</summary>
internal static class TimeZones
{
    /// <summary>The zone of an IANA name, however its letters are cased; null when there is none.</summary>
    public static DateTimeZone? Find(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? (DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => string.Equals(id, name, StringComparison.OrdinalIgnoreCase)) is { } id
            ? DateTimeZoneProviders.Tzdb[id]
            : null);

    /// <summary>The IANA name of a Windows zone; null when Windows has none of that name.</summary>
    public static string? FromWindows(string name) => TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana) ? iana : null;

    /// <summary>The zone that a field names; null when there is none, which is then reported.</summary>
    public static DateTimeZone? Read(FrontMatter.Field field, DiagnosticBag report)
    {
        var name = field.Text() ?? "";
        if (Find(name) is { } zone) return zone;
        if (FromWindows(name) is { } iana)
        {
            report.Warning(field.Line, $"'{field.Key}' ({name}) is Windows' name of a zone; write {iana}");
            return Find(iana);
        }

        report.Error(field.Line, $"'{field.Key}' ({name}) is no time zone; write an IANA name such as Europe/Prague");
        return null;
    }
}
