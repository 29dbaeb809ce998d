using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>Writes a list of feeds as OPML 2.0 (http://opml.org/spec2.opml).</summary>
public static class OpmlWriter
{
    /// <summary>The media type of what is written: OPML has registered none, and readers know it by this.</summary>
    public const string MediaType = "text/x-opml";

    /// <summary>Writes the list as UTF-8 without a byte order mark and leaves the stream open.</summary>
    /// <remarks>Characters that XML forbids or discourages are left out, and text that is blank is not written.</remarks>
    /// <param name="opml">What to write.</param>
    /// <param name="output">Where to write it.</param>
    public static void Write(Opml opml, Stream output)
    {
        ArgumentNullException.ThrowIfNull(opml);
        ArgumentNullException.ThrowIfNull(output);

        using var xml = XmlElements.WriteTo(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteText(Namespaces.Opml, "title", opml.Title);
        if (opml.Modified is { } modified)
            xml.WriteText(Namespaces.Opml, "dateModified", Timestamp.Rfc822(modified));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var outline in opml.Outlines)
            WriteOutline(xml, outline);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteLastLineEnd();
    }

    private static void WriteOutline(XmlWriter xml, Outline outline)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttribute("text", outline.Text);
        // A line with a type is a feed to the readers, and readers want its title beside its text.
        if (outline.FeedUrl is { } feed)
        {
            xml.WriteAttribute("title", outline.Text);
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("xmlUrl", feed.AbsoluteUri);
            xml.WriteAddressAttribute("htmlUrl", outline.PageUrl);
            xml.WriteAttributeIfAny("description", outline.Description);
            xml.WriteAttributeIfAny("language", Grammar.LanguageOrNone(outline.Language));
        }

        foreach (var inside in outline.Outlines)
            WriteOutline(xml, inside);
        xml.WriteEndElement();
    }
}
