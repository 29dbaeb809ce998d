using System.Text.RegularExpressions;

namespace Feeds.Content.Markdown;

/// <content>The syntax of MDX: imports, exports, JavaScript in braces, and JSX.</content>
internal sealed partial class ShortcodeExpander
{
    private static readonly Regex JavaScript = new("^" + TemplateTag.Braces, TemplateTag.Linear);

    private static readonly Regex Literal = new($"^{TemplateTag.Literal}$", TemplateTag.Linear);

    // A name, a call, or what a condition or a loop renders.
    private static readonly Regex Value = new(@"^[\p{L}_$][\w$.\[\]?]*(?:\(.*\))?$", TemplateTag.Linear);

    private static readonly Regex Program = new("=>|&&| \\? ", TemplateTag.Linear);

    private static readonly Regex Statement = new(
        """^(?:import\s*["'{*]|import .*(?: from |,\s*$)|export\s*[{*]|"""
        + """export (?:const|let|var|default|function|class|async|type|interface|enum)\b)""",
        TemplateTag.Linear);

    /// <summary>Skips an import or export; after a blank line an export continues with indented lines and brackets.</summary>
    private bool TrySkipStatement(ReadOnlySpan<char> line)
    {
        if (!Statement.IsMatch(line)) return false;
        var isExport = line[0] == 'e';
        var end = position;
        for (var at = position; at < text.Length;)
        {
            var lineEnd = MarkdownCode.LineEnd(text, at);
            var isBlank = text.AsSpan(at, lineEnd - at).IsWhiteSpace();
            var isAfterGap = !isBlank && at > end;
            if (isBlank ? !isExport : isAfterGap && text[at] is not (' ' or '\t' or '}' or ')' or ']')) break;
            at = Math.Min(lineEnd + 1, text.Length);
            if (!isBlank) end = at;
        }

        position = end;
        return true;
    }

    // Markdown would read indented text within JSX as code.
    private void CutIndent(ReadOnlySpan<char> line, bool isInsideFence)
    {
        if (!isInsideFence) cutIndent = lineIndent >= code.ListIndent + 4 ? lineIndent - code.ListIndent : 0;
        var columns = 0;
        foreach (var c in line)
        {
            if (columns >= cutIndent || c is not (' ' or '\t')) return;
            columns += c == '\t' ? 4 : 1;
            position++;
        }
    }

    private void ReadJavaScript()
    {
        var match = JavaScript.Match(text, position, Math.Min(TemplateTag.MaxLength, text.Length - position));
        var expression = match.Success ? match.Value[1..^1].Trim() : "";
        var end = position + match.Length;
        if (expression.StartsWith("/*", StringComparison.Ordinal)) (hasTag, position) = (true, end);
        else if (Literal.Match(expression) is { Success: true } literal) Write(literal.Groups["value"].Value, end);
        else if (Value.IsMatch(expression) || (Program.IsMatch(expression) && !hasText && IsBlankAfter(end)))
            Replace(new TemplateTag(TagForm.Element, expression, expression, [], end));
        else Append(position + 1);
    }

    private void ReadElement()
    {
        if (TemplateTag.ReadElement(text, position) is not { } element) Append(position + 1);
        else if (element.IsComponent) Replace(element);
        else Write(element.AsHtml(), element.End);
    }

    private void Write(string replacement, int end)
    {
        output.Append(replacement);
        (hasText, position) = (true, end);
    }
}
