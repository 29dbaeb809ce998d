using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>HTML that is safe in a reader: absolute addresses, nothing active.</summary>
/// <param name="Text">The same as plain text.</param>
/// <param name="Introduction">The text before the <c>more</c> mark, else the first paragraph.</param>
internal sealed record CleanedHtml(string Html, string Text, string? Introduction, Uri? FirstImage);

/// <summary>Makes an HTML fragment safe to send, on the parsed tree.</summary>
internal static class HtmlCleaner
{
    /// <summary>What goes with all that is in it.</summary>
    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
    [
        "script", "style", "object", "embed", "applet", "form", "button",
        "select", "textarea", "template", "noscript", "base", "link", "meta",
        "title", "head", "frame", "frameset", "svg", "math", "dialog", "canvas", "portal", "slot",
    ]);

    /// <summary>What stays; any other element goes, and its children take its place.</summary>
    private static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(
    [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi",
        "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
        "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol",
        "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section",
        "small", "source", "span", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "track", "u",
        "ul", "var", "video", "wbr",
    ]);

    private static readonly FrozenSet<string> KeptAttributes = FrozenSet.ToFrozenSet(
    [
        "href", "src", "srcset", "poster", "cite", "alt", "title", "id",
        "class", "width", "height", "lang", "dir", "colspan", "rowspan", "headers",
        "scope", "align", "start", "reversed", "value", "datetime", "controls",
        "kind", "srclang", "label", "media", "sizes", "type", "checked",
        "disabled", "open", "span", "abbr",
    ]);

    private static readonly FrozenSet<string> MoreMarks = FrozenSet.ToFrozenSet(["more", "truncate", "excerpt"]);

    private static readonly FrozenSet<string> AddressAttributes = FrozenSet.ToFrozenSet(["href", "src", "poster", "cite"]);

    /// <summary>Cleans a fragment; its addresses become those that <paramref name="addresses"/> gives.</summary>
    public static CleanedHtml Clean(string html, LinkResolver addresses)
    {
        var document = new HtmlParser().ParseDocument("");
        var body = document.Body!;
        body.InnerHtml = html;
        var beforeMore = BeforeMore(body);
        var isUnwrapped = body.Descendants<IElement>()
            .Any(element => !Kept.Contains(element.LocalName) && !Dropped.Contains(element.LocalName));
        CleanChildren(body, addresses);
        // What stood in an element that went may not stand where it now is: the parser knows what follows from that.
        if (isUnwrapped) body.InnerHtml = HtmlTree.Inner(body);
        var introduction = beforeMore ?? body.QuerySelectorAll("p:not(.markdown-alert-title)")
            .Select(paragraph => paragraph.TextContent)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var image = body.QuerySelectorAll("img")
            .Select(image => WebAddress.Read(image.GetAttribute("src")))
            .FirstOrDefault(address => address is not null);
        return new CleanedHtml(HtmlTree.Inner(body).Trim(), HtmlText.Read(body), introduction, image);
    }

    /// <summary>A text as it stands, each of its characters, with its blanks and line ends.</summary>
    public static CleanedHtml Plain(string text)
    {
        var document = new HtmlParser().ParseDocument("");
        var lines = document.CreateElement("pre");
        lines.TextContent = text;
        return new CleanedHtml(lines.OuterHtml, text.Trim(), text, FirstImage: null);
    }

    private static string? BeforeMore(IElement body)
    {
        var mark = body.ChildNodes.FirstOrDefault(
            node => node is IComment comment && MoreMarks.Contains(comment.Data.Trim().ToLowerInvariant()));
        if (mark is null) return null;
        var nodes = body.ChildNodes.TakeWhile(node => node != mark).Where(node => node is IElement or IText);
        var words = string.Join(' ', nodes.Select(node => node.TextContent));
        return string.IsNullOrWhiteSpace(words) ? null : words;
    }

    private static void CleanChildren(IElement parent, LinkResolver addresses)
    {
        var before = parent.ChildNodes.ToArray();
        List<INode> after = [.. before.SelectMany(node => Cleaned(node, addresses))];
        if (!after.SequenceEqual(before)) HtmlTree.Fill(parent, after);
    }

    /// <summary>What stays in the place of a node.</summary>
    private static IReadOnlyList<INode> Cleaned(INode node, LinkResolver addresses)
    {
        if (node is IText) return [node];
        if (node is not IElement element) return [];
        if (element.LocalName is "iframe") return Embed.AsLink((IHtmlElement)element, addresses) is { } link ? [link] : [];
        if (Dropped.Contains(element.LocalName) || element is IHtmlInputElement { Type: not "checkbox" }) return [];
        CleanChildren(element, addresses);
        if (!Kept.Contains(element.LocalName)) return [.. element.ChildNodes];
        CleanAttributes(element, addresses);
        return [element];
    }

    private static void CleanAttributes(IElement element, LinkResolver addresses)
    {
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (attribute.Name is "style" && Alignment(attribute.Value) is { } alignment) element.SetAttribute("align", alignment);
            if (!KeptAttributes.Contains(attribute.Name)) element.RemoveAttribute(attribute.Name);
            else if (attribute.Name is "srcset") SetOrRemove(element, attribute.Name, AbsoluteSet(attribute.Value, addresses));
            else if (AddressAttributes.Contains(attribute.Name))
                SetOrRemove(element, attribute.Name, Absolute(attribute.Value, addresses, isPicture: element is IHtmlImageElement));
        }

        if (element is IHtmlInputElement) element.SetAttribute("disabled", "");
    }

    // Markdown's tables align their cells by a style, which readers take for a danger.
    private static string? Alignment(string style) => style.Replace(" ", "", StringComparison.Ordinal).TrimEnd(';') switch
    {
        "text-align:left" => "left",
        "text-align:center" => "center",
        "text-align:right" => "right",
        _ => null,
    };

    private static void SetOrRemove(IElement element, string name, string? value)
    {
        if (value is null) element.RemoveAttribute(name);
        else element.SetAttribute(name, value);
    }

    /// <summary>The absolute form of an address; null when it is none, or could run something.</summary>
    private static string? Absolute(string address, LinkResolver addresses, bool isPicture)
    {
        if (addresses.Resolve(address) is not { } absolute) return null;
        return absolute.Scheme switch
        {
            "http" or "https" or "mailto" or "tel" or "sms" or "xmpp" or "matrix" or "geo" or "magnet" or "irc" or "ircs" or "webcal" or "ftp" =>
                absolute.AbsoluteUri,
            "data" when isPicture && absolute.AbsolutePath.StartsWith("image/", StringComparison.OrdinalIgnoreCase) => absolute.AbsoluteUri,
            _ => null,
        };
    }

    private static string? AbsoluteSet(string set, LinkResolver addresses)
    {
        var candidates = set.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(candidate => candidate.Split(' ', 2))
            .Select(parts => (Address: Absolute(parts[0], addresses, isPicture: true), Descriptor: parts.Length > 1 ? " " + parts[1].Trim() : ""))
            .Where(candidate => candidate.Address is not null)
            .Select(candidate => candidate.Address + candidate.Descriptor)
            .ToArray();
        return candidates.Length == 0 ? null : string.Join(", ", candidates);
    }
}
