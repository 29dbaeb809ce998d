using System.Buffers;
using System.Text.RegularExpressions;

namespace Feeds.Content.Markdown;

/// <content>Tags between which nothing is a tag: code, raw text and comments.</content>
internal sealed partial class ShortcodeExpander
{
    private static readonly SearchValues<char> ContainerMarks = SearchValues.Create(" \t>-*+.)0123456789");

    private static readonly Regex Ending = new(
        @"\{(?:\{[<%]\s*/\s*|%-?\s*end)"
        + @"(?<name>highlight|codeblock|raw|rawhtml|verbatim|comment|mermaid|katex|math|mathjax|latex|tex)?\s*(?:[>%]\}|-?%)\}",
        TemplateTag.Linear);

    private readonly HashSet<string> missingEnds = [];

    private bool TryTakeVerbatim(TemplateTag tag)
    {
        if (tag.IsClosing || tag.IsSelfClosing || tag.Form is not (TagForm.Shortcode or TagForm.Statement)) return false;
        var isRaw = tag.Name is "raw" or "rawhtml" or "verbatim";
        var isFormula = tag.Name is "katex" or "math" or "mathjax" or "latex" or "tex";
        if (!isRaw && !isFormula && tag.Name is not ("highlight" or "codeblock" or "comment" or "mermaid")) return false;
        if (EndOf(tag) is not { } end) return false;
        position = isRaw ? tag.End : end.Index + end.Length;
        if (isRaw) raw = tag.Name;
        else if (isFormula) WriteFormula(tag, text[tag.End..end.Index].Trim());
        else if (tag.Name is not "comment") WriteFence(tag, text[tag.End..end.Index]);
        return true;
    }

    private Match? EndOf(TemplateTag tag)
    {
        if (missingEnds.Contains(tag.Name)) return null;
        var end = Ending.Match(text, tag.End);
        while (end.Success && !IsEndOf(tag, end.Groups["name"].Value)) end = end.NextMatch();
        if (end.Success) return end;
        missingEnds.Add(tag.Name);
        return null;
    }

    // Zola ends all its tags in the same way.
    private static bool IsEndOf(TemplateTag tag, string name) => name == tag.Name || (tag.IsCall && name.Length == 0);

    private void WriteFormula(TemplateTag tag, string content)
    {
        var isWhole = content.Contains('$', StringComparison.Ordinal) || content is ['\\', '(' or '[', ..];
        var isLong = content.Contains('\n', StringComparison.Ordinal) || tag.Arguments.Length > 0;
        var isDisplayed = isLong && !hasText && IsBlankAfter(position);
        var mark = isWhole ? "" : isDisplayed ? "$$" : "$";
        output.Append(mark).Append(content).Append(mark);
        hasText = true;
    }

    private void WriteFence(TemplateTag tag, string content)
    {
        // Authors for Jekyll write "raw" within "highlight" to show tags.
        content = content.Replace("{% raw %}", "", StringComparison.Ordinal).Replace("{% endraw %}", "", StringComparison.Ordinal);
        content = content.TrimStart(' ', '\t', '\r') is ['\n', ..] lines ? lines : "\n" + content;
        if (content.AsSpan(content.LastIndexOf('\n')).IndexOfAnyExcept("\n \t>") >= 0) content += "\n";
        var before = output.ToString(lineStart, output.Length - lineStart);
        if (before.AsSpan().IndexOfAnyExcept(ContainerMarks) >= 0) output.Append('\n');
        var language = tag.Name is "mermaid" ? tag.Name : tag.Named("lang", "language") ?? tag.Positional.FirstOrDefault() ?? "";
        if (!language.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '_' or '.')) language = "";
        var longest = Regex.Matches(content, "`+", TemplateTag.Linear).Select(run => run.Length).DefaultIfEmpty().Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        output.Append(fence).Append(language).Append(content).Append(fence);
        if (!IsBlankAfter(position)) output.Append('\n');
        (lineStart, hasText) = (output.Length, true);
    }
}
