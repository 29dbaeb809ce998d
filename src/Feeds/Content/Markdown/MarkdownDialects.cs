using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Feeds.Content.Markdown.Dialects;

namespace Feeds.Content.Markdown;

/// <summary>Removes the marks of single dialects of Markdown: attributes, notes, lists of contents and prefixes of links.</summary>
internal sealed class MarkdownDialects(string text, MarkdownDialect dialect)
{
    private const int MaxDepth = 12;

    // On a line of its own, a word names a list elsewhere.
    private static readonly Regex LineAttributes = new(
        $$"""^\{(?::[:/][^}]*|:(?:{{AttributeList.Attribute}}|[\w:/.-]+|\s)*)\}$""", TemplateTag.Linear);

    private static readonly Regex Id = new(@"[\s:]#(?<id>[\w:/.-]+)|\sid=""(?<id>[\w:/.-]+)""", TemplateTag.Linear);

    private static readonly Regex Tab = new(@"^===[!+]?\s+""(?<title>[^""]*)""$", TemplateTag.Linear);

    // CSDN adds a title in parentheses.
    private static readonly Regex Contents = new(
        @"^(?:@?\[toc\](?:\([^()]*\))?|\[\[_?toc_?\]\]|\$\{toc\})$", TemplateTag.Linear | RegexOptions.IgnoreCase);

