using Feeds.Content.Files;
using Feeds.Formats.Calendar.Reading;

namespace Feeds.Content.Sources;

/// <summary>Checks a fetched file before it replaces the last good one.</summary>
internal static class SourceFiles
{
    /// <summary>Why the bytes are not a whole calendar; null when they are.</summary>
    public static string? ProblemOf(byte[] bytes)
    {
        var text = SourceText.ReadForeign(bytes, out _).Trim();
        if (text.Length == 0) return "it is empty";
        if (IsPage(text)) return "it is a page and no calendar";
        // Some servers put a warning before it.
        if (!text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return "it is no calendar";
        return CalendarFile.Read(text, (_, _) => { }).IsWhole ? null : "it ends too early";
    }

    private static bool IsPage(string text) =>
        text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
}
