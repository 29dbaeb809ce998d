using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Feeds.Tests.Hostile;

/// <summary>Looks through pages, and through the HTML within other outputs, as browsers parse it.</summary>
internal static class PageOutput
{
    private static readonly string[] NeverAnywhere =
        ["base", "embed", "form", "frame", "frameset", "iframe", "mglyph", "maction", "annotation-xml", "noscript", "object", "applet", "portal", "style", "template", "textarea", "select", "dialog", "slot", "marquee", "plaintext", "xmp", "noembed", "noframes", "foreignobject", "injected", "custom-element"];

    private static readonly string[] NeverInProse = ["script", "svg", "link", "meta", "title", "head", "body", "html", "button"];

    private static readonly string[] AddressAttributes = ["href", "src", "action", "formaction", "poster", "cite", "data", "ping", "background", "xlink:href", "data-player", "data-copy"];

    private static readonly string[] ProseAttributes =
    [
        "href", "src", "srcset", "poster", "cite", "alt", "title", "id", "class", "width", "height", "lang", "dir", "colspan", "rowspan", "headers", "scope", "align", "start", "reversed", "value", "datetime", "controls", "kind", "srclang", "label", "media", "sizes", "type", "checked", "disabled", "open", "span", "abbr",
        "loading", "referrerpolicy", "preload", "tabindex", "aria-label", "data-player",
    ];

    public static void Look(byte[] body, Action<string> part, Action<string> report)
    {
        var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(body));
        var prose = document.QuerySelectorAll(".prose").FirstOrDefault(element => element.ParentElement is { LocalName: "article" });
        LookThrough(prose is null ? [] : prose.Descendants<IElement>(), report);
        foreach (var element in document.All.Where(element => prose is null || !prose.IsInclusiveAncestorOf(element) || element == prose))
        {
            Look(element, report);
            // A name and its data are known by the page, an order of classes is not.
            foreach (var attribute in element.Attributes) part($"{element.ParentElement?.LocalName} > {element.LocalName} @{attribute.Name}");
            part($"{element.ParentElement?.LocalName} > {element.LocalName}");
            if (element.LocalName is "meta" && element.HasAttribute("http-equiv")) report($"has {element.OuterHtml}");
        }

        foreach (var script in document.Scripts.Where(script => script.Type is "application/ld+json")) JsonOutput.Look(Encoding.UTF8.GetBytes(script.Text), part, _ => { }, report);
        var scripts = document.Scripts.Where(script => script.Type is not "application/ld+json").Select(script => script.Text).ToArray();
        part($"scripts: {string.Join('\n', scripts)}");
    }

    public static void LookThroughProse(string html, Action<string> report)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = html;
        LookThrough(body.Descendants<IElement>(), report);
    }

    private static void LookThrough(IEnumerable<IElement> elements, Action<string> report)
    {
        foreach (var element in elements)
        {
            Look(element, report);
            if (NeverInProse.Contains(element.LocalName) || element is { LocalName: "input" } && element.GetAttribute("type") is not "checkbox") report($"has <{element.LocalName}> within a text");
            foreach (var attribute in element.Attributes)
            {
                if (!ProseAttributes.Contains(attribute.Name)) report($"has the attribute {attribute.Name} on <{element.LocalName}> within a text");
            }
        }
    }

    private static void Look(IElement element, Action<string> report)
    {
        if (NeverAnywhere.Contains(element.LocalName)) report($"has <{element.LocalName}>");
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "style" or "srcdoc" or "injected") report($"has the attribute {attribute.Name} on <{element.LocalName}>");
            if (AddressAttributes.Contains(attribute.Name) && !IsHarmless(element, attribute)) report($"<{element.LocalName} {attribute.Name}> leads to {attribute.Value}");
        }

        foreach (var candidate in element.GetAttribute("srcset")?.Split(',') ?? [])
        {
            if (candidate.Contains("script:", StringComparison.OrdinalIgnoreCase) || candidate.Contains("data:text", StringComparison.OrdinalIgnoreCase)) report($"<{element.LocalName} srcset> leads to {candidate}");
        }
    }

    // A picture's data run nothing, not even a drawing's; nor do words that are copied.
    private static bool IsHarmless(IElement element, IAttr attribute) =>
        Hostile.Addresses.IsHarmless(attribute.Value)
        || (element.LocalName is "img" && attribute.Name is "src" && attribute.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase));
}
