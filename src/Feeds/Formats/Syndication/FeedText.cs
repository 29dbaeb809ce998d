using System.ServiceModel.Syndication;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>Plain text of a feed; Atom names it HTML where it holds an end tag, since some readers guess.</summary>
internal sealed class FeedText : TextSyndicationContent
{
    private FeedText(string plain, string inRss)
        : base(inRss) => Plain = plain;

    public string Plain { get; }

    public override string Type => HtmlText.HasEndTag(Plain) ? "html" : "text";

    /// <summary>The text; null when nothing but blanks is left of it.</summary>
    public static FeedText? Of(string? text) => XmlCharacters.KeepIfAny(text) is { } kept ? new FeedText(kept, kept) : null;

    /// <summary>The title of a page, which is its address where nothing else is left.</summary>
    public static FeedText OfTitle(string title, Uri page) => Of(title) ?? new FeedText(page.AbsoluteUri, page.AbsoluteUri);

    /// <summary>The summary of an entry, which readers of RSS take for HTML.</summary>
    public static FeedText? OfSummary(string? text) =>
        XmlCharacters.KeepIfAny(text) is { } kept ? new FeedText(kept, HtmlText.Escape(kept)) : null;

    public override SyndicationContent Clone() => new FeedText(Plain, Text);

    protected override void WriteContentsTo(XmlWriter writer) =>
        writer.WriteString(HtmlText.HasEndTag(Plain) ? HtmlText.EscapeAll(Plain) : Plain);
}
