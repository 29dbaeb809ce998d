using System.Text;
using Feeds.Formats.Calendar.Reading;
using Feeds.Model.Sources;

namespace Feeds.Content.Sources;

/// <summary>Checks a fetched file before it replaces the last good one.</summary>
internal static class SourceFiles
{
    /// <summary>Why the bytes are not a whole file of the source; null when they are.</summary>
    public static string? ProblemOf(SourceSettings source, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).Trim('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0) return "it is empty";
        if (IsHtml(text)) return "it is a page and no " + (source.IsFeed ? "feed" : "calendar");
        if (source.IsFeed) return FeedProblemOf(text);
        if (!text.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return "it is no calendar";
        return CalendarFile.Read(text.ReplaceLineEndings("\n"), (_, _) => { }).IsWhole ? null : "it ends too early";
    }

    private static bool IsHtml(string text) =>
        text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    private static string? FeedProblemOf(string text)
    {
        string[] roots = ["rss", "feed", "rdf:RDF", "atom:feed"];
        if (roots.FirstOrDefault(root => text.Contains($"<{root}", StringComparison.Ordinal)) is not { } root) return "it is no feed";
        return text.EndsWith('>') && text.Contains($"</{root}", StringComparison.Ordinal) ? null : "it ends too early";
    }
}
