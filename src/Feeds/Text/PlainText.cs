using System.Net;

namespace Feeds.Text;

/// <summary>Text for formats without markup.</summary>
internal static class PlainText
{
    private const int MaxExcerpt = 300;

    /// <summary>The text on one line: entities decoded, runs of white space made one blank.</summary>
    public static string OneLine(string text) => Joined(WebUtility.HtmlDecode(text));

    /// <summary>The text on one line, with entities as they are.</summary>
    public static string Joined(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a character ends a line or controls a terminal.</summary>
    public static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    /// <summary>At most 300 characters on one line, cut between words; null when there is no text.</summary>
    public static string? Shortened(string? text)
    {
        if (text is null) return null;
        var line = Joined(text);
        if (line.Length <= MaxExcerpt) return line.Length == 0 ? null : line;
        var cut = line.LastIndexOf(' ', MaxExcerpt - 1);
        if (cut <= 0) cut = char.IsHighSurrogate(line[MaxExcerpt - 2]) ? MaxExcerpt - 2 : MaxExcerpt - 1;
        return string.Concat(line.AsSpan(0, cut), "…");
    }
}
