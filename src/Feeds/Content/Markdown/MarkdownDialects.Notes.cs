using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Feeds.Content.Markdown;

/// <content>Notes, tabs and other blocks between marks, which become quotes with a title.</content>
internal sealed partial class MarkdownDialects
{
    private static readonly Regex Tab = new(@"^===[!+]?\s+""(?<title>[^""]*)""$", TemplateTag.Linear);

    private static readonly FrozenSet<string> NoteTypes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "note", "tip", "info", "warning", "danger", "caution", "important", "attention", "hint", "example", "question", "success",
        "failure", "bug", "abstract", "quote", "seealso", "todo", "details", "summary", "error");

    private static readonly Regex Heading = new(@"^#{1,6}\s+(?<title>[^\n]*?)(?:\s+\{[^{}\n]*\})?\s*$", TemplateTag.Linear);

    private static readonly Regex Block = new(@"^///+\s*(?<name>[a-z][a-z-]*)\s*(?:\|\s*(?<title>.*))?$", TemplateTag.Linear);

    /// <summary>Whether notes of this type are known by their name alone.</summary>
    public static bool IsNote(string type) => NoteTypes.Contains(type);

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
        // Zenn and Qiita have a style there.
        if (title is "info" or "warn" or "alert") title = "";
        if (title.Length == 0 && isCallout) title = TakeHeading(lineEnd);
        if (title.Length == 0 && NoteTypes.Contains(type.ToString())) title = Capitalized(type);
        BeginContainer(title, indent, isMessage: type is "message");
    }

    private void BeginContainer(string title, int indent, bool isMessage = false)
    {
        var isQuote = (title.Length > 0 || isMessage) && containers.Count < MaxDepth;
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
        if (start >= text.Length) return "";
        if (Heading.Match(text[start..MarkdownCode.LineEnd(text, start)]) is not { Success: true } heading) return "";
        titleLine = text.LastIndexOf('\n', start) + 1;
        return heading.Groups["title"].Value;
    }

    /// <summary>The title of the block of PyMdown that begins or ends here, empty for none; null when it is neither.</summary>
    private string? BlockTitle(ReadOnlySpan<char> words, int lineEnd)
    {
        if (words.IndexOfAnyExcept('/') < 0) return containers.Count > 0 ? "" : null;
        if (Block.Match(words.ToString()) is not { Success: true } block) return null;
        var rest = text.AsSpan(lineEnd);
        if (!rest.Contains("\n///", StringComparison.Ordinal) && !rest.Contains(" ///\n", StringComparison.Ordinal)) return null;
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
}
