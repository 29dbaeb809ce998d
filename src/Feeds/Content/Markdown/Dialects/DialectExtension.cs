using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Reads what other programs for Markdown add to CommonMark.</summary>
internal sealed class DialectExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
        pipeline.InlineParsers.Replace<AutoLinkParser>(new WebAddressParser());
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new HtmlLinesParser());
        InlineParser[] parsers =
        [
            new FormulaParser(), new WikiLinkParser(), new CalloutParser(), new LooseLinkParser(), new AttributeListParser(),
            new ComparisonParser(), new BlockNameParser(),
        ];
        // Before the parsers of CommonMark, which take less to be a link or an escape.
        for (var index = 0; index < parsers.Length; index++) pipeline.InlineParsers.Insert(index, parsers[index]);
        pipeline.DocumentProcessed += RawContent.ReplaceBlocks;
        pipeline.DocumentProcessed += CalloutParser.SetTitles;
        pipeline.DocumentProcessed += AbbreviationWords.Explain;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html) return;
        html.ObjectRenderers.Insert(0, new FormulaRenderer());
        html.ObjectRenderers.Insert(0, new FormulaBlockRenderer());
        html.ObjectRenderers.Insert(0, new SpanRenderer());
    }
}
