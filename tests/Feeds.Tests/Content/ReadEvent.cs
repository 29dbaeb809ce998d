using Feeds.Content;
using Feeds.Content.FrontMatter;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Tests.Publishing;

namespace Feeds.Tests.Content;

/// <summary>One event file, read and published: the times in the calendar, and what is said of it.</summary>
internal static class ReadEvent
{
    private const string Now = "2026-01-01T00:00:00Z";

    /// <summary>The lines of each event that say when it takes place, without the names of properties; then each diagnostic.</summary>
    /// <param name="lines">The lines of front matter, with <c>|</c> between them.</param>
    public static string[] Of(string lines, string body = "", string path = "events/a.md", KnownDocument? known = null)
    {
        var folder = FolderOf.Files(("site.yaml", FolderOf.SiteYaml), (path, $"---\ntitle: A\nlocation: Hall\n{lines.Replace('|', '\n')}\n---\n{body}\n"));
        var reading = SiteReader.Read(folder, FolderOf.Listening, previous: null, _ => known);
        var calendar = Publication.Render(reading.Site, FolderOf.Moment(Now), previous: null).Text("/calendar.ics");
        return [.. Times(calendar), .. reading.Diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    private static IEnumerable<string> Times(string calendar) => calendar.Split("BEGIN:VEVENT")[1..].Select(lines => string.Join(' ', lines.Split("\r\n").Where(IsTime).Select(Shown)));

    private static bool IsTime(string line) => line.StartsWith("DTSTART", StringComparison.Ordinal) || line.StartsWith("DTEND", StringComparison.Ordinal) || line.StartsWith("RRULE", StringComparison.Ordinal);

    private static string Shown(string line) => line.Split([':', ';'], 2)[1].Replace("TZID=Europe/Prague:", "", StringComparison.Ordinal).Replace("VALUE=DATE:", "", StringComparison.Ordinal);
}
