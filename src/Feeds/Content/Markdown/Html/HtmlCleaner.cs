using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Feeds.Text;

namespace Feeds.Content.Markdown.Html;

/// <summary>HTML that is safe in a reader: absolute addresses, nothing active.</summary>
/// <param name="Text">The same as plain text.</param>
/// <param name="Introduction">The text before the <c>more</c> mark, else the first paragraph.</param>
/// <param name="LostImages">The number of pictures that were left out because they have no address.</param>
internal sealed record CleanedHtml(string Html, string Text, string? Introduction, Uri? FirstImage, int LostImages = 0);

/// <summary>Makes an HTML fragment safe to send, on the parsed tree.</summary>
internal sealed class HtmlCleaner(LinkResolver addresses)
{
    /// <summary>Removed with all that is in it.</summary>
    private static readonly FrozenSet<string> Dropped =
    [
        "script", "style", "object", "embed", "applet", "form", "button", "select", "textarea", "template", "noscript", "base", "link",
        "meta", "title", "head", "frame", "frameset", "svg", "dialog", "canvas", "portal", "slot",
    ];

    /// <summary>Kept; any other element is replaced by its children.</summary>
    private static readonly FrozenSet<string> Kept =
    [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
        "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre",
        "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video", "wbr",
    ];

    /// <summary>Replaced by their children, like names that HTML does not have.</summary>
    private static readonly FrozenSet<string> Others =
    [
        "area", "body", "fieldset", "html", "iframe", "label", "legend", "main", "map", "marquee", "math", "meter", "nav",
        "output", "param", "progress",
    ];

    private static readonly FrozenSet<string> KeptAttributes =
    [
        "href", "src", "srcset", "poster", "cite", "alt", "title", "id", "class", "width", "height", "lang", "dir", "colspan", "rowspan",
        "headers", "scope", "align", "start", "reversed", "value", "datetime", "controls", "kind", "srclang", "label", "media", "sizes",
        "type", "checked", "disabled", "open", "span", "abbr",
    ];

    private static readonly FrozenSet<string> MoreMarks =
        ["more", "readmore", "read more", "truncate", "excerpt", "teaser_end", "end_teaser", "pelican_end_summary"];

    private static readonly FrozenSet<string> AddressAttributes = ["href", "src", "poster", "cite"];

    private int lostImages;

    public static CleanedHtml Clean(string html, LinkResolver addresses) => new HtmlCleaner(addresses).Clean(html);

