using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Takes Pandoc's raw content, of which HTML is kept, and the language in the attributes of other code.</summary>
internal static class RawContent
{
    /// <summary>The language in the attributes of Pandoc, knitr, Gatsby and others.</summary>
    private static readonly Regex Language = new(@"^\{?[\s.]*(?<name>[\w#+-]*)", TemplateTag.Linear);

    private static readonly Regex Format = new(@"^\{=(?<name>\w+)\}", TemplateTag.Linear);

    public static void ReplaceBlocks(MarkdownDocument document)
    {
        foreach (var code in document.Descendants<FencedCodeBlock>().Where(code => IsRead(code.Info)).ToArray())
        {
            var parent = code.Parent!;
            if (code.Info is not "toc" && !Format.IsMatch(code.Info!)) SetLanguage(code);
            else if (code.Info is "{=html}") parent[parent.IndexOf(code)] = new HtmlBlock(null) { Lines = code.Lines, Span = code.Span };
            else parent.Remove(code);
        }
    }

    private static void SetLanguage(FencedCodeBlock code)
    {
        code.Info = Language.Match(code.Info!).Groups["name"].Value;
        if (code.GetAttributes().Classes is not { } classes) return;
        classes.Clear();
        if (code.Info.Length > 0) classes.Add($"language-{code.Info}");
    }

    // Obsidian and Gatsby put the table of contents in place of such code.
    private static bool IsRead(string? info) => info is "toc" || info.AsSpan().ContainsAny("{},:");

    /// <summary>The length of the name of a format behind code, which is then replaced; 0 when there is none.</summary>
    public static int Replace(InlineProcessor processor, ReadOnlySpan<char> text)
    {
        if (processor.Inline is not CodeInline code || text is not ['{', '=', ..]) return 0;
        if (Format.Match(text[..Math.Min(text.Length, TemplateTag.MaxLength)].ToString()) is not { Success: true } format) return 0;
        Inline html = new HtmlInline(format.Groups["name"].Value is "html" ? code.Content : "");
        code.ReplaceBy(html);
        processor.Inline = html;
        return format.Length;
    }
}
