using System.Buffers;
using Feeds.Content.Markdown.Html;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Ends HTML below its last tag where Markdown follows, as kramdown does, and not only at a blank line.</summary>
internal sealed class HtmlLinesParser : HtmlBlockParser
{
    private static readonly SearchValues<string> InlineMarks = SearchValues.Create(["**", "__", "](", "`"], StringComparison.Ordinal);

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var html = (HtmlBlock)block;
        var mayEnd = html.Type is HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock && !processor.IsBlankLine;
        return mayEnd && IsMarkdown(LineOf(processor)) && IsClosed(html) ? BlockState.None : base.TryContinue(processor, block);
    }

    private static ReadOnlySpan<char> LineOf(BlockProcessor processor) => processor.Line.AsSpan().Trim();

    private static bool IsMarkdown(ReadOnlySpan<char> line)
    {
        if (line is [] or ['<', ..]) return false;
        var mark = line.IndexOfAnyExcept(line[0]);
        return line switch
        {
            ['#', ..] => mark is > 0 and <= 6 && line[mark] == ' ',
            ['-' or '*' or '+' or '>', ' ', ..] or ['!', '[', ..] or ['`' or '~', '`' or '~', '`' or '~', ..] or ['|', .., '|'] => true,
            ['*' or '_', not ' ', .., var last] when last == line[0] => true,
            _ when char.IsAsciiDigit(line[0]) && line.TrimStart("0123456789") is ['.', ' ', ..] => true,
            _ => line.ContainsAny(InlineMarks),
        };
    }

    /// <summary>Whether all elements that begin in a block end there, too.</summary>
    private static bool IsClosed(HtmlBlock html)
    {
        if (html.GetData(typeof(HtmlLinesParser)) is not OpenElements open)
            html.SetData(typeof(HtmlLinesParser), open = new OpenElements());
        for (; open.Lines < html.Lines.Count; open.Lines++) open.Read(html.Lines.Lines[open.Lines].Slice.AsSpan());
        return open.Depth == 0;
    }

    /// <summary>The elements that are open after the lines of a block so far.</summary>
    private sealed class OpenElements
    {
        private bool isInTag;

        public int Lines { get; set; }

        public int Depth { get; private set; }

        public void Read(ReadOnlySpan<char> line)
        {
            while (!line.IsEmpty)
            {
                var at = line.IndexOf(isInTag ? '>' : '<');
                if (at < 0) return;
                line = line[(at + 1)..];
                if (isInTag) (isInTag, Depth) = (false, Depth - 1);
                else ReadTag(ref line);
            }
        }

        // While a tag goes on in the next line, it counts as one more element that is open.
        private void ReadTag(ref ReadOnlySpan<char> line)
        {
            var isClosing = line is ['/', ..];
            var name = isClosing ? line[1..] : line;
            if (name.IsEmpty || !(char.IsAsciiLetter(name[0]) || name[0] == '!')) return;
            var length = name.IndexOfAny(" \t/>");
            var isVoid = name[0] == '!' || HtmlNesting.IsVoid((length < 0 ? name : name[..length]).ToString().ToLowerInvariant());
            if (isClosing) Depth = Math.Max(0, Depth - 1);
            else if (!isVoid) Depth++;
            var end = line.IndexOf('>');
            if (end < 0) (isInTag, Depth) = (true, Depth + 1);
            line = end < 0 ? [] : line[(end + 1)..];
        }
    }
}
