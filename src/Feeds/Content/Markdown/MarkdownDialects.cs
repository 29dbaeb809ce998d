using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Feeds.Content.Markdown;

/// <summary>Removes the marks of single dialects of Markdown: attributes, notes, lists of contents and prefixes of links.</summary>
internal sealed partial class MarkdownDialects(string text, MarkdownDialect dialect)
{
    private const int MaxDepth = 12;
    private const int MaxNote = 1000;

    // CSDN adds a title in parentheses.
    private static readonly Regex Contents = new(
        @"^(?:@?\[toc\](?:\([^()]*\))?|\[\[_?toc_?\]\]|\$\{toc\})$", TemplateTag.Linear | RegexOptions.IgnoreCase);

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
        else if (words is ['@', '[', ..] && Shown.Match(text, start, end - start) is { Success: true } shown) WriteShown(shown, end);
        else ReadWords(start, end);
        return end;
    }

    /// <summary>Whether a line asks for the table of contents, and is no link that is defined elsewhere.</summary>
    private bool IsContents(ReadOnlySpan<char> words) =>
        Contents.IsMatch(words) && !(definesContents ??= text.Contains("\n[toc]:", StringComparison.OrdinalIgnoreCase));

    private void AppendLine(int start, int end)
    {
        output.Append(text, start, Math.Min(end + 1, text.Length) - start);
        isAfterMark = false;
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

    // Apart, so that the patterns take memory only in a site that needs them.
    private static class Marks
    {
        // Pelican's.
        public static readonly string[] LinkPrefixes = ["{filename}", "{static}", "{attach}", "|filename|", "|static|", "|attach|"];

        private static readonly string[] IconNames = [":fontawesome-", ":material-", ":octicons-", ":simple-"];

        public static readonly SearchValues<string> All = SearchValues.Create(
            [
                .. LinkPrefixes, "{:", ":::", "!!!", "???", "=== \"", "===! \"", "===+ \"", "[toc]", "@[", "[[toc", "[[_toc", "${toc}",
                "/// ", "^[", .. IconNames, .. TableLines.Marks,
            ],
            StringComparison.OrdinalIgnoreCase);

        public static readonly SearchValues<string> Icons = SearchValues.Create(IconNames, StringComparison.Ordinal);
    }
}
