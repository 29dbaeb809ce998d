using System.Buffers;
using System.Text;
using Feeds.Content.Markdown.Dialects;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>Replaces the tags of site generators in Markdown, and removes those that only a generator understands.</summary>
internal sealed partial class ShortcodeExpander(string text, string path, MarkdownDialect dialect)
{
    private const int MaxShown = 7;
    private const int MaxShownLength = 40;
    private const int MaxFigureIndent = 12;

    private static readonly SearchValues<char> Stops = SearchValues.Create("\n`{<\\$");

    private readonly StringBuilder output = new(text.Length);
    private readonly MarkdownCode code = new(text, dialect);
    private readonly int lastCommentEnd = text.LastIndexOf("-->", StringComparison.Ordinal);
    private readonly List<TemplateTag> removed = [];
    private int firstRemoved;
    private int position;
    private int lineStart;
    private int lineIndent;
    private int cutIndent;
    private string? raw;
    private bool isInCode;
    private bool isInHtml;
    private bool beganInHtml;
    private bool isAfterBlank = true;
    private bool hasTag;
    private bool hasText;
    private bool? hasTabs;

    /// <param name="firstLine">The line of the file on which the text begins.</param>
    public static string Expand(string markdown, int firstLine, string path, DiagnosticBag report)
    {
        var dialect = MarkdownCode.DialectOf(path);
        if (dialect != MarkdownDialect.Mdx && IsMdx(markdown)) dialect = MarkdownDialect.Mdx;
        if (dialect == MarkdownDialect.Mdx || markdown.AsSpan().ContainsAny(Marks.OfTags) || MayHoldComponents(markdown))
        {
            var expander = new ShortcodeExpander(markdown, path, dialect);
            var expanded = expander.Read();
            expander.ReportRemoved(firstLine, report);
            markdown = expanded;
        }

        return MarkdownDialects.Remove(MarkdownInHtml.Separate(markdown, dialect), dialect);
    }

    private void ReportRemoved(int firstLine, DiagnosticBag report)
    {
        if (removed is not [var first, .. var others]) return;
        var names = others.Take(MaxShown).Select(tag => Short(tag.Name));
        if (others.Count > MaxShown) names = names.Append("…");
        var also = others.Count == 0 ? "" : $" (also: {string.Join(", ", names)})";
        report.Warning(
            firstLine + text.AsSpan(0, firstRemoved).Count('\n'),
            $"'{Short(first.Shown)}' means something only to your site generator and was left out{also}");
    }

    private static string Short(string words)
    {
        words = PlainText.OneLine(words);
        return words.Length <= MaxShownLength ? words : string.Concat(words.AsSpan(0, MaxShownLength - 1), "…");
    }

    private string Read()
    {
        while (position < text.Length) ReadLine();
        return output.ToString();
    }

    private void ReadLine()
    {
        var end = MarkdownCode.LineEnd(text, position);
        var line = text.AsSpan(position, end - position);
        var wasInCode = isInCode;
        isInCode = code.TakeLine(line);
        (lineStart, lineIndent, hasTag, hasText) = (output.Length, MarkdownCode.Indent(line), false, false);
        if (dialect == MarkdownDialect.Mdx) CutIndent(line, wasInCode && isInCode);
        if (isInCode)
        {
            Append(Math.Min(end + 1, text.Length));
            isAfterBlank = false;
            return;
        }

        if (dialect == MarkdownDialect.Mdx && isAfterBlank && TrySkipStatement(line)) return;
        isAfterBlank = line.IsWhiteSpace();
        beganInHtml = isInHtml;
        isInHtml = !isAfterBlank && (isInHtml || BeginsHtml(line.TrimStart()));
        while (position < text.Length && text[position] != '\n') ReadWords();
        EndLine();
    }

    private static bool BeginsHtml(ReadOnlySpan<char> words) =>
        words is ['<', var c, ..]
        && (c is '/' or '!' || (char.IsAsciiLetter(c) && !words.StartsWith("<http", StringComparison.OrdinalIgnoreCase)));

