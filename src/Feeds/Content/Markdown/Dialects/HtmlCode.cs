using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Finds out whether text is in a <c>code</c> element of HTML, where no dialect means anything.</summary>
internal static class HtmlCode
{
    private const int MaxSteps = 50;

    public static bool IsAround(InlineProcessor processor)
    {
        var inline = processor.Inline;
        for (var step = 0; inline is not null && step < MaxSteps; step++, inline = inline.PreviousSibling ?? inline.Parent)
        {
            if (inline is not HtmlInline { Tag: var tag }) continue;
            if (tag.StartsWith("</", StringComparison.Ordinal)) return false;
            if (tag.AsSpan(1).TrimEnd('>') is "code" or "kbd" or "samp" or "pre") return true;
            if (tag.StartsWith("<code ", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
