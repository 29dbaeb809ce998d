using System.Globalization;
using System.Net;
using System.Text;

namespace Feeds.Text;

/// <summary>Text for formats without markup.</summary>
internal static class PlainText
{
    private const int MaxExcerpt = 300;
    private const int MinExcerpt = 240;

    /// <summary>The text on one line: entities decoded, runs of white space made one blank.</summary>
    public static string OneLine(string text) => Joined(WebUtility.HtmlDecode(text));

    /// <summary>The text on one line, with entities as they are.</summary>
    public static string Joined(string text) =>
        string.Join(' ', WithoutBreaks(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a character is of a script without blanks between words: Chinese, Japanese, Thai and their neighbours.</summary>
    public static bool IsUnspaced(char c) => c is
        (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u2E80' and <= '\u312F') or (>= '\u3190' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');

    // Where lines of such scripts are wrapped, no blank is meant.
    private static string WithoutBreaks(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text.AsSpan().IndexOfAnyInRange('\u0E00', '\uFFEF') < 0) return text;
        var joined = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            if (joined.Length > 0 && !(line is [var next, ..] && IsUnspaced(next) && IsUnspaced(joined[^1]))) joined.Append('\n');
            joined.Append(line);
        }

        return joined.ToString();
    }

    /// <summary>Whether a character ends a line or controls a terminal.</summary>
    public static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    /// <summary>At most 300 characters on one line, cut between words if one ends near there; null when there is no text.</summary>
    public static string? Shortened(string? text)
    {
        if (text is null) return null;
        var line = Joined(text);
        if (line.Length <= MaxExcerpt) return line.Length == 0 ? null : line;
        return string.Concat(line.AsSpan(0, Cut(line)), "…");
    }

    private static int Cut(string line)
    {
        var blank = line.LastIndexOf(' ', MaxExcerpt - 1);
        var mark = MaxExcerpt - 2;
        while (mark >= MinExcerpt && !(IsUnspaced(line[mark]) && char.IsPunctuation(line[mark]))) mark--;
        if (Math.Max(blank, mark + 1) is var cut and > MinExcerpt) return cut;
        var characters = StringInfo.ParseCombiningCharacters(line[..Math.Min(line.Length, MaxExcerpt + 50)]);
        return characters.Last(start => start < MaxExcerpt) is > 0 and var last ? last : MaxExcerpt - 1;
    }
}
