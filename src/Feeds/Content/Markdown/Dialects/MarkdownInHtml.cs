using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Separates HTML from the Markdown in it by blank lines, where the author or MDX says that there is Markdown.</summary>
internal sealed class MarkdownInHtml(string text, MarkdownDialect dialect)
{
    private const int MaxLength = 1000;

    private static readonly Regex Tag = new(
        """^<(?<closing>/?)(?<name>[A-Za-z][\w-]*)(?<attributes>(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*)\s*>""",
        TemplateTag.Linear);

    private static readonly SearchValues<char> InlineMarks = SearchValues.Create("*_`[~!");

    private static readonly Regex LastTag = new(@"</(?<name>[A-Za-z][\w-]*)>\s*$", TemplateTag.Linear);

    private static readonly Regex Mark = new("""\smarkdown(?:\s*=\s*(?:["']?(?:1|block|span)["']?))?(?<end>\s|$)""", TemplateTag.Linear);

    private static readonly FrozenSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer",
        "header", "li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ];

    private readonly MarkdownCode code = new(text, dialect) { IncludesPre = true };
    private readonly StringBuilder output = new(text.Length);

    /// <summary>The open elements with Markdown, how many of their name are open, and the columns before their content.</summary>
    private readonly Stack<(string Name, int Depth, int Indent)> open = [];

    public static string Separate(string text, MarkdownDialect dialect)
    {
        var hasTags = text.Contains('<', StringComparison.Ordinal);
        var mayHave = dialect == MarkdownDialect.Mdx || text.Contains(" markdown", StringComparison.Ordinal);
        return hasTags && mayHave ? new MarkdownInHtml(text, dialect).Read() : text;
    }

    private string Read()
    {
        for (var start = 0; start < text.Length;)
        {
            var end = MarkdownCode.LineEnd(text, start);
            start = Dedented(start, end);
            var isCode = code.TakeLine(text.AsSpan(start, end - start));
            if (isCode) output.Append(text, start, end - start);
            else ReadLine(start, end);
            if (end < text.Length) output.Append('\n');
            // HTML would go on to the next blank line.
            if (!isCode && EndsElement(start, end) && IsText(end + 1)) output.Append('\n');
            start = end + 1;
        }

        return output.ToString();
    }

    /// <summary>Whether a line ends with the tag behind an element, in MDX of one that is a block.</summary>
    private bool EndsElement(int start, int end)
    {
        if (open.Count == 0 && dialect != MarkdownDialect.Mdx) return false;
        if (LastTag.Match(text, start, end - start) is not { Success: true } tag) return false;
        return open.Count > 0 || Blocks.Contains(tag.Groups["name"].Value.ToLowerInvariant());
    }

    private bool IsText(int start) =>
        start < text.Length && text.AsSpan(start, MarkdownCode.LineEnd(text, start) - start).TrimStart() is not ([] or ['<', ..]);

    private int Dedented(int start, int end)
    {
        var columns = open.TryPeek(out var element) ? element.Indent : 0;
        while (columns > 0 && start < end && text[start] is ' ' or '\t') columns -= text[start++] == '\t' ? 4 : 1;
        return start;
    }

    private void ReadLine(int start, int end)
    {
        while (start < end)
        {
            var next = text.AsSpan(start, end - start).IndexOfAny('<', '`');
            var stop = next < 0 ? end : start + next;
            output.Append(text, start, stop - start);
            start = stop;
            if (start == end) return;
            stop = text[start] == '`' ? Math.Min(end, code.SpanEnd(start)) : start + 1;
            var tag = text[start] == '<' ? Tag.Match(text, start, Math.Min(MaxLength, end - start)) : Match.Empty;
            if (tag.Success) stop = start + tag.Length;
            if (!tag.Success || !Separated(tag, end)) output.Append(text, start, stop - start);
            start = stop;
        }
    }

    /// <summary>Writes a tag with blank lines around its content; false when its content is not Markdown.</summary>
    private bool Separated(Match tag, int lineEnd)
    {
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        var isClosing = tag.Groups["closing"].Length > 0;
        if (isClosing)
        {
            if (!open.TryPeek(out var element) || element.Name != name) return false;
            open.Pop();
            if (element.Depth > 1) open.Push(element with { Depth = element.Depth - 1 });
            if (element.Depth > 1) return false;
            EndBlock();
            output.Append("</").Append(Written(name)).Append('>');
            if (!IsBlank(tag.Index + tag.Length, lineEnd)) output.Append("\n\n");
            return true;
        }

        var attributes = tag.Groups["attributes"].Value;
        var isMarked = Mark.IsMatch(attributes);
        if (isMarked) attributes = Mark.Replace(attributes, "${end}").TrimEnd();
        if (!Blocks.Contains(name) || !(isMarked || (dialect == MarkdownDialect.Mdx && HasMarkdown(tag.Index + tag.Length, lineEnd))))
        {
            if (open.TryPeek(out var outer) && outer.Name == name) open.Push(open.Pop() with { Depth = outer.Depth + 1 });
            if (isMarked) output.Append('<').Append(tag.Groups["name"].Value).Append(attributes).Append('>');
            return isMarked;
        }

        if (!IsAtLineStart()) EndBlock();
        var content = tag.Index + tag.Length;
        open.Push((name, 1, IsBlank(content, lineEnd) ? IndentBelow(lineEnd) : 0));
        output.Append('<').Append(Written(name)).Append(attributes).Append(">\n");
        if (!IsBlank(content, lineEnd)) output.Append('\n');
        return true;
    }

    // A paragraph of HTML cannot contain those of Markdown.
    private static string Written(string name) => name is "p" ? "div" : name;

    private bool IsBlank(int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();

    private bool IsAtLineStart()
    {
        var at = output.Length;
        while (at > 0 && output[at - 1] is ' ' or '\t') at--;
        return at == 0 || output[at - 1] == '\n';
    }

    private void EndBlock()
    {
        while (output.Length > 0 && output[^1] is ' ' or '\t' or '\r' or '\n') output.Length--;
        output.Append("\n\n");
    }

    private int IndentBelow(int lineEnd)
    {
        while (lineEnd < text.Length)
        {
            var end = MarkdownCode.LineEnd(text, lineEnd + 1);
            var line = text.AsSpan(lineEnd + 1, end - lineEnd - 1);
            if (!line.IsWhiteSpace()) return MarkdownCode.Indent(line);
            lineEnd = end;
        }

        return 0;
    }

    /// <summary>Whether the content of an element in MDX has marks of Markdown, or is in lines of its own.</summary>
    private bool HasMarkdown(int start, int lineEnd)
    {
        var rest = text.AsSpan(start, Math.Min(MaxLength, lineEnd - start));
        if (!rest.IsWhiteSpace()) return rest.ContainsAny(InlineMarks);
        var below = text.AsSpan(Math.Min(lineEnd + 1, text.Length)).TrimStart();
        return below is not ([] or ['<', ..]);
    }
}
