using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>Writes a list of feeds as OPML 2.0 (http://opml.org/spec2.opml).</summary>
internal static class OpmlWriter
{
    /// <param name="page">The page that all of the feeds are of.</param>
    public static void Write(string title, Uri page, IEnumerable<(string Title, Uri Address)> feeds, Stream output)
    {
        using var xml = new FeedXmlTextWriter(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", XmlCharacters.Keep(title));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var feed in feeds) WriteOutline(xml, XmlCharacters.Keep(feed.Title), feed.Address, page);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    private static void WriteOutline(XmlWriter xml, string title, Uri address, Uri page)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("text", title);
        // Readers want the title beside the text, and take a line with a type for a feed.
        xml.WriteAttributeString("title", title);
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("xmlUrl", FeedAddress.Of(address).AbsoluteUri);
        xml.WriteAttributeString("htmlUrl", FeedAddress.Of(page).AbsoluteUri);
        xml.WriteEndElement();
    }
}
