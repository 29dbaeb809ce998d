using System.Buffers;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Reads addresses in text, which end at the punctuation of Chinese and Japanese as they do at a blank.</summary>
internal sealed class WebAddressParser() : AutoLinkParser(new AutoLinkOptions())
{
    private static readonly SearchValues<char> Ends =
        SearchValues.Create("，。、；：！？（）【】「」『』《》〈〉“”‘’…\u3000");

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!base.Match(processor, ref slice)) return false;
        if (processor.Inline is not LinkInline { IsAutoLink: true, Url: { } url, FirstChild: LiteralInline text } link) return true;
        var length = text.Content.AsSpan().IndexOfAny(Ends);
        if (length < 0) return true;
        var rest = text.Content.Length - length;
        text.Content.End -= rest;
        slice.Start -= rest;
        link.Url = url[..^rest];
        return true;
    }
}