    private CleanedHtml Clean(string html)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = html;
        if (LazyMedia.MayBeIn(html)) LazyMedia.Restore(body);
        var beforeMore = html.Contains("<!--", StringComparison.Ordinal) ? BeforeMore(body) : null;
        var isUnwrapped = body.Descendants<IElement>()
            .Any(element => !Kept.Contains(element.LocalName) && !Dropped.Contains(element.LocalName));
        CleanChildren(body);
        // The children of a removed element may not be allowed in its parent, so they are parsed again.
        if (isUnwrapped) body.InnerHtml = HtmlTree.Inner(body);
        var introduction = beforeMore ?? body.QuerySelectorAll("p")
            .Where(paragraph => !IsTitle(paragraph))
            .Select(paragraph => paragraph.TextContent)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var image = body.QuerySelectorAll("img")
            .Select(image => WebAddress.Read(image.GetAttribute("src")))
            .FirstOrDefault(address => address is not null);
        return new CleanedHtml(HtmlTree.Inner(body).Trim(), HtmlText.Read(body), introduction, image, lostImages);
    }

    /// <summary>Whether it is the name of an element of HTML.</summary>
    public static bool Knows(string name)
    {
        name = name.ToLowerInvariant();
        return Kept.Contains(name) || Dropped.Contains(name) || Others.Contains(name) || OldElements.Has(name);
    }

    /// <summary>The text of an HTML fragment on one line, without what a reader would not show.</summary>
    public static string TextOf(string html)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = html;
        foreach (var dropped in body.QuerySelectorAll("script, style, template").ToArray()) dropped.Remove();
        return PlainText.Joined(body.TextContent);
    }

    /// <summary>The text as it is, with its white space.</summary>
    public static CleanedHtml Plain(string text)
    {
        var lines = new HtmlParser().ParseDocument("").CreateElement("pre");
        lines.TextContent = text;
        return new CleanedHtml(lines.OuterHtml, text.Trim(), text, FirstImage: null);
    }

    private static string? BeforeMore(IElement body)
    {
        var mark = body.Descendants<IComment>().FirstOrDefault(comment => IsMore(comment.Data.Trim().ToLowerInvariant()));
        if (mark is null) return null;
        var nodes = body.ChildNodes.TakeWhile(node => node != mark && !node.Contains(mark))
            .Where(node => node is IText or IElement && !IsContents(node));
        var words = string.Join(' ', nodes.Select(node => node.TextContent).Concat(mark.Parent == body ? [] : Beginning(mark)));
        return string.IsNullOrWhiteSpace(words) ? null : words;
    }

    // WordPress has the words of the link to the rest behind it.
    private static bool IsMore(string comment) => MoreMarks.Contains(comment) || comment.StartsWith("more ", StringComparison.Ordinal);

    /// <summary>The text before a mark in the same block.</summary>
    private static IEnumerable<string> Beginning(INode mark) =>
        [string.Concat(mark.Parent!.ChildNodes.TakeWhile(node => node != mark).Where(IsShown).Select(node => node.TextContent))];

    private static bool IsShown(INode node) => node is IText or IElement;

    /// <summary>Whether it is a list of links to the parts of the text, which tools write between comments.</summary>
    private static bool IsContents(INode node) =>
        node is IHtmlUnorderedListElement or IHtmlOrderedListElement
        && ((IElement)node).QuerySelectorAll("li").All(
            item => item.FirstElementChild is IHtmlAnchorElement link
                && link.GetAttribute("href") is ['#', ..]
                && item.ChildNodes.TakeWhile(child => child != link).All(child => string.IsNullOrWhiteSpace(child.TextContent)));

    /// <summary>Whether a paragraph is the title of a note.</summary>
    private static bool IsTitle(IElement paragraph) =>
        paragraph.ClassList.Contains("markdown-alert-title")
        || (paragraph is { ParentElement: IHtmlQuoteElement quote, FirstChild: IElement { LocalName: "strong", NextSibling: null } }
            && quote.FirstElementChild == paragraph && paragraph.NextElementSibling is not null);

    private void CleanChildren(IElement parent)
    {
        var before = parent.ChildNodes.ToArray();
        List<INode> after = [.. before.SelectMany(Cleaned)];
        if (!after.SequenceEqual(before)) HtmlTree.Fill(parent, after);
    }

    private IReadOnlyList<INode> Cleaned(INode node)
    {
        if (node is IText) return [node];
        if (node is not IElement element) return [];
        if (element is IHtmlScriptElement script && Embed.PageOf(script) is { } page) return [page];
        if (element.LocalName is "iframe") return Embed.AsLink((IHtmlElement)element, addresses) is { } link ? [link] : [];
        if (Dropped.Contains(element.LocalName) || element is IHtmlInputElement { Type: not "checkbox" }) return [];
        if (MathElements.IsMath(element)) return [MathElements.Formula(element)];
        CleanChildren(element);
        if (!Kept.Contains(element.LocalName)) element = OldElements.Replaced(element);
        if (!Kept.Contains(element.LocalName)) return [.. element.ChildNodes];
        CleanAttributes(element);
        if (element is not IHtmlImageElement image || HasSource(image)) return [element];
        lostImages++;
        return [];
    }

    private static bool HasSource(IHtmlImageElement image)
    {
        if (image.HasAttribute("src")) return true;
        var set = image.GetAttribute("srcset") ?? image.Closest("picture")?.QuerySelector("source[srcset]")?.GetAttribute("srcset");
        // Many readers know no 'srcset'.
        if (set is null || SourceSet.Read(set).FirstOrDefault().Address is not { } first) return false;
        image.SetAttribute("src", first);
        return true;
    }

    private void CleanAttributes(IElement element)
    {
        // What old links to a part of a page lead to.
        if (element is IHtmlAnchorElement && element.GetAttribute("name") is { Length: > 0 } name && !element.HasAttribute("id"))
            element.Id = name;
        if (element is IHtmlImageElement) PictureSize.Take(element);
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (attribute.Name is "style" && Alignment(attribute.Value) is { } alignment) element.SetAttribute("align", alignment);
            if (!KeptAttributes.Contains(attribute.Name)) element.RemoveAttribute(attribute.Name);
            // AngleSharp removes an attribute that is set to null.
            else if (attribute.Name is "srcset") element.SetAttribute(attribute.Name, AbsoluteSet(attribute.Value));
            else if (AddressAttributes.Contains(attribute.Name))
                element.SetAttribute(attribute.Name, Absolute(attribute.Value, isMedia: attribute.Name is "src" or "poster"));
        }

        if (element is IHtmlInputElement) element.SetAttribute("disabled", "");
    }

    // Markdown's tables align their cells by a style, which readers remove.
    private static string? Alignment(string style) => style.Replace(" ", "", StringComparison.Ordinal).TrimEnd(';') switch
    {
        "text-align:left" => "left",
        "text-align:center" => "center",
        "text-align:right" => "right",
        _ => null,
    };

    /// <summary>The absolute form of an address; null when it is invalid or could run something.</summary>
    private string? Absolute(string address, bool isMedia)
    {
        if ((isMedia ? addresses.ResolveMedia(address) : addresses.Resolve(address)) is not { } absolute) return null;
        return absolute.Scheme switch
        {
            "http" or "https" or "mailto" or "tel" or "sms" or "xmpp" or "matrix" or "geo"
                or "magnet" or "irc" or "ircs" or "webcal" or "ftp" => absolute.AbsoluteUri,
            "data" when isMedia && absolute.AbsolutePath.StartsWith("image/", StringComparison.OrdinalIgnoreCase) => absolute.AbsoluteUri,
            _ => null,
        };
    }

    private string? AbsoluteSet(string set)
    {
        var candidates = SourceSet.Read(set)
            .Select(candidate => (Address: Absolute(candidate.Address, isMedia: true), candidate.Descriptor))
            .Where(candidate => candidate.Address is not null)
            .Select(candidate => $"{new SourceCandidate(candidate.Address!, candidate.Descriptor)}")
            .ToArray();
        return candidates.Length == 0 ? null : string.Join(", ", candidates);
    }
}
