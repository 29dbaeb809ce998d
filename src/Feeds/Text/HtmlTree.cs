using AngleSharp.Dom;
using AngleSharp.Html;

namespace Feeds.Text;

/// <summary>Writes and changes parsed HTML in linear time, where AngleSharp looks for each node among all its siblings.</summary>
internal static class HtmlTree
{
    /// <summary>The HTML of what is in an element, in which no text is a script's or a style's.</summary>
    public static string Inner(IElement element)
    {
        var writer = new StringWriter();
        foreach (var child in element.ChildNodes) Write(child, writer);
        return writer.ToString();
    }

    /// <summary>Puts nodes in the place of all that is in an element.</summary>
    public static void Fill(IElement element, IEnumerable<INode> nodes)
    {
        INode[] after = [.. nodes];
        // A node from another parent is removed there together with its siblings.
        var parents = after.Select(node => node.Parent).OfType<IElement>().Append(element).Distinct().ToArray();
        foreach (var parent in parents) parent.TextContent = "";
        element.Append(after);
    }

    /// <summary>Puts other elements in the place of those below an element, from the innermost on.</summary>
    /// <param name="other">What stands in the place of an element: itself, or one that takes over what is in it.</param>
    public static void Replace(IElement element, Func<IElement, IElement> other)
    {
        var before = element.ChildNodes.ToArray();
        foreach (var child in before.OfType<IElement>()) Replace(child, other);
        INode[] after = Array.ConvertAll(before, node => node is IElement child ? other(child) : node);
        if (!after.SequenceEqual(before)) Fill(element, after);
    }

    private static void Write(INode node, StringWriter writer)
    {
        if (node is IText text) writer.Write(HtmlMarkupFormatter.Instance.Text(text));
        if (node is not IElement element) return;
        var isVoid = element.Flags.HasFlag(NodeFlags.SelfClosing);
        writer.Write(HtmlMarkupFormatter.Instance.OpenTag(element, isVoid));
        foreach (var child in element.ChildNodes) Write(child, writer);
        writer.Write(HtmlMarkupFormatter.Instance.CloseTag(element, isVoid));
    }
}
