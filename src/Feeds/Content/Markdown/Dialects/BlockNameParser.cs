using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Removes the name <c>^name</c> that Obsidian gives a paragraph at its end.</summary>
internal sealed class BlockNameParser : InlineParser
{
    private const int MaxLength = 60;

    public BlockNameParser() => OpeningCharacters = ['^'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.Text.AsSpan(slice.Start, slice.End + 1 - slice.Start);
        var before = slice.PeekCharExtra(-1);
        if (rest.Length > MaxLength || processor.Block is not ParagraphBlock) return false;
        if (before != '\0' && !char.IsWhiteSpace(before)) return false;
        var name = rest[1..].TrimEnd();
        if (name.Length < 2 || name.IndexOfAnyExceptInRange('0', '9') < 0) return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
        }

        slice.Start = slice.End + 1;
        if (processor.Inline is LiteralInline text) text.Content.TrimEnd();
        processor.Block.RemoveAfterProcessInlines = processor.Inline is null;
        return true;
    }
}
