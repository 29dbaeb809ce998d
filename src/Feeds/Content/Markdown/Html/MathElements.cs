using System.Collections.Frozen;
using AngleSharp.Dom;
using Feeds.Text;

namespace Feeds.Content.Markdown.Html;

/// <summary>Keeps the elements of MathML that show a formula, and no other.</summary>
internal static class MathElements
{
    private static readonly FrozenSet<string> Kept =
    [
        "math", "mi", "mn", "mo", "ms", "mtext", "mspace", "mrow", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom",
        "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd",
    ];

    private static readonly FrozenSet<string> KeptAttributes =
    [
        "display", "alttext", "mathvariant", "mathsize", "displaystyle", "scriptlevel", "dir", "id", "class", "title", "width", "height",
        "depth", "lspace", "rspace", "voffset", "linethickness", "form", "fence", "separator", "stretchy", "symmetric", "largeop",
        "movablelimits", "accent", "accentunder", "minsize", "maxsize", "columnalign", "rowalign", "columnspacing", "rowspacing",
        "columnlines", "rowlines", "columnspan", "rowspan", "frame",
    ];

    public static bool IsMath(IElement element) => element.LocalName is "math" && element.NamespaceUri == NamespaceNames.MathMlUri;

    /// <summary>Cleans a formula: text, and elements that show something; the text of all others.</summary>
    public static IElement Formula(IElement math)
    {
        var source = math.QuerySelector("annotation[encoding='application/x-tex']")?.TextContent.Trim();
        if (source is { Length: > 0 } && !math.HasAttribute("alttext")) math.SetAttribute("alttext", source);
        Clean(math);
        return math;
    }

    private static void Clean(IElement element)
    {
        foreach (var attribute in element.Attributes.Where(attribute => !KeptAttributes.Contains(attribute.Name)).ToArray())
            element.RemoveAttribute(attribute.Name);
        HtmlTree.Fill(element, [.. element.ChildNodes.SelectMany(Cleaned)]);
    }

    private static IEnumerable<INode> Cleaned(INode node)
    {
        if (node is IText) return [node];
        if (node is not IElement element || element.LocalName is "annotation" or "annotation-xml" or "script" or "style") return [];
        if (element.LocalName is "semantics") return element.Children.Take(1).SelectMany(Cleaned);
        if (element.NamespaceUri != NamespaceNames.MathMlUri || !Kept.Contains(element.LocalName))
            return [element.Owner!.CreateTextNode(element.TextContent)];
        Clean(element);
        return [element];
    }
}
