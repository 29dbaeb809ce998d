namespace Feeds.Content.Markdown;

/// <content>Tags in braces and in angle brackets, and what stands in their place.</content>
internal sealed partial class TemplateExpansion
{
    private void ReadBraces()
    {
        var tag = text.AsSpan(position);
        if (tag.StartsWith("{{</*", StringComparison.Ordinal)) ReadEscaped("*/>}}");
        else if (tag.StartsWith("{{%/*", StringComparison.Ordinal)) ReadEscaped("*/%}}");
        else if (tag.StartsWith("{{/*", StringComparison.Ordinal)) SkipThrough("*/}}");
        else if (tag is ['{', '{' or '%', ..]) Apply(TemplateTag.Read(text, position, Limit), width: 2);
        else if (dialect == MarkdownDialect.Mdx) ReadMdxBraces();
        else Append(position + 1);
    }

    private void ReadEscaped(string close)
    {
        var end = Find(close);
        if (end < 0)
        {
            Append(position + 3);
            return;
        }

        // What looks like HTML would be taken for it, and for no text.
        var shown = text[(position + 5)..end];
        var opening = close[2] == '>' ? (shown is [var c, ..] && (char.IsAsciiLetter(c) || c is '/' or '!' or '?') ? "{{&lt;" : "{{<") : "{{%";
        output.Append(opening).Append(shown).Append(close, 2, 3);
        position = end + close.Length;
    }

    private void SkipThrough(string close)
    {
        var end = Find(close);
        if (end < 0)
        {
            Append(position + 1);
            return;
        }

        position = end + close.Length;
        isLineTouched = true;
    }

    /// <summary>Where the words are next; -1 when they are not, for which the text is searched only once.</summary>
    private int Find(string words)
    {
        if (missingEnds.Contains(words)) return -1;
        var found = text.IndexOf(words, position, StringComparison.Ordinal);
        if (found < 0) missingEnds.Add(words);
        return found;
    }

    private void ReadAngle()
    {
        if (text.AsSpan(position).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = Find("-->");
            Append(end < 0 ? position + 1 : end + 3);
        }
        else if (dialect == MarkdownDialect.Mdx)
        {
            Apply(TemplateTag.ReadElement(text, position, Limit), width: 1);
        }
        else
        {
            Append(position + 1);
        }
    }

    private bool IsBlankBefore()
    {
        // A line of many tags and blanks is looked through only once.
        for (blankEnd = Math.Max(blankEnd, lineStart); blankEnd < output.Length; blankEnd++)
        {
            if (output[blankEnd] is not (' ' or '\t')) return false;
        }

        return true;
    }

    private bool IsBlankBehind(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r') at++;
        return at >= text.Length || text[at] == '\n';
    }

    private void Apply(TemplateTag? tag, int width)
    {
        if (tag is null)
        {
            patience -= Math.Min(Limit, text.Length - position);
            Append(Math.Min(position + width, text.Length));
        }
        else if (tag.Form == TagForm.Element && tag.Name.Length > 0 && !char.IsAsciiLetterUpper(tag.Name[0]) && !tag.Name.Contains('.', StringComparison.Ordinal))
        {
            output.Append(Shortcodes.IsJsx(tag) ? Shortcodes.Html(tag) : tag.Text);
            position = tag.End;
        }
        else
        {
            Replace(tag);
        }
    }

    private void Replace(TemplateTag tag)
    {
        var place = TagPlace.InLine;
        if (isInHtml || tag.Form == TagForm.Element) place = TagPlace.InHtml;
        else if (IsBlankBefore() && IsBlankBehind(tag.End)) place = TagPlace.OwnLine;
        if (tag.TrimsBefore) TrimBlanks();
        if (tag is { Form: TagForm.Statement, IsCall: true }) openCalls.Push(tag.Name);
        else if (tag is { Form: TagForm.Statement, IsClosing: true, Name: "" } && openCalls.TryPop(out var opened)) tag = tag with { Name = opened };
        isLineTouched = true;
        if (TryTakeVerbatim(tag, place)) return;
        var isVariable = tag is { Form: TagForm.Expression, IsCall: false };
        if (isVariable && Shortcodes.Value(tag) is { } value) output.Append(value);
        else if (!isVariable && Shortcodes.Meaning(tag, place, path) is { } meaning) Write(meaning, tag, place);
        else LeaveOut(tag);
        position = tag.End;
        while (tag.TrimsAfter && Ahead(0) is ' ' or '\t') position++;
    }

    private void LeaveOut(TemplateTag tag)
    {
        if (tag.IsClosing || tag.Name.Length == 0 || LeftOut.Count == MaxLeftOut || LeftOut.Exists(other => other.Name == tag.Name)) return;
        if (LeftOut.Count == 0) FirstLeftOut = position;
        LeftOut.Add(tag);
    }

    private void Write(string meaning, TemplateTag tag, TagPlace place)
    {
        var isDetails = meaning.StartsWith("<details", StringComparison.Ordinal) || meaning.StartsWith("</details", StringComparison.Ordinal);
        if (isDetails && !IsBlankBefore()) output.Append("\n\n");
        else if (isDetails && lineStart > 1 && output[lineStart - 2] != '\n') output.Insert(lineStart++, '\n');
        if (lineIndent is > 0 and <= MaxFigureIndent && place == TagPlace.OwnLine)
            meaning = meaning.Replace("\n", "\n" + new string(' ', lineIndent), StringComparison.Ordinal);
        output.Append(meaning);
        if (!isDetails && (place != TagPlace.OwnLine || !meaning.StartsWith('<'))) return;

        // HTML goes on to the next blank line, and the text behind it is Markdown.
        if (!IsBlankBehind(tag.End)) output.Append("\n\n");
        else if (MarkdownCode.LineEnd(text, tag.End) + 1 is var next && next < text.Length && !IsBlankBehind(next)) output.Append('\n');
    }
}
