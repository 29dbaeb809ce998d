namespace Feeds.Formats.Syndication;

/// <summary>Writes a list of feeds as OPML 2.0 (http://opml.org/spec2.opml).</summary>
internal static class OpmlWriter
{
    /// <param name="feeds">Each with the page that it is of.</param>
    public static void Write(string title, IEnumerable<(string Title, Uri Address, Uri Page)> feeds, Stream output)
    {
        using var xml = new FeedXmlTextWriter(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", XmlCharacters.Keep(title));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var feed in feeds)
        {
            var name = XmlCharacters.Keep(feed.Title);
            // Readers want the title beside the text, and take a line with a type for a feed.
            (string, string?)[] attributes =
            [
                ("text", name), ("title", name), ("type", "rss"),
                ("xmlUrl", FeedAddress.Of(feed.Address).AbsoluteUri), ("htmlUrl", FeedAddress.Of(feed.Page).AbsoluteUri),
            ];
            xml.WriteElement("outline", ns: null, text: null, attributes);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }
}
