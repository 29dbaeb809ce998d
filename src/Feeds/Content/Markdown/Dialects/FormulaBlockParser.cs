using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>A formula in lines of its own.</summary>
internal sealed class FormulaBlock : LeafBlock
{
    public FormulaBlock(BlockParser parser) : base(parser) => IsBreakable = false;

    /// <summary>Where its closing mark is in the whole text.</summary>
    public required int Close { get; init; }
}

/// <summary>Keeps the formulas in lines of their own as they are written.</summary>
internal sealed class FormulaBlockParser : BlockParser
{
    private const int MaxLength = 10_000;

    public FormulaBlockParser() => OpeningCharacters = ['$', '\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        var (text, start, end) = (processor.Line.Text, processor.Line.Start, processor.Line.End + 1);
        if (Formula.ClosingMark(text.AsSpan(start, end - start)) is not { } mark) return BlockState.None;
        var content = start + Formula.OpeningLength(mark);
        var close = text.IndexOf(mark, content, Math.Min(MaxLength, text.Length - content), StringComparison.Ordinal);
        if (close < 0 || !IsFormula(text, content, close, end) || !EndsLine(text.AsSpan(close + mark.Length))) return BlockState.None;
        processor.NewBlocks.Push(new FormulaBlock(this) { Close = close, Column = processor.Column, Line = processor.LineIndex });
        return close < end ? BlockState.Break : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        ((FormulaBlock)block).Close <= processor.Line.End ? BlockState.Break : BlockState.Continue;

    private static bool IsFormula(string text, int content, int close, int lineEnd)
    {
        var formula = text.AsSpan(content, close - content);
        if (formula.IsWhiteSpace() || !Formula.IsPlausible(formula)) return false;
        var isAlone = text.AsSpan(content, lineEnd - content).IsWhiteSpace();
        if (isAlone) return true;
        var hasBlankLine = formula.IndexOf("\n\n", StringComparison.Ordinal) >= 0;
        return !hasBlankLine && (text[content - 1] is '$' or '}' || Formula.IsMathematical(formula.Trim(), isInParentheses: false));
    }

    private static bool EndsLine(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).Trim(" \t\r.,;").IsEmpty;
    }
}

/// <summary>Writes such a formula as a paragraph, in text with the class <c>math</c>.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<FormulaBlock>
{
    protected override void Write(HtmlRenderer renderer, FormulaBlock obj)
    {
        renderer.EnsureLine();
        if (renderer.EnableHtmlForBlock) renderer.Write("<p><span class=\"math\">");
        renderer.WriteLeafRawLines(obj, writeEndOfLines: false, escape: renderer.EnableHtmlEscape);
        if (renderer.EnableHtmlForBlock) renderer.Write("</span></p>");
        renderer.EnsureLine();
    }
}