    private void ReadWords()
    {
        var length = text.AsSpan(position).IndexOfAny(Stops);
        if (length != 0)
        {
            Append(length < 0 ? text.Length : position + length);
            return;
        }

        switch (text.AsSpan(position))
        {
            case ['`', ..]:
                Append(code.SpanEnd(position));
                break;
            case ['$' or '\\', ..] when Formula.Length(text, position, text.Length) is > 0 and var formula:
                Append(position + formula);
                break;
            case ['\\', '`' or '\\', ..]:
            case ['\\', '{' or '<', ..] when dialect == MarkdownDialect.Mdx:
                Append(position + 2);
                break;
            case ['{', '{' or '%', ..]:
                if (TemplateTag.Read(text, position) is { } tag) Replace(tag);
                else Append(position + 2);
                break;
            case ['<', '!', '-', '-', ..] when position <= lastCommentEnd:
                Append(text.IndexOf("-->", position, StringComparison.Ordinal) + 3);
                break;
            case ['{', ..] when dialect == MarkdownDialect.Mdx && raw is null:
                ReadJavaScript();
                break;
            case ['<', ..] when dialect == MarkdownDialect.Mdx && raw is null:
                ReadElement();
                break;
            case ['<', ..] when !hasText && !beganInHtml && raw is null && ReadComponent() is { } component:
                isInHtml = false;
                Replace(component);
                break;
            default:
                Append(position + 1);
                break;
        }
    }

    private void Append(int end)
    {
        hasText |= !text.AsSpan(position, end - position).IsWhiteSpace();
        output.Append(text, position, end - position);
        position = end;
    }

    private void EndLine()
    {
        // A blank line in place of a line with only tags would end HTML or a list.
        while (hasTag && output.Length > lineStart && output[^1] is ' ' or '\t' or '\r') output.Length--;
        if (position < text.Length && (!hasTag || hasText || (lineIndent == 0 && !isInHtml))) output.Append('\n');
        position = Math.Min(position + 1, text.Length);
    }

    private bool IsBlankAfter(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r') at++;
        return at >= text.Length || text[at] == '\n';
    }

    private void Replace(TemplateTag tag)
    {
        if (raw is not null && !(tag.IsClosing && tag.Name == raw))
        {
            Append(position + 2);
            return;
        }

        hasTag = true;
        if (raw is not null) raw = null;
        else if (tag.IsComment) WriteComment(tag);
        else if (TryTakeVerbatim(tag)) return;
        else if (Shortcodes.Replacement(tag, PlaceOf(tag), path) is { } replacement) Write(replacement, tag);
        else if (!TryWriteTab(tag) && !TryWriteNote(tag) && !TryWriteLink(tag)) Remove(tag);
        position = tag.End;
    }

    private TagPlace PlaceOf(TemplateTag tag)
    {
        if (isInHtml || (tag.Form == TagForm.Element && dialect == MarkdownDialect.Mdx)) return TagPlace.InHtml;
        return !hasText && IsBlankAfter(tag.End) ? TagPlace.OwnLine : TagPlace.InLine;
    }

    private void Write(string replacement, TemplateTag tag)
    {
        var isOwnLine = PlaceOf(tag) == TagPlace.OwnLine;
        if (isOwnLine && lineIndent is > 0 and <= MaxFigureIndent)
            replacement = replacement.Replace("\n", "\n" + new string(' ', lineIndent), StringComparison.Ordinal);
        output.Append(replacement);
        hasText |= replacement.Length > 0;
        // HTML continues to the next blank line, and the text below it is Markdown.
        var next = isOwnLine && replacement is ['<', ..] ? MarkdownCode.LineEnd(text, tag.End) + 1 : text.Length;
        if (next < text.Length && !IsBlankAfter(next)) output.Append('\n');
    }

    // Hugo shows a shortcode that is written as a comment.
    private void WriteComment(TemplateTag tag)
    {
        if (tag.Form != TagForm.Shortcode) return;
        var mark = text[position + 2];
        output.Append(mark == '<' ? "{{&lt;" : "{{%").Append(tag.Text.AsSpan(2..^2)).Append(mark == '<' ? ">}}" : "%}}");
        hasText = true;
    }

    private void Remove(TemplateTag tag)
    {
        if (tag.IsClosing || tag.Name.Length == 0 || removed.Count > MaxShown + 1) return;
        if (removed.Count == 0) firstRemoved = position;
        if (!removed.Exists(other => other.Name == tag.Name)) removed.Add(tag);
    }

    // Apart, so that the patterns take memory only in a site that needs them.
    private static class Marks
    {
        public static readonly SearchValues<string> OfTags = SearchValues.Create(["{{", "{%"], StringComparison.Ordinal);
    }
}
