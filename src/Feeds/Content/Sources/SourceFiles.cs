using Feeds.Content.Files;
using Feeds.Formats.Calendar.Reading;
using Feeds.Formats.Syndication.Reading;
using Feeds.Model.Sources;

namespace Feeds.Content.Sources;

/// <summary>Checks a fetched file before it replaces the last good one.</summary>
internal static class SourceFiles
{
    /// <summary>Why the bytes are not a whole calendar or feed, whichever the source is; null when they are.</summary>
    public static string? ProblemOf(SourceSettings source, byte[] bytes) => source.IsFeed ? ProblemOfFeed(bytes) : ProblemOfCalendar(bytes);

    private static string? ProblemOfFeed(byte[] bytes)
    {
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty) return "it is empty";
        try
        {
            _ = FeedFileReader.Read(bytes);
            return null;
        }
        catch (InvalidDataException exception)
        {
            var isPage = IsPage(SourceText.ReadForeign(bytes, out _).Trim());
            return isPage ? "it is a page and no feed" : $"it is no whole feed: {exception.Message}";
        }
    }

    private static string? ProblemOfCalendar(byte[] bytes)
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
