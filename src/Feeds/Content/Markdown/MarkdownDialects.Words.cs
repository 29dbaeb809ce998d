using System.Buffers;
using System.Text.RegularExpressions;
using Feeds.Content.Markdown.Dialects;

namespace Feeds.Content.Markdown;

/// <content>Attributes, and marks within a line.</content>
internal sealed partial class MarkdownDialects
{
    // On a line of its own, a word names a list elsewhere.
    private static readonly Regex LineAttributes = new(
        $$"""^\{(?::[:/][^}]*|:(?:{{AttributeList.Attribute}}|[\w:/.-]+|\s)*)\}$""", TemplateTag.Linear);

    private static readonly Regex Id = new(@"[\s:]#(?<id>[\w:/.-]+)|\sid=""(?<id>[\w:/.-]+)""", TemplateTag.Linear);

    private static readonly Regex ContentsHere = new(@"^\{:\s*toc[\s}]", TemplateTag.Linear);

    // Zenn's.
    private static readonly Regex Shown = new(
        @"^\s*@\[(?<kind>[a-z]+)\]\((?:(?<address>https?://[^()\s]+)|(?<id>[\w/-]+))\)", TemplateTag.Linear);

    private static readonly SearchValues<char> Rulers = SearchValues.Create("=-*_ \r\n");

    // Those of Material for MkDocs, which only its theme can show.
    private static readonly Regex Icon = new(
        $@"^:(?:fontawesome|material|octicons|simple)-[a-z0-9-]+:(?:\{{(?:{AttributeList.Attribute}|[\s:])*\}})?", TemplateTag.Linear);

    private static readonly SearchValues<char> Stops = SearchValues.Create("`{|\\^");

    private static readonly SearchValues<char> StopsAndIcons = SearchValues.Create("`{|\\^:");

    /// <summary>The length of an attribute list that fills its lines; 0 when there is none.</summary>
    private int AttributeLines(int start)
    {
        var list = text.AsSpan(start, Math.Min(AttributeList.MaxLength, text.Length - start));
        var close = list.IndexOf('}');
        if (close < 0 || list[..close].IndexOf("\n\n", StringComparison.Ordinal) >= 0) return 0;
        var end = MarkdownCode.LineEnd(text, start + close);
        return LineAttributes.IsMatch(text.AsSpan(start, end - start).Trim()) ? end - start : 0;
    }

    private int ReadAttributes(int start, int length, int previousLine)
    {
        var list = text.AsSpan(start, length).Trim();
        var before = output.ToString(previousLine, output.Length - previousLine).AsSpan();
        // Kramdown replaces the list before this mark with the table of contents.
        if (ContentsHere.IsMatch(list) && before is ['*' or '-' or '+' or '1', ..]) output.Length = previousLine;
        // Links lead to the id of the paragraph or heading above.
        else if (Id.Match(list.ToString()) is { Success: true } id && CanHaveId(before))
        {
            while (output[^1] is '\n' or '\r' or ' ') output.Length--;
            output.Append(" {: #").Append(id.Groups["id"].Value).Append("}\n");
        }

        return start + length;
    }

    private static bool CanHaveId(ReadOnlySpan<char> line) =>
        line.EndsWith("\n", StringComparison.Ordinal)
        && line.TrimStart() is not ([] or ['|' or '<' or '`' or '~' or '{', ..])
        && line.ContainsAnyExcept(Rulers);

    /// <summary>The end of kramdown's comment that begins here; -1 when it has none.</summary>
    private int CommentEnd(int start)
    {
        if (commentEnd < start)
        {
            var end = text.IndexOf("{:/", start, StringComparison.Ordinal);
            if (end >= 0) end = text.IndexOf('}', end);
            commentEnd = end < 0 ? int.MaxValue : end;
        }

        return commentEnd == int.MaxValue ? -1 : commentEnd;
    }

    private void ReadWords(int start, int end)
    {
        isAfterMark = false;
        while (start < end)
        {
            var next = text.AsSpan(start, end - start).IndexOfAny(hasIcons ? StopsAndIcons : Stops);
            var stop = next < 0 ? end : start + next;
            output.Append(text, start, stop - start);
            start = stop;
            if (start == end) break;
            var rest = text.AsSpan(start, end - start);
            if (rest[0] == '`') stop = Math.Min(end, code.SpanEnd(start));
            else if (rest is ['\\', _, ..]) stop = start + 2;
            else if (rest[0] == ':' && Icon.Match(text, start, end - start) is { Success: true } icon)
                start = stop = BehindIcon(start + icon.Length);
            else if (rest[0] == '^' && TakeNote(start) is > 0 and var noteEnd) start = stop = Math.Min(noteEnd, end);
            else if (PrefixLength(start, rest) is > 0 and var length) start = stop = start + length;
            else if (rest.StartsWith("{::comment}") && CommentEnd(start) is >= 0 and var close && close < end) start = stop = close + 1;
            else stop = start + 1;
            output.Append(text, start, stop - start);
            start = stop;
        }

        if (end < text.Length) output.Append('\n');
    }

    // Of the blanks on both sides of it, one is left.
    private int BehindIcon(int end) =>
        end < text.Length && text[end] == ' ' && (output.Length == 0 || char.IsWhiteSpace(output[^1])) ? end + 1 : end;

    /// <summary>The end of Pandoc's footnote in the text, <c>^[…]</c>, which is written below; 0 when none begins here.</summary>
    private int TakeNote(int start)
    {
        if (start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '/' or '(' or '"' or '\'' or '[') return 0;
        var rest = text.AsSpan(start, Math.Min(MaxNote, MarkdownCode.LineEnd(text, start) - start));
        if (rest is not ['^', '[', ..]) return 0;
        var depth = 0;
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at] == '[') depth++;
            if (rest[at] != ']' || --depth > 0) continue;
            var note = rest[2..at].Trim();
            // Without a blank it may be a set of characters.
            if (!note.Contains(' ') && !note.ContainsAnyExceptInRange('\0', '\u007F')) return 0;
            footnotes.Add(note.ToString());
            output.Append("[^inline-").Append(footnotes.Count).Append(']');
            return start + at + 1;
        }

        return 0;
    }

    /// <summary>Writes the address of what Zenn shows at the beginning of a line as a link.</summary>
    private void WriteShown(Match shown, int lineEnd)
    {
        var (kind, id) = (shown.Groups["kind"].Value, shown.Groups["id"].Value);
        var address = id.Length == 0 ? shown.Groups["address"].Value : kind switch
        {
            "youtube" => $"https://www.youtube.com/watch?v={id}",
            "speakerdeck" => $"https://speakerdeck.com/player/{id}",
            _ => null,
        };
        if (address is not null) output.Append(' ', MarkdownCode.Indent(shown.ValueSpan)).Append('<').Append(address).Append('>');
        ReadWords(address is null ? shown.Index : shown.Index + shown.Length, lineEnd);
    }

    private int PrefixLength(int start, ReadOnlySpan<char> rest)
    {
        if (start == 0 || text[start - 1] is not ('(' or '<' or '"' or '\'' or '=' or ' ')) return 0;
        foreach (var prefix in Marks.LinkPrefixes)
        {
            if (!rest.StartsWith(prefix, StringComparison.Ordinal)) continue;
            if (rest[prefix.Length..] is [var next, ..] && !char.IsWhiteSpace(next)) return prefix.Length;
        }

        return 0;
    }
}
