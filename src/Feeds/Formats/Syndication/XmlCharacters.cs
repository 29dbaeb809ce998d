using System.Text;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>Keeps the characters that XML 1.0 §2.2 allows and does not discourage, in JSON too, so that the formats agree.</summary>
internal static class XmlCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>Removes other characters and the replacement character, and makes every line end one LF (XML 1.0 §2.11).</summary>
    public static string Keep(string? text) => Keep(text, replacement: "");

    /// <summary>The same for HTML, with a reference to the replacement character, which W3C's validator takes for broken text.</summary>
    public static string KeepHtml(string? html) => Keep(html, "&#xFFFD;");

    /// <summary>The text that is kept; null when nothing but blanks is left.</summary>
    public static string? KeepIfAny(string? text) => Keep(text) is var kept && string.IsNullOrWhiteSpace(kept) ? null : kept;

    private static string Keep(string? text, string replacement)
    {
        if (string.IsNullOrEmpty(text) || FirstUnkept(text) is var start && start == text.Length) return text ?? "";

        var kept = new StringBuilder(text, 0, start, text.Length);
        for (var i = start; i < text.Length; i++)
        {
            if (IsKeptPair(text, i))
                kept.Append(text[i]).Append(text[++i]);
            else if (text[i] == '\r')
                kept.Append(IsFollowedByLineFeed(text, i) ? "" : "\n");
            else if (text[i] == Replacement)
                kept.Append(replacement);
            else if (IsKept(text[i]))
                kept.Append(text[i]);
        }

        return kept.ToString();
    }

    private static int FirstUnkept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsKept(text[i])) continue;

            if (!IsKeptPair(text, i)) return i;

            i++;
        }

        return text.Length;
    }

    private static bool IsKept(char character) => character switch
    {
        < ' ' => character is '\t' or '\n',
        < '\u007F' => true,
        <= '\u009F' or Replacement or (>= '\uFDD0' and <= '\uFDEF') => false,
        _ => XmlConvert.IsXmlChar(character),
    };

    // The last two code points of every plane are no characters.
    private static bool IsKeptPair(string text, int index) =>
        index + 1 < text.Length
        && char.IsSurrogatePair(text[index], text[index + 1])
        && (char.ConvertToUtf32(text[index], text[index + 1]) & 0xFFFE) != 0xFFFE;

    private static bool IsFollowedByLineFeed(string text, int index) => index + 1 < text.Length && text[index + 1] == '\n';
}
