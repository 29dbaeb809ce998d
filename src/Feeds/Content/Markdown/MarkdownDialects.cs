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
    private const int MaxNote = 1000;

    // On a line of its own, a word names a list elsewhere.
    private static readonly Regex LineAttributes = new(
        $$"""^\{(?::[:/][^}]*|:(?:{{AttributeList.Attribute}}|[\w:/.-]+|\s)*)\}$""", TemplateTag.Linear);

    private static readonly Regex Id = new(@"[\s:]#(?<id>[\w:/.-]+)|\sid=""(?<id>[\w:/.-]+)""", TemplateTag.Linear);

    private static readonly Regex Tab = new(@"^===[!+]?\s+""(?<title>[^""]*)""$", TemplateTag.Linear);

    // CSDN adds a title in parentheses.
    private static readonly Regex Contents = new(
        @"^(?:@?\[toc\](?:\([^()]*\))?|\[\[_?toc_?\]\]|\$\{toc\})$", TemplateTag.Linear | RegexOptions.IgnoreCase);

    private static readonly Regex ContentsHere = new(@"^\{:\s*toc[\s}]", TemplateTag.Linear);

    private static readonly FrozenSet<string> NoteTypes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "note", "tip", "info", "warning", "danger", "caution", "important", "attention", "hint", "example", "question", "success",
        "failure", "bug", "abstract", "quote", "seealso", "todo", "details", "summary", "error");

    private static readonly Regex Heading = new(@"^#{1,6}\s+(?<title>[^\n]*?)(?:\s+\{[^{}\n]*\})?\s*$", TemplateTag.Linear);

    private static readonly Regex Block = new(@"^///+\s*(?<name>[a-z][a-z-]*)\s*(?:\|\s*(?<title>.*))?$", TemplateTag.Linear);

    private static readonly SearchValues<char> Rulers = SearchValues.Create("=-*_ \r\n");

    // Those of Material for MkDocs, which only its theme can show.
    private static readonly Regex Icon = new(
        $@"^:(?:fontawesome|material|octicons|simple)-[a-z0-9-]+:(?:\{{(?:{AttributeList.Attribute}|[\s:])*\}})?", TemplateTag.Linear);

    private static readonly SearchValues<char> Stops = SearchValues.Create("`{|\\^");

    private static readonly SearchValues<char> StopsAndIcons = SearchValues.Create("`{|\\^:");

    private readonly MarkdownCode code = new(text, dialect) { IncludesPre = true };
    private readonly StringBuilder output = new(text.Length);
    private readonly Stack<(bool IsQuote, int Indent)> containers = [];
    private readonly Stack<int> notes = [];
    private readonly TableLines table = new();
    private readonly bool hasIcons = text.AsSpan().ContainsAny(Marks.Icons);
    private readonly List<string> footnotes = [];
    private bool isAfterMark;
    private bool isInOptions;
    private bool? definesContents;
    private int lastLine;
    private int titleLine = -1;
    private int commentEnd = -1;

    public static string Remove(string text, MarkdownDialect dialect) =>
        text.AsSpan().ContainsAny(Marks.All) ? new MarkdownDialects(text, dialect).Read() : text;

    /// <summary>Whether notes of this type are known by their name alone.</summary>
    public static bool IsNote(string type) => NoteTypes.Contains(type);

    private string Read()
    {
        for (var start = 0; start < text.Length;)
            start = ReadLine(start, MarkdownCode.LineEnd(text, start)) + 1;
        if (footnotes.Count > 0 && code.EndOfFence is { Length: > 0 } fence) output.Append('\n').Append(fence);
        EndNotes(column: -1);
        while (containers.TryPop(out var container)) EndContainer(container.IsQuote, container.Indent);
        foreach (var (index, note) in footnotes.Index()) output.Append("\n\n[^inline-").Append(index + 1).Append("]: ").Append(note);
        return output.ToString();
    }

    /// <summary>The end of the last line that was read.</summary>
    private int ReadLine(int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        var column = MarkdownCode.Indent(line);
        if (start == titleLine) return end;
        if (!line.IsWhiteSpace()) EndNotes(column);
        start = Dedented(start, end);
        line = text.AsSpan(start, end - start);
        var words = line.Trim();
        var previousLine = lastLine;
        lastLine = output.Length;
        column -= 4 * notes.Count;
        isInOptions = isInOptions && !words.IsEmpty && column >= 4;
        if (isInOptions) return end;
        var isCode = code.TakeLine(line);
        var isCaption = table.Take(isCode ? [] : words) && EndTable(words);
        if (isCode || (words.IsEmpty && !isAfterMark)) AppendLine(start, end);
        // A mark that became HTML is followed by a blank line already.
        else if (words.IsEmpty) return end;
        else if (isCaption) WriteCaption(words);
        else if (NoteTitle(words) is { } title && notes.Count < MaxDepth && HasBody(end, column + 4 + (4 * notes.Count)))
        {
            notes.Push(column + 4 + (4 * notes.Count));
            BeginQuote(title, column);
        }
        else if (words is [':', ':', ':', ..]) ReadContainer(words.Trim(": "), column, end);
        else if (words is ['/', '/', '/', ..] && BlockTitle(words, end) is { } block) ReadBlock(block, column);
        else if (words.StartsWith("{::comment}") && CommentEnd(start) is >= 0 and var close) return MarkdownCode.LineEnd(text, close);
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
            EndContainer(isQuote: true, bodyColumn - 4 - (4 * notes.Count));
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

    private void ReadContainer(ReadOnlySpan<char> words, int indent, int lineEnd)
    {
        if (words.IsEmpty)
        {
            EndContainer();
            return;
        }

        var isPandoc = words[0] == '{';
        var name = isPandoc ? words.TrimStart("{. ") : words;
        var isCallout = name.StartsWith("callout-", StringComparison.Ordinal);
        if (isCallout) name = name[8..];
        var type = FirstWord(name);
        var title = isPandoc ? AttributeTitle(words) : ContainerTitle(words[type.Length..].Trim());
        if (title.Length == 0 && isCallout) title = TakeHeading(lineEnd);
        if (title.Length == 0 && NoteTypes.Contains(type.ToString())) title = Capitalized(type);
        BeginContainer(title, indent);
    }

    private void BeginContainer(string title, int indent)
    {
        var isQuote = title.Length > 0 && containers.Count < MaxDepth;
        containers.Push((isQuote, indent));
        if (isQuote) BeginQuote(title, indent);
        else BeginMark();
    }

    private void EndContainer()
    {
        if (containers.TryPop(out var container)) EndContainer(container.IsQuote, container.Indent);
    }

    /// <summary>The words of the heading that Quarto makes the title of a callout; empty when none follows.</summary>
    private string TakeHeading(int lineEnd)
    {
        var start = lineEnd + 1;
        while (start < text.Length && text[start] is '\n' or ' ') start++;
        if (start >= text.Length || Heading.Match(text[start..MarkdownCode.LineEnd(text, start)]) is not { Success: true } heading) return "";
        titleLine = text.LastIndexOf('\n', start) + 1;
        return heading.Groups["title"].Value;
    }

    /// <summary>The title of the block of PyMdown that begins or ends here, empty for none; null when it is neither.</summary>
    private string? BlockTitle(ReadOnlySpan<char> words, int lineEnd)
    {
        if (words.IndexOfAnyExcept('/') < 0) return containers.Count > 0 ? "" : null;
        if (Block.Match(words.ToString()) is not { Success: true } block) return null;
        if (text.IndexOf("\n///", lineEnd, StringComparison.Ordinal) < 0 && text.IndexOf(" ///\n", lineEnd, StringComparison.Ordinal) < 0) return null;
        var (name, title) = (block.Groups["name"].Value, block.Groups["title"].Value);
        if (name is "html") return " ";
        if (title.Length > 0) return title;
        return NoteTypes.Contains(name) ? Capitalized(name) : " ";
    }

    private void ReadBlock(string title, int indent)
    {
        if (title.Length == 0) EndContainer();
        else BeginContainer(title.Trim(), indent);
        isInOptions = title.Length > 0;
    }

    /// <summary>The end of kramdown's comment that begins here; -1 when it has none.</summary>
    private int CommentEnd(int start)
    {
        if (commentEnd < start) commentEnd = text.IndexOf("{:/", start, StringComparison.Ordinal) is >= 0 and var end ? text.IndexOf('}', end) : -1;
        if (commentEnd < 0) commentEnd = int.MaxValue;
        return commentEnd == int.MaxValue ? -1 : commentEnd;
    }

    /// <summary>Whether a line is the caption of the table before it; any other line is separated from that by a blank line.</summary>
    private bool EndTable(ReadOnlySpan<char> words)
    {
        if (output.Length > 1 && output[^1] == '\n' && output[^2] != '\n') output.Append('\n');
        return words is [':', ' ', ..];
    }

    private void WriteCaption(ReadOnlySpan<char> words)
    {
        // With a colon as in kramdown, attributes belong to the whole paragraph.
        var caption = words[2..].Trim();
        var list = caption is [.., '}'] ? caption.LastIndexOf('{') : -1;
        if (list >= 0) output.Append(caption[..list]).Append("{:").Append(caption[(list + 1)..]).Append('\n');
        else output.Append(caption).Append('\n');
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

    public static string Capitalized(ReadOnlySpan<char> type) => type.IsEmpty ? "" : $"{char.ToUpperInvariant(type[0])}{type[1..]}";

    /// <param name="indent">The columns before the mark, by which it belongs to the item of a list.</param>
    private void BeginQuote(string title, int indent)
    {
        BeginMark();
        output.Append(' ', indent).Append("<blockquote>\n\n");
        if (title.Length > 0) output.Append(' ', indent).Append("**").Append(title).Append("**\n\n");
    }

    private void EndContainer(bool isQuote, int indent)
    {
        code.LeaveFence();
        BeginMark();
        if (isQuote) output.Append(' ', indent).Append("</blockquote>\n\n");
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
            var next = text.AsSpan(start, end - start).IndexOfAny(hasIcons ? StopsAndIcons : Stops);
            var stop = next < 0 ? end : start + next;
            output.Append(text, start, stop - start);
            start = stop;
            if (start == end) break;
            var rest = text.AsSpan(start, end - start);
            if (rest[0] == '`') stop = Math.Min(end, code.SpanEnd(start));
            else if (rest is ['\\', _, ..]) stop = start + 2;
            else if (rest[0] == ':' && Icon.Match(text, start, end - start) is { Success: true } icon) start = stop = start + icon.Length;
            else if (rest[0] == '^' && TakeNote(start) is > 0 and var noteEnd) start = stop = Math.Min(noteEnd, end);
            else if (PrefixLength(start, rest) is > 0 and var length) start = stop = start + length;
            else if (rest.StartsWith("{::comment}") && CommentEnd(start) is >= 0 and var close && close < end) start = stop = close + 1;
            else stop = start + 1;
            output.Append(text, start, stop - start);
            start = stop;
        }

        if (end < text.Length) output.Append('\n');
    }

    /// <summary>The end of Pandoc's footnote in the text that begins here, <c>^[…]</c>, which is written below; 0 when none does.</summary>
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

        private static readonly string[] IconNames = [":fontawesome-", ":material-", ":octicons-", ":simple-"];

        public static readonly SearchValues<string> All = SearchValues.Create(
            [.. LinkPrefixes, "{:", ":::", "!!!", "???", "=== \"", "===! \"", "===+ \"", "[toc]", "[[toc", "[[_toc", "${toc}", "/// ", "^[", .. IconNames, .. TableLines.Marks],
            StringComparison.OrdinalIgnoreCase);

        public static readonly SearchValues<string> Icons = SearchValues.Create(IconNames, StringComparison.Ordinal);
    }
}
