using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>The one piece of XHTML in a feed.</summary>
internal static class BannerElements
{
    public static void WriteBanner(this XmlWriter xml, Banner? banner)
    {
        if (banner is null)
            return;

        xml.WriteStartElement("div", Namespaces.Xhtml);
        xml.WriteTextIfAny(Namespaces.Xhtml, "h1", banner.Heading);
        xml.WriteTextIfAny(Namespaces.Xhtml, "p", banner.Text);
        if (!banner.Links.IsEmpty)
            xml.WriteLinks(banner);
        xml.WriteEndElement();
    }

    private static void WriteLinks(this XmlWriter xml, Banner banner)
    {
        xml.WriteStartElement("ul", Namespaces.Xhtml);
        foreach (var link in banner.Links)
        {
            xml.WriteStartElement("li", Namespaces.Xhtml);
            xml.WriteStartElement("a", Namespaces.Xhtml);
            xml.WriteAttributeString("href", link.Href.AbsoluteUri);
            xml.WritePlain(XmlCharacters.Keep(link.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
