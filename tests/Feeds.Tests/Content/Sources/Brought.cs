using Feeds.Content;
using Feeds.Publishing;
using Feeds.Tests.Content.Lists;
using Feeds.Tests.Publishing;

namespace Feeds.Tests.Content.Sources;

/// <summary>A site that brings in the calendar of a partner.</summary>
internal static class Brought
{
    public const string Path = "partner.ics";
    public const string Settings = "sources:\n- { name: partner, calendar: partner.ics }\n";

    /// <summary>A calendar of events, each as its lines.</summary>
    public static string Calendar(params IEnumerable<string> events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events.Select(lines => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"))}END:VCALENDAR\n";

    /// <summary>What the calendar says of each event, and what is said to the author.</summary>
    public static string[] Of(params IEnumerable<string> events) => ReadList.Of(Path, Calendar(events), Settings);

    /// <summary>What is said of a whole file.</summary>
    public static string[] OfFile(string text, string more = "") =>
        ReadList.Of(Path, text, Settings.Replace(" }", $"{more} }}", StringComparison.Ordinal));

    public static SiteReading Site(string settings, params (string Path, string Text)[] files) =>
        FolderOf.Site([("site.yaml", FolderOf.SiteYaml + settings), .. files]);

    public static string Published(SiteReading reading, string path) =>
        Publication.Render(reading.Site, FolderOf.Moment("2026-01-01T00:00:00Z"), previous: null).Text(path).Replace("\r\n ", "", StringComparison.Ordinal);

    /// <summary>The values of a property in a calendar of the site, in order.</summary>
    public static string[] Values(SiteReading reading, string path, string property) =>
        [.. Published(reading, path).Split("BEGIN:VEVENT")[1..].SelectMany(lines => lines.Split("\r\n"))
            .Where(line => line.StartsWith($"{property}:", StringComparison.Ordinal))
            .Select(line => line[(property.Length + 1)..])];
}
