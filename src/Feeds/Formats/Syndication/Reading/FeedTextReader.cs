using System.Collections.Frozen;
using System.Xml.Linq;

namespace Feeds.Formats.Syndication.Reading;

/// <summary>Reads the texts and addresses of a feed that somebody else wrote.</summary>
internal static class FeedTextReader
{
    private const string Atom03 = "http://purl.org/atom/ns#";

    private static readonly FrozenSet<string> Void = ["area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"];

    /// <summary>The text of the first child with a name; null for none.</summary>
    public static FeedFileText? Read(XElement parent, XName name)
    {
        if (parent.Element(name) is not { } element) return null;
        var isAtom = element.Name.NamespaceName is Namespaces.Atom or Atom03;
        var (type, mode) = ((string?)element.Attribute("type"), (string?)element.Attribute("mode"));
        var kind = (isAtom, type) switch
        {
            (false, _) => element.HasElements ? FeedFileTextKind.Html : FeedFileTextKind.Unstated,
            (_, "html" or "text/html" or "xhtml" or "application/xhtml+xml") => FeedFileTextKind.Html,
            _ => mode == "escaped" && type is not "text/plain" ? FeedFileTextKind.Unstated : FeedFileTextKind.Plain,
        };
        // Markup that is not escaped is XHTML, whatever its type.
        if (element.HasElements) kind = FeedFileTextKind.Html;
        var value = element.HasElements ? Markup(element) : element.Value;
        return string.IsNullOrWhiteSpace(value) ? null : new FeedFileText(value.Trim(), kind, BaseOf(element));
    }

    private static string Markup(XElement element)
    {
        var copy = new XElement(element);
        // HTML has no prefixes.
        foreach (var one in copy.DescendantsAndSelf())
        {
            one.Name = one.Name.LocalName;
            one.ReplaceAttributes(one.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
                .OrderBy(attribute => attribute.Name.NamespaceName.Length)
                .DistinctBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal)
                .Select(attribute => new XAttribute(attribute.Name.LocalName, attribute.Value)));
            // Nor can it close such an element where it opens.
            if (one.IsEmpty && !Void.Contains(one.Name.LocalName)) one.Add("");
        }

        return string.Concat(copy.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
    }

    /// <summary>An address of an element as it is, or from its base; null when there is none.</summary>
    public static string? Resolved(XElement element, string? address)
    {
        if (Trimmed(address) is not { } written) return null;
        return Uri.TryCreate(BaseOf(element), UriKind.Absolute, out var from) && Uri.TryCreate(from, written, out var absolute)
            ? absolute.AbsoluteUri
            : written;
    }

    // XML Base §3: one base may be relative to that around it.
    private static string? BaseOf(XElement element)
    {
        var written = element.AncestorsAndSelf().Select(one => (string?)one.Attribute(XNamespace.Xml + "base")).OfType<string>().Reverse();
        Uri? all = null;
        foreach (var one in written)
        {
            if (all is null ? Uri.TryCreate(one, UriKind.Absolute, out var next) : Uri.TryCreate(all, one, out next)) all = next;
        }

        return all?.AbsoluteUri;
    }

    public static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
