using Feeds.Content;
using Feeds.Publishing;
using Feeds.Tests.Publishing;

namespace Feeds.Tests.Content.Lists;

/// <summary>One list of events, read and published: what the calendar says of each, and what is said to the author.</summary>
internal static class ReadList
{
    private const string Now = "2026-01-01T00:00:00Z";
    private static readonly string[] Shown = ["SUMMARY", "DTSTART", "DTEND", "LOCATION", "URL;", "URL:", "RRULE", "STATUS:CANCELLED"];

    /// <summary>The events in order of time, then each diagnostic.</summary>
    public static string[] Of(string path, string text, string settings = "")
    {
        var reading = FolderOf.Site(("site.yaml", FolderOf.SiteYaml + settings), (path, text));
        return [.. Events(reading), .. reading.Diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>The title, start and end of each event, in order of time.</summary>
    public static string[] Events(SiteReading reading)
    {
        var calendar = Publication.Render(reading.Site, FolderOf.Moment(Now), previous: null).Text("/calendar.ics").Replace("\r\n ", "", StringComparison.Ordinal);
        return [.. calendar.Split("BEGIN:VEVENT")[1..].Select(lines => string.Join(' ', lines.Split("\r\n").Where(IsShown).Order(Comparer<string>.Create(ByName)).Select(Value)))];
    }

    private static bool IsShown(string line) => Shown.Any(name => line.StartsWith(name, StringComparison.Ordinal)) && !line.Contains("club.example", StringComparison.Ordinal);

    private static int ByName(string one, string other) => Array.FindIndex(Shown, one.StartsWith).CompareTo(Array.FindIndex(Shown, other.StartsWith));

    private static string Value(string line) => line.Split([':', ';'], 2)[1]
        .Replace("TZID=Europe/Prague:", "", StringComparison.Ordinal)
        .Replace("VALUE=DATE:", "", StringComparison.Ordinal)
        .Replace("VALUE=URI:", "", StringComparison.Ordinal);
}
