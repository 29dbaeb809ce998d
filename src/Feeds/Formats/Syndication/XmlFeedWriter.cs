using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Serialization;

namespace Feeds.Formats.Syndication;

/// <summary>Writes a feed as Atom 1.0 (RFC 4287) and RSS 2.0.</summary>
internal static class XmlFeedWriter
{
    public static void WriteAtom(SiteFeed feed, Stream output) =>
        Write(feed, output, new Atom10FeedFormatter(feed), "feed", Namespaces.Atom);

    public static void WriteRss(SiteFeed feed, Stream output) =>
        Write(feed, output, new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false), "rss", Namespaces.Rss);

    // The root is written here, since the library has no place for what stands before it, nor for the namespaces of extensions.
    private static void Write(SiteFeed feed, Stream output, IXmlSerializable formatter, string root, string ns)
    {
        using var xml = new FeedXmlTextWriter(output) { Feed = feed };
        xml.WriteStartDocument();
        WriteStylesheet(xml, feed.Stylesheet);
        xml.WriteStartElement(root, ns);
        foreach (var (prefix, uri) in Namespaces.Of(feed, ns)) xml.WriteAttributeString("xmlns", prefix, ns: null, uri);
        formatter.WriteXml(xml);
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    // Associating Style Sheets with XML documents 1.0.
    private static void WriteStylesheet(XmlTextWriter xml, Uri stylesheet)
    {
        // The instruction has the look of attributes and their escapes, but XmlWriter takes it whole.
        var href = HtmlText.EscapeAll(stylesheet.OriginalString).Replace("\"", "&quot;", StringComparison.Ordinal);
        xml.WriteProcessingInstruction("xml-stylesheet", $"type=\"text/css\" href=\"{href}\"");
    }
}
