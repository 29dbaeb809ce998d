using System.Collections.Immutable;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>What a person sees who opens the feed in a browser: XHTML, which feed readers pass over.</summary>
internal sealed record FeedNotice(string Heading, string Text, ImmutableArray<(Uri Address, string Text)> Links)
{
    public void WriteTo(XmlWriter xml)
    {
        xml.WriteStartElement("div", Namespaces.Xhtml);
        xml.WriteElementString("h1", Namespaces.Xhtml, XmlCharacters.Keep(Heading));
        xml.WriteElementString("p", Namespaces.Xhtml, Text);
        xml.WriteStartElement("ul", Namespaces.Xhtml);
        foreach (var (address, text) in Links)
        {
            xml.WriteStartElement("li", Namespaces.Xhtml);
            xml.WriteElement("a", Namespaces.Xhtml, XmlCharacters.Keep(text), ("href", FeedAddress.Of(address).AbsoluteUri));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
