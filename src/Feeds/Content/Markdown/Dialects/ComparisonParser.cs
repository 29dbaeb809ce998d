using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Keeps <c>a==b</c> as it is, where <c>==</c> around words would mark them.</summary>
internal sealed class ComparisonParser : InlineParser
{
    public ComparisonParser() => OpeningCharacters = ['='];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.Text.AsSpan(slice.Start, slice.End + 1 - slice.Start);
        var length = rest.IndexOfAnyExcept('=') is >= 0 and var other ? other : rest.Length;
        if (length < 2 || !Ends(slice.PeekCharExtra(-1)) || !Begins(slice.PeekCharExtra(length))) return false;
        var content = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1);
        processor.Inline = new LiteralInline { Content = content, IsClosed = true };
        slice.Start += length;
        return true;
    }

    private static bool Ends(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or ')' or ']';

    private static bool Begins(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '(' or '[';
}