    private static readonly FrozenSet<string> NoteTypes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "note", "tip", "info", "warning", "danger", "caution", "important", "attention", "hint", "example", "question", "success",
        "failure", "bug", "abstract", "quote", "seealso", "todo", "details", "summary", "error");

    private static readonly SearchValues<char> Rulers = SearchValues.Create("=-*_ \r\n");

    private static readonly SearchValues<char> Stops = SearchValues.Create("`{|\\");

    private readonly MarkdownCode code = new(text, dialect) { IncludesPre = true };
    private readonly StringBuilder output = new(text.Length);
    private readonly Stack<bool> containers = [];
    private readonly Stack<int> notes = [];
    private bool isAfterMark;
    private bool? definesContents;
    private int lastLine;

    public static string Remove(string text, MarkdownDialect dialect) =>
        text.AsSpan().ContainsAny(Marks.All) ? new MarkdownDialects(text, dialect).Read() : text;

    private string Read()
    {
        for (var start = 0; start < text.Length;)
            start = ReadLine(start, MarkdownCode.LineEnd(text, start)) + 1;
        EndNotes(column: -1);
        while (containers.TryPop(out var isQuote)) EndContainer(isQuote);
        return output.ToString();
    }

    /// <summary>The end of the last line that was read.</summary>
    private int ReadLine(int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        var column = MarkdownCode.Indent(line);
        if (!line.IsWhiteSpace()) EndNotes(column);
        start = Dedented(start, end);
        line = text.AsSpan(start, end - start);
        var words = line.Trim();
        var previousLine = lastLine;
        lastLine = output.Length;
        if (code.TakeLine(line) || (words.IsEmpty && !isAfterMark)) AppendLine(start, end);
        // A mark that became HTML is followed by a blank line already.
        else if (words.IsEmpty) return end;
        else if (NoteTitle(words) is { } title && notes.Count < MaxDepth && HasBody(end, column + 4))
        {
            notes.Push(column + 4);
            BeginQuote(title);
        }
        else if (words is [':', ':', ':', ..]) ReadContainer(words.Trim(": "));
        else if (words is ['{', ':', ..] && AttributeLines(start) is > 0 and var length) return ReadAttributes(start, length, previousLine);
        else if (words is ['[' or '@' or '$', ..] && IsContents(words)) lastLine = previousLine;
        else ReadWords(start, end);
        return end;
    }

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
        if (list is "{:toc}" or "{: toc}" && before is ['*' or '-' or '+' or '1', ..]) output.Length = previousLine;
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

    /// <summary>Whether a line asks for the table of contents, and is no link that is defined elsewhere.</summary>
    private bool IsContents(ReadOnlySpan<char> words) =>
        Contents.IsMatch(words) && !(definesContents ??= text.Contains("\n[toc]:", StringComparison.OrdinalIgnoreCase));

    private void AppendLine(int start, int end)
    {
        output.Append(text, start, Math.Min(end + 1, text.Length) - start);
        isAfterMark = false;
    }

    private void EndNotes(int column)
    {
        while (notes.TryPeek(out var bodyColumn) && column < bodyColumn)
        {
            notes.Pop();
            EndContainer(isQuote: true);
        }
    }

    private int Dedented(int start, int end)
    {
        for (var columns = 0; start < end && columns < 4 * notes.Count && text[start] is ' ' or '\t'; start++)
            columns += text[start] == '\t' ? 4 : 1;
        return start;
    }

    /// <summary>Whether the next line, or the one after a blank line, is indented that far.</summary>
    private bool HasBody(int end, int column)
    {
        for (var lines = 0; lines < 2 && end + 1 < text.Length; lines++)
        {
            var start = end + 1;
            end = MarkdownCode.LineEnd(text, start);
            var line = text.AsSpan(start, end - start);
            if (!line.IsWhiteSpace()) return MarkdownCode.Indent(line) >= column;
        }

        return false;
    }

    /// <summary>The title of the note or tab that begins here, empty for none; null when neither begins.</summary>
    private static string? NoteTitle(ReadOnlySpan<char> words)
    {
        if (words is ['=', '=', '=', ..]) return Tab.Match(words.ToString()) is { Success: true } tab ? tab.Groups["title"].Value : null;
        if (words is not (['!', '!', '!', ..] or ['?', '?', '?', ..])) return null;
        words = words[3..].TrimStart("+ ");
        if (words.IsEmpty || !char.IsAsciiLetter(words[0])) return null;
        var quote = words.IndexOf('"');
        return quote < 0 ? Capitalized(FirstWord(words)) : words[(quote + 1)..].TrimEnd("\" ").ToString();
    }

    private void ReadContainer(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty)
        {
            if (containers.TryPop(out var isQuote)) EndContainer(isQuote);
            return;
        }

        var isPandoc = words[0] == '{';
        var name = isPandoc ? words.TrimStart("{. ") : words;
        if (name.StartsWith("callout-", StringComparison.Ordinal)) name = name[8..];
        var type = FirstWord(name);
        var title = isPandoc ? AttributeTitle(words) : ContainerTitle(words[type.Length..].Trim());
        if (title.Length == 0 && NoteTypes.Contains(type.ToString())) title = Capitalized(type);
        var quotes = title.Length > 0 && containers.Count < MaxDepth;
        containers.Push(quotes);
        if (quotes) BeginQuote(title);
    }

    private static string ContainerTitle(ReadOnlySpan<char> words) => words switch
    {
        ['[', .. var title, ']'] => title.ToString(),
        ['{', ..] => AttributeTitle(words),
        _ => words.ToString(),
    };

    private static string AttributeTitle(ReadOnlySpan<char> words)
    {
        var start = words.IndexOf("title=\"", StringComparison.Ordinal);
        if (start < 0) return "";
        var title = words[(start + 7)..];
        return title[..(title.IndexOf('"') is >= 0 and var length ? length : title.Length)].ToString();
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> words)
    {
        var length = 0;
        while (length < words.Length && (char.IsAsciiLetterOrDigit(words[length]) || words[length] is '-' or '_')) length++;
        return words[..length];
    }

    private static string Capitalized(ReadOnlySpan<char> type) => type.IsEmpty ? "" : $"{char.ToUpperInvariant(type[0])}{type[1..]}";

    private void BeginQuote(string title)
    {
        BeginMark();
        output.Append("<blockquote>\n\n");
        if (title.Length > 0) output.Append("**").Append(title).Append("**\n\n");
    }

    private void EndContainer(bool isQuote)
    {
        code.LeaveFence();
        if (!isQuote) return;
        BeginMark();
        output.Append("</blockquote>\n\n");
    }

    private void BeginMark()
    {
        if (output.Length > 0 && output[^1] != '\n') output.Append('\n');
        if (output.Length > 1 && output[^2] != '\n') output.Append('\n');
        isAfterMark = true;
    }

    private void ReadWords(int start, int end)
    {
        isAfterMark = false;
        while (start < end)
        {
            var next = text.AsSpan(start, end - start).IndexOfAny(Stops);
            var stop = next < 0 ? end : start + next;
            output.Append(text, start, stop - start);
            start = stop;
            if (start == end) break;
            var rest = text.AsSpan(start, end - start);
            if (rest[0] == '`') stop = Math.Min(end, code.SpanEnd(start));
            else if (rest is ['\\', _, ..]) stop = start + 2;
            else if (PrefixLength(start, rest) is > 0 and var length) start = stop = start + length;
            else stop = start + 1;
            output.Append(text, start, stop - start);
            start = stop;
        }

        if (end < text.Length) output.Append('\n');
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

    // Apart, so that the patterns take memory only in a site that needs them.
    private static class Marks
    {
        // Pelican's.
        public static readonly string[] LinkPrefixes = ["{filename}", "{static}", "{attach}", "|filename|", "|static|", "|attach|"];

        public static readonly SearchValues<string> All = SearchValues.Create(
            [.. LinkPrefixes, "{:", ":::", "!!!", "???", "=== \"", "===! \"", "===+ \"", "[toc]", "[[toc", "[[_toc", "${toc}"],
            StringComparison.OrdinalIgnoreCase);
    }
}
