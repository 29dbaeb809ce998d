using Feeds.Content.Settings;
using Feeds.Model;

namespace Feeds.Content.Events;

/// <summary>Warns of a site without a time zone when events need one.</summary>
internal static class TimeZoneCheck
{
    /// <param name="zone">The IANA name of a time zone to propose; null for an example.</param>
    public static IEnumerable<Diagnostic> Read(SiteSettings settings, IEnumerable<DocumentReading> documents, string? zone)
    {
        if (settings.HasOwnZone) yield break;
        var paths = documents.Where(document => document.AssumesSiteZone).Select(document => document.File.Path).ToArray();
        if (paths.Length == 0) yield break;
        var problem = FormattableString.Invariant(
            $"there is no 'timezone:', so the events that name no zone ({paths.Length}, such as {paths[0]}) are in UTC");
        var cure = zone is null
            ? "write the zone of their clocks, such as 'timezone: Europe/Prague'"
            : $"write 'timezone: {zone}', the zone of this machine, or another";
        yield return new Diagnostic(SettingsFile.Path, 0, Severity.Warning, $"{problem}; {cure}");
    }
}
