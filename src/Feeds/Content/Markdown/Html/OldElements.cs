using System.Collections.Frozen;
using AngleSharp.Dom;
using Feeds.Text;

namespace Feeds.Content.Markdown.Html;

/// <summary>Replaces elements of old HTML by those that mean the same today.</summary>
internal static class OldElements
{
    private static readonly FrozenDictionary<string, string> Successors = new Dictionary<string, string>
    {
        ["strike"] = "s",
        ["tt"] = "code",
        ["acronym"] = "abbr",
        ["menu"] = "ul",
        ["dir"] = "ul",
        ["center"] = "div",
        ["xmp"] = "pre",
        ["listing"] = "pre",
    }.ToFrozenDictionary();

    /// <summary>Whether it is an element of old HTML.</summary>
    public static bool Has(string name) => Successors.ContainsKey(name) || name is "font" or "big" or "nobr";

    public static IElement Replaced(IElement element)
    {
        if (!Successors.TryGetValue(element.LocalName, out var name)) return element;
        var replaced = HtmlTree.Renamed(element, name);
        if (element.LocalName is "center") replaced.SetAttribute("align", "center");
        return replaced;
    }
}
