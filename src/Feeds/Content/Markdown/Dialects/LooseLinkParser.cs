using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Reads links and pictures whose addresses have blanks, as kramdown does, and text in brackets with attributes.</summary>
internal sealed class LooseLinkParser : InlineParser
{
    private const int MaxLength = 1000;

    private const string Size = @"(?:\s+=(?<width>\d+%?)?x(?<height>\d+%?)?)?";

    private static readonly Regex Destination = new(
        $"""^\(\s*(?<address>(?:[^()"<>\n]|\([^()"<>\n]*\))+?){Size}"""
        + $"""(?:\s+(?:"(?<title>[^\n]*?)"|'(?<title>[^\n]*?)'))?{Size}\s*\)""",
        TemplateTag.Linear);

    // Without these signs, words in parentheses are a remark.
    private static readonly Regex Address = new(
        @"^(?:[#/]|\.\.?/|[A-Za-z][A-Za-z0-9+.-]*:)|\.[A-Za-z0-9]{1,5}(?:[?#].*)?$", TemplateTag.Linear);

    public LooseLinkParser() => OpeningCharacters = [']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var next = slice.PeekChar();
        if (next is not ('(' or '{')) return false;
        if (processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { IsActive: true } open) return false;
        var start = slice.Start + 1;
        if (next == '{')
        {
            if (open.IsImage || open.Label is not null || AttributeList.Length(slice.Text, start, slice.End + 1) == 0) return false;
            Replace(processor, open, new SpanInline());
            slice.Start = start;
            return true;
        }

        if (!MayHaveBlank(slice.Text.AsSpan(start, slice.End + 1 - start))) return false;
        var ordinary = new StringSlice(slice.Text, start, slice.End);
        if (LinkHelper.TryParseInlineLink(ordinary, out _, out _)) return false;
        var match = Destination.Match(slice.Text, start, Math.Min(MaxLength, slice.End + 1 - start));
        if (!match.Success || !Address.IsMatch(match.Groups["address"].ValueSpan)) return false;
        var title = match.Groups["title"] is { Success: true } written ? HtmlHelper.Unescape(written.Value) : null;
        var link = new LinkInline(HtmlHelper.Unescape(match.Groups["address"].Value), title ?? "") { IsImage = open.IsImage };
        if (title is null) link.Title = null;
        if (link.IsImage) SetSize(link, match);
        var outer = open.Parent;
        Replace(processor, open, link);
        // A link is in no other link.
        for (; outer is not null && !link.IsImage; outer = outer.Parent)
        {
            if (outer is LinkDelimiterInline { IsImage: false } delimiter) delimiter.IsActive = false;
        }

        slice.Start = start + match.Length;
        return true;
    }

    /// <summary>Whether a blank is before the first closing parenthesis; most addresses have none.</summary>
    private static bool MayHaveBlank(ReadOnlySpan<char> rest)
    {
        var at = rest.IndexOfAny(')', ' ', '\t');
        return at >= 0 && rest[at] != ')';
    }

    private static void SetSize(LinkInline image, Match match)
    {
        foreach (var name in (string[])["width", "height"])
        {
            if (match.Groups[name] is { Success: true } size) image.GetAttributes().AddProperty(name, size.Value);
        }
    }

    private static void Replace(InlineProcessor processor, LinkDelimiterInline open, ContainerInline inline)
    {
        open.ReplaceBy(inline);
        processor.Inline = inline;
        processor.PostProcessInlines(0, inline, null, isFinalProcessing: false);
        inline.IsClosed = true;
    }
}
