using AngleSharp.Dom;
using AngleSharp.Html;

namespace Feeds.Text;

/// <summary>Writes and changes parsed HTML in linear time, where AngleSharp searches all siblings for each node.</summary>
internal static class HtmlTree
{
    /// <summary>The HTML in an element without scripts and styles.</summary>
    public static string Inner(IElement element)
    {
        var writer = new StringWriter();
        foreach (var child in element.ChildNodes) Write(child, writer);
        return writer.ToString();
    }

    /// <summary>Replaces all that is in an element.</summary>
    public static void Fill(IElement element, IEnumerable<INode> nodes)
    {
        INode[] after = [.. nodes];
        // A node from another parent is removed there together with its siblings.
        var parents = after.Select(node => node.Parent).OfType<IElement>().Append(element).Distinct().ToArray();
        foreach (var parent in parents) parent.TextContent = "";
        element.Append(after);
    }

    /// <summary>Replaces the elements below an element, the innermost first.</summary>
    /// <param name="other">The replacement of an element, or the element itself.</param>
    public static void Replace(IElement element, Func<IElement, IElement> other)
    {
        var before = element.ChildNodes.ToArray();
        foreach (var child in before.OfType<IElement>()) Replace(child, other);
        INode[] after = Array.ConvertAll(before, node => node is IElement child ? other(child) : node);
        if (!after.SequenceEqual(before)) Fill(element, after);
    }

    /// <summary>Replaces the nodes below an element, the innermost first.</summary>
    /// <param name="others">The nodes in place of one.</param>
    public static void Splice(IElement element, Func<INode, IEnumerable<INode>> others)
    {
        var before = element.ChildNodes.ToArray();
        foreach (var child in before.OfType<IElement>()) Splice(child, others);
        INode[] after = [.. before.SelectMany(others)];
        if (!after.SequenceEqual(before)) Fill(element, after);
    }

    /// <summary>An element with another name, the same attributes, and what was in this one.</summary>
    public static IElement Renamed(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes) renamed.SetAttribute(attribute.Name, attribute.Value);
        Fill(renamed, element.ChildNodes);
        return renamed;
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
