using System.Buffers;
using System.Collections.Frozen;

namespace Feeds.Content.Markdown;

/// <summary>Tells HTML that is nested deeper than any text is, before a parser spends minutes and the whole stack on it.</summary>
internal static class HtmlNesting
{
    private const int MaxDepth = 200;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static readonly FrozenSet<string> Void = Names(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    /// <summary>Those that a second one of the same name ends.</summary>
    private static readonly FrozenSet<string> EndedByNext = Names(
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "rt", "rp", "a", "button", "colgroup");

    /// <summary>Those that the end of an element around them does not end.</summary>
    private static readonly FrozenSet<string> Walls = Names(
        "table", "td", "th", "caption", "template", "object", "applet", "marquee", "html");

    /// <summary>Those in which a tag is text.</summary>
    private static readonly FrozenSet<string> Raw = Names("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    public static bool IsVoid(string name) => Void.Contains(name);

    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var open = new List<string>();
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            if (html.StartsWith("!--"))
            {
                html = After(html, "-->");
                continue;
            }

            var isClosing = html is ['/', ..];
            if (isClosing) html = html[1..];
            if (html is [] || !char.IsAsciiLetter(html[0])) continue;
            var length = html.IndexOfAnyExcept(NameCharacters);
            var name = (length < 0 ? html : html[..length]).ToString().ToLowerInvariant();
            if (Void.Contains(name)) continue;
            if (isClosing) Close(open, name);
            else if (Raw.Contains(name)) html = After(html, $"</{name}");
            else Open(open, name);
            if (open.Count > MaxDepth) return true;
        }

        return false;
    }

    private static void Open(List<string> open, string name)
    {
        if (open is [.., "p"] && name is not ("a" or "b" or "i" or "em" or "strong" or "span" or "code")) open.RemoveAt(open.Count - 1);
        if (open.Count > 0 && open[^1] == name && EndedByNext.Contains(name)) return;
        open.Add(name);
    }

    private static void Close(List<string> open, string name)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i] == name)
            {
                open.RemoveRange(i, open.Count - i);
                return;
            }

            if (Walls.Contains(open[i])) return;
        }
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> html, string mark) =>
        html.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? html[(at + mark.Length)..] : [];

    private static FrozenSet<string> Names(params ReadOnlySpan<string> names) => FrozenSet.Create(StringComparer.Ordinal, names);
}
