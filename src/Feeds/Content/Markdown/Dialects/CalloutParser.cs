using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Reads Obsidian's callouts, quotes that begin with <c>[!type]</c> and a title.</summary>
internal sealed class CalloutParser : InlineParser
{
    private const int MaxLength = 200;

    private static readonly Regex Mark =
        new(@"^\[!(?<type>[A-Za-z][\w /-]*)(?:\|[^\]\n]*)?\](?<fold>[+-]?)[ \t]*(?<title>[^\r\n]?)", TemplateTag.Linear);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfGitHub =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "note", "tip", "important", "warning", "caution")
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public CalloutParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!'
            || processor.Block is not ParagraphBlock { Parent: QuoteBlock quote, Inline.FirstChild: null } paragraph
            || !ReferenceEquals(quote[0], paragraph))
        {
            return false;
        }

        var match = Mark.Match(slice.Text, slice.Start, Math.Min(MaxLength, slice.End + 1 - slice.Start));
        if (!match.Success) return false;
        // Markdig reads what GitHub has.
        if (match.Groups["fold"].Length == 0 && match.Groups["title"].Length == 0 && quote.Parent is MarkdownDocument
            && OfGitHub.Contains(match.Groups["type"].ValueSpan))
        {
            return false;
        }

        if (processor.Document.GetData(typeof(CalloutParser)) is not List<Callout> callouts)
            processor.Document.SetData(typeof(CalloutParser), callouts = []);
        callouts.Add(new Callout(paragraph, match.Groups["type"].Value.Trim()));
        slice.Start += match.Groups["title"].Index - slice.Start;
        return true;
    }

    /// <summary>Makes a paragraph of the first line of each callout.</summary>
    public static void SetTitles(MarkdownDocument document)
    {
        if (document.GetData(typeof(CalloutParser)) is not List<Callout> callouts) return;
        foreach (var (paragraph, type) in callouts)
        {
            var strong = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 };
            var inline = paragraph.Inline!.FirstChild;
            while (inline is not (null or LineBreakInline))
            {
                var next = inline.NextSibling;
                inline.Remove();
                strong.AppendChild(inline);
                inline = next;
            }

            inline?.Remove();
            if (strong.FirstChild is null) strong.AppendChild(new LiteralInline($"{char.ToUpperInvariant(type[0])}{type[1..]}"));
            var title = new ParagraphBlock { Inline = new ContainerInline() };
            title.Inline.AppendChild(strong);
            title.GetAttributes().AddClass("markdown-alert-title");
            var quote = paragraph.Parent!;
            quote.Insert(quote.IndexOf(paragraph), title);
            if (paragraph.Inline.FirstChild is null) quote.Remove(paragraph);
        }
    }

    /// <summary>The first paragraph of a callout, and its type.</summary>
    private sealed record Callout(ParagraphBlock Paragraph, string Type);
}
