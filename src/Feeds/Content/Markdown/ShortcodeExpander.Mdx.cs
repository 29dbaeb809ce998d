using System.Text.RegularExpressions;
using Feeds.Content.Markdown.Html;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <content>The syntax of MDX: imports, exports, JavaScript in braces, and JSX.</content>
internal sealed partial class ShortcodeExpander
{
    private static readonly Regex JavaScript = new("^" + TemplateTag.Braces, TemplateTag.Linear);

    private static readonly Regex Literal = new($"^{TemplateTag.Literal}$", TemplateTag.Linear);

    // No program, but words or attributes.
    private static readonly Regex Words = new(
        @"^(?:[#.:-].*|\p{L}[\p{L}\p{M}\d'’]*(?:(?:\s+|,\s*|-)[\p{L}\p{M}\d'’]+)+[.!?]?)$", TemplateTag.Linear);

    private static readonly Regex PictureImport = new(
        """^import\s+(?<name>[\w$]+)\s+from\s+["'](?<file>[^"']+\.(?:avif|gif|jpe?g|png|svg|webp))["']""", TemplateTag.Linear);

    private static readonly Regex LabelMarks = new(@"[\\\[\]`<*_]", TemplateTag.Linear);

    private readonly Dictionary<string, string> pictures = new(StringComparer.Ordinal);

    private static readonly Regex Statement = new(
        """^(?:import\s*["'{*]|import .*(?: from |,\s*$)|export\s*[{*]|"""
        + """export (?:const|let|var|default|function|class|async|type|interface|enum)\b)""",
        TemplateTag.Linear);

    private const string ImportMark = "import ";

    private static readonly Regex Import = new(
        """^import\s+(?<names>[\w$*{}, ]+?)\s+from\s+["'][^"']+["'];?\s*$""", TemplateTag.Linear);

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

        foreach (var range in text.AsSpan(position, end - position).Split('\n'))
        {
            if (PictureImport.Match(text[position..end][range]) is { Success: true } import)
                pictures[import.Groups["name"].Value] = import.Groups["file"].Value;
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
        // A brace before a fence and one after it are two slips, and no program.
        else if (expression.Length == 0 || expression.Contains("\n```", StringComparison.Ordinal) || Words.IsMatch(expression))
            Append(position + 1);
        else Replace(new TemplateTag(TagForm.Element, expression, expression, [], end));
    }

    /// <summary>Writes the tabs of Docusaurus, Starlight, Nextra and Hugo as quotes with a title; in a list only the title.</summary>
    private bool TryWriteTab(TemplateTag tag)
    {
        if (tag.Form == TagForm.Shortcode && tag.Name is "tabs" or "tab") return TryWriteHugoTab(tag);
        if (tag.Form != TagForm.Element || tag.Name is not ("Tabs" or "TabItem" or "Tab" or "Tabs.Tab")) return false;
        if (tag.Name == "Tabs")
            return hasTabs ??= text.Contains("<TabItem", StringComparison.Ordinal) || text.Contains("Tab>", StringComparison.Ordinal);
        if (tag.IsSelfClosing) return false;
        WriteTab(tag, tag.Named("label", "title", "value"));
        return true;
    }

    private bool TryWriteHugoTab(TemplateTag tag)
    {
        var isTab = tag.Name is "tab";
        if (isInHtml || (isTab && !tag.IsClosing && EndAfter(tag) == int.MaxValue)) return false;
        if (isTab) WriteTab(tag, tag.Named("title", "name", "header", "label", "tabName") ?? tag.Positional.FirstOrDefault());
        return isTab || (hasTabs ??= text.Contains(" tab ", StringComparison.Ordinal));
    }

    private void WriteTab(TemplateTag tag, string? written)
    {
        var label = LabelMarks.Replace(PlainText.Joined(written ?? ""), @"\$0");
        var title = label.Length == 0 ? "" : $"**{label}**\n\n";
        while (output.Length > lineStart && output[^1] is ' ' or '\t') output.Length--;
        hasText = true;
        if (code.ListIndent > 0 && lineIndent > 0) output.Append(tag.IsClosing ? "\n" : "\n" + new string(' ', code.ListIndent) + title);
        else if (tag.IsClosing) output.Append("\n\n</blockquote>\n\n");
        else output.Append("\n<blockquote>\n\n").Append(title);
    }

    private void ReadElement()
    {
        if (TemplateTag.ReadElement(text, position, pictures) is not { } element) Append(position + 1);
        else if (element.IsComponent) Replace(element);
        else Write(element.AsHtml(), element.End);
    }

    /// <summary>Whether a text may have components, which Docusaurus and VitePress read in files that are not named MDX, too.</summary>
    private static bool MayHoldComponents(string markdown)
    {
        for (var at = markdown.IndexOf('<', StringComparison.Ordinal); at >= 0; at = markdown.IndexOf('<', at + 1))
        {
            if (at + 1 < markdown.Length && char.IsAsciiLetterUpper(markdown[at + 1])) return true;
        }

        return false;
    }

    /// <summary>Whether a text imports a component and uses it, as in the files of Docusaurus, which are MDX with any name.</summary>
    private static bool IsMdx(string markdown)
    {
        var isFirst = markdown.StartsWith(ImportMark, StringComparison.Ordinal);
        if (!isFirst && !markdown.Contains("\n" + ImportMark, StringComparison.Ordinal)) return false;
        var lines = new MarkdownCode(markdown, MarkdownDialect.Mdx);
        var mayImport = true;
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan(range);
            var isText = !lines.TakeLine(line);
            if (isText && mayImport && line.StartsWith(ImportMark) && IsImport(line.ToString(), markdown)) return true;
            mayImport = isText && (line.IsWhiteSpace() || (mayImport && line.StartsWith(ImportMark)));
        }

        return false;
    }

    private static bool IsImport(string line, string text) => Import.Match(line) is { Success: true } import
        && import.Groups["names"].Value.Split([' ', ',', '{', '}', '*'], StringSplitOptions.RemoveEmptyEntries)
            .Any(name => char.IsAsciiLetterUpper(name[0]) && text.Contains("<" + name, StringComparison.Ordinal));

    /// <summary>The tag of a component that has its lines for itself; null for one in a sentence, and for HTML.</summary>
    private TemplateTag? ReadComponent()
    {
        if (TemplateTag.ReadElement(text, position, pictures) is not { IsComponent: true, Name.Length: > 1 } element) return null;
        return IsBlankAfter(element.End) && !HtmlCleaner.Knows(element.Name) ? element : null;
    }

    private void Write(string replacement, int end)
    {
        output.Append(replacement);
        (hasText, position) = (true, end);
    }
}
