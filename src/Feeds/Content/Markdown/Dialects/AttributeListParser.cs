using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Takes attributes in braces behind a link, a picture, code, emphasis, a heading or a paragraph.</summary>
internal sealed class AttributeListParser : InlineParser
{
    public AttributeListParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start);
        if (RawContent.Replace(processor, text.AsSpan(start, slice.End + 1 - start)) is > 0 and var raw)
        {
            slice.Start += raw;
            return true;
        }

        var isBare = text.AsSpan(start, slice.End + 1 - start) is ['{', '-', '}', ..];
        var length = isBare ? 3 : AttributeList.Length(text, start, slice.End + 1);
        if (length == 0 || HtmlCode.IsAround(processor)) return false;
        var isLast = text.AsSpan(start + length, slice.End + 1 - start - length).IsWhiteSpace();
        var target = isBare ? HeadingOf(processor, isLast) : Target(processor, text, start, isLast);
        if (target is null) return false;
        AttributeList.Apply(text.AsSpan(start, length), target);
        slice.Start += length;
        if (isLast) RemoveBlank(processor);
        return true;
    }

    // Pandoc's mark of a heading without number.
    private static HeadingBlock? HeadingOf(InlineProcessor processor, bool isLast) => isLast ? processor.Block as HeadingBlock : null;

    /// <summary>The element that a list belongs to; null where braces are ordinary text.</summary>
    private static MarkdownObject? Target(InlineProcessor processor, string text, int start, bool isLast)
    {
        var block = processor.Block!;
        var isKramdown = text[start + 1] == ':';
        var isAtLineStart = processor.Inline is null or LineBreakInline;
        if (processor.Inline is AutolinkInline or CodeInline or ContainerInline { IsClosed: true } and (LinkInline or SpanInline))
            return processor.Inline;
        // The emphasis itself is found only when the whole block is read.
        var isBehindMark = start > 0 && text[start - 1] is '*' or '_' or '=' or '~';
        if (isBehindMark && processor.Inline is EmphasisDelimiterInline) return processor.Inline;
        if (isLast && Before(processor.Inline) is FormulaInline formula) return formula;
        if (isLast && (block is HeadingBlock || isAtLineStart || isKramdown)) return block;
        // Of a paragraph, as markdown-it reads them.
        if (isLast && text[start + 1] is '.' or '#' && text[start - 1] == ' ') return block;
        return isKramdown ? processor.Inline ?? (MarkdownObject)block : null;
    }

    private static Inline? Before(Inline? inline) =>
        inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace() ? literal.PreviousSibling : inline;

    private static void RemoveBlank(InlineProcessor processor)
    {
        switch (processor.Inline)
        {
            case null:
                processor.Block!.RemoveAfterProcessInlines = processor.Block is ParagraphBlock;
                break;
            case LiteralInline literal:
                literal.Content.TrimEnd();
                break;
            case LineBreakInline line:
                line.IsHard = false;
                break;
        }
    }
}

/// <summary>Text in brackets that has attributes.</summary>
internal sealed class SpanInline : ContainerInline;

/// <summary>Writes such text, in an element if it has an id or a language.</summary>
internal sealed class SpanRenderer : HtmlObjectRenderer<SpanInline>
{
    protected override void Write(HtmlRenderer renderer, SpanInline obj)
    {
        var isElement = renderer.EnableHtmlForInline && obj.TryGetAttributes() is not null;
        if (isElement) renderer.Write("<span").WriteAttributes(obj).Write('>');
        renderer.WriteChildren(obj);
        if (isElement) renderer.Write("</span>");
    }
}
