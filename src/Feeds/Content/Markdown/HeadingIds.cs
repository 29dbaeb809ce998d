using Feeds.Content.Markdown.Dialects;
using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Feeds.Content.Markdown;

/// <summary>Gives headings the same ids as GitHub, in linear time.</summary>
internal sealed class HeadingIds : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Name;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // It changes the parsed document, and not how that is rendered.
    }

    private static void Name(MarkdownDocument document)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // What the author wrote in braces is what links lead to.
            if (heading.TryGetAttributes()?.Id is { } written) taken.Add(written);
            else heading.GetAttributes().Id = Free(Bare(heading), taken, next);
        }
    }

    private static string Free(string name, HashSet<string> taken, Dictionary<string, int> next)
    {
        if (taken.Add(name)) return name;
        var number = next.GetValueOrDefault(name, 1);
        while (!taken.Add(FormattableString.Invariant($"{name}-{number}"))) number++;
        next[name] = number + 1;
        return FormattableString.Invariant($"{name}-{number}");
    }

    private static string Bare(HeadingBlock heading)
    {
        var words = new StringWriter();
        var renderer = new HtmlRenderer(words) { EnableHtmlForInline = false, EnableHtmlEscape = false };
        renderer.ObjectRenderers.InsertRange(0, [new FormulaRenderer(), new HtmlAbbreviationRenderer(), new SpanRenderer()]);
        if (heading.Inline is not null) renderer.Render(heading.Inline);
        return LinkHelper.UrilizeAsGfm(words.ToString()) is { Length: > 0 } id ? id : "section";
    }
}
