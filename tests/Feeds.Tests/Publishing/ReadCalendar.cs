using System.Text;
using Feeds.Publishing;

namespace Feeds.Tests.Publishing;

/// <summary>Calendars of a publication, as lines.</summary>
internal static class ReadCalendar
{
    /// <summary>The content lines of the calendar at a path, unfolded.</summary>
    public static string[] Lines(this Publication publication, string path) =>
        Encoding.UTF8.GetString(publication.Find(path)!.Identity.Span).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];

    /// <summary>The values of a property in the calendar at a path, joined by blanks.</summary>
    public static string Values(this Publication publication, string path, string property) =>
        string.Join(' ', publication.Lines(path).Where(line => line.StartsWith(property + ":", StringComparison.Ordinal)).Select(line => line[(property.Length + 1)..]));
}
