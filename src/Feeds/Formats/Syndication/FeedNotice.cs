using System.Collections.Immutable;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>What a person sees who opens the feed in a browser: XHTML, which feed readers pass over.</summary>
/// <param name="Address">The address of the feed, to be copied.</param>
internal sealed record FeedNotice(string Heading, string Text, Uri Address, ImmutableArray<(Uri Address, string Text)> Links)
{
    /// <summary>The entries in short, since a style sheet cannot make a link of an entry's title, nor write its date for people.</summary>
    public ImmutableArray<(Uri Address, string Title, string Date)> Entries { get; init; } = [];

    public void WriteTo(XmlWriter xml)
    {
        xml.WriteStartElement("div", Namespaces.Xhtml);
        // Without it, a phone shows the feed as wide as a desk's screen, in tiny letters.
        xml.WriteElement("meta", Namespaces.Xhtml, text: null, ("name", "viewport"), ("content", "width=device-width"));
        xml.WriteElementString("h1", Namespaces.Xhtml, XmlCharacters.Keep(Heading));
        xml.WriteElementString("p", Namespaces.Xhtml, Text);
        xml.WriteElementString("code", Namespaces.Xhtml, FeedAddress.Of(Address).AbsoluteUri);
        xml.WriteStartElement("ul", Namespaces.Xhtml);
        foreach (var (address, text) in Links) WriteLink(xml, address, XmlCharacters.Keep(text), date: null);
        xml.WriteEndElement();
        if (!Entries.IsEmpty)
        {
            xml.WriteStartElement("ol", Namespaces.Xhtml);
            foreach (var (address, title, date) in Entries) WriteLink(xml, address, title, date);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, Uri address, string text, string? date)
    {
        xml.WriteStartElement("li", Namespaces.Xhtml);
        xml.WriteElement("a", Namespaces.Xhtml, text, ("href", FeedAddress.Of(address).AbsoluteUri));
        if (date is not null) xml.WriteElementString("small", Namespaces.Xhtml, date);
        xml.WriteEndElement();
    }
}
