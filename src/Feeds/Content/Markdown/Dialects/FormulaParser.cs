using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>A formula in a line, with the marks around it.</summary>
internal sealed class FormulaInline : LeafInline
{
    public required StringSlice Content { get; init; }
}

/// <summary>Keeps the formulas in a line as they are written.</summary>
internal sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = Formula.Length(slice.Text, slice.Start, slice.End + 1);
        if (length == 0 || HtmlCode.IsAround(processor)) return false;
        var content = (slice.CurrentChar, slice.PeekChar()) switch
        {
            // Of two backslashes before a bracket, the author wrote the first for Markdown.
            ('\\', '\\') => new StringSlice(slice.Text.Substring(slice.Start + 1, length - 3) + slice.Text[slice.Start + length - 1]),
            ('$', '`') => new StringSlice($"${slice.Text.AsSpan(slice.Start + 2, length - 4)}$"),
            _ => new StringSlice(slice.Text, slice.Start, slice.Start + length - 1),
        };
        processor.Inline = new FormulaInline { Content = content, IsClosed = true };
        slice.Start += length;
        return true;
    }
}

/// <summary>Writes a formula as text with the class <c>math</c>, which scripts for formulas look for.</summary>
internal sealed class FormulaRenderer : HtmlObjectRenderer<FormulaInline>
{
    protected override void Write(HtmlRenderer renderer, FormulaInline obj)
    {
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write("<span class=\"math\"");
            if (obj.TryGetAttributes()?.Id is { } id) renderer.Write(" id=\"").WriteEscape(id).Write('"');
            renderer.Write('>');
        }

        var content = obj.Content;
        if (renderer.EnableHtmlEscape) renderer.WriteEscape(ref content);
        else renderer.Write(ref content);
        if (renderer.EnableHtmlForInline) renderer.Write("</span>");
    }
}
