using System.Buffers;
using System.Collections.Frozen;

namespace Feeds.Content.Markdown.Html;

/// <summary>Finds HTML that is nested too deep, before a parser spends minutes and the whole stack on it.</summary>
internal static class HtmlNesting
{
    private const int MaxDepth = 200;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static readonly FrozenSet<string> Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    /// <summary>Ended by the start of another of the same name.</summary>
    private static readonly FrozenSet<string> EndedByNext =
        ["p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "rt", "rp", "a", "button", "colgroup"];

    /// <summary>Not ended by the end of an element around them.</summary>
    private static readonly FrozenSet<string> Walls = ["table", "td", "th", "caption", "template", "object", "applet", "marquee", "html"];

    /// <summary>Contain no tags but text.</summary>
    private static readonly FrozenSet<string> Raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

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
        var last = open.FindLastIndex(element => element == name || Walls.Contains(element));
        if (last >= 0 && open[last] == name) open.RemoveRange(last, open.Count - last);
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> html, string mark) =>
        html.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? html[(at + mark.Length)..] : [];
}
