using System.Text;
using System.Text.RegularExpressions;

namespace Feeds.Formats.Syndication;

/// <summary>Plain text where clients expect HTML, or look for it.</summary>
internal static partial class HtmlText
{
    /// <summary>Escapes what HTML would take for a tag or a reference, and no more: some clients show the element as it stands.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&')) return text;

        var html = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<')
                html.Append("&lt;");
            else if (text[i] == '&' && StartsReference(text, i))
                html.Append("&amp;");
            else
                html.Append(text[i]);
        }

        return html.ToString();
    }

    /// <summary>Escapes every mark of HTML, for clients that know the element to be HTML.</summary>
    public static string EscapeAll(string text) =>
        new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    /// <summary>Whether the text holds an end tag, by which clients and the W3C's validator tell HTML from plain text.</summary>
    public static bool HasEndTag(string text) => text.Contains("</", StringComparison.Ordinal) && EndTag().IsMatch(text);

    /// <summary>Whether the character could be taken for the start of a tag or of a reference.</summary>
    public static bool StartsMarkup(string text, int index) => text[index] switch
    {
        '<' => index + 1 < text.Length && (text[index + 1] == '/' || char.IsAsciiLetter(text[index + 1])),
        '&' => index + 1 < text.Length && (text[index + 1] is '#' or '_' || char.IsLetterOrDigit(text[index + 1])),
        _ => false,
    };

    // HTML §13.2.5.72: only before a blank and at the end does an ampersand stand for itself without an error.
    private static bool StartsReference(string text, int index) => index + 1 < text.Length && !char.IsWhiteSpace(text[index + 1]);

    [GeneratedRegex(@"</\w+>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndTag();
}
