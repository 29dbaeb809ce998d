using System.Globalization;
using System.Text;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>What Atom, RSS and OPML are made of; free text reaches it by way of <see cref="XmlCharacters"/> alone.</summary>
internal static class XmlElements
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    public static XmlWriter WriteTo(Stream output) => XmlWriter.Create(output, Settings);

    public static void WriteText(this XmlWriter xml, string ns, string name, string? text)
    {
        xml.WriteStartElement(name, ns);
        xml.WritePlain(XmlCharacters.Keep(text));
        xml.WriteEndElement();
    }

    public static void WriteTextIfAny(this XmlWriter xml, string ns, string name, string? text)
    {
        if (XmlCharacters.KeepIfAny(text) is { } kept)
            xml.WriteText(ns, name, kept);
    }

    /// <summary>Plain text. What looks like markup is written as numbers: the RSS Advisory Board's profile asks for it, and W3C's validator sees no HTML then.</summary>
    public static void WritePlain(this XmlWriter xml, string text)
    {
        var written = 0;
        for (var i = text.AsSpan().IndexOfAny('<', '&'); i >= 0 && i < text.Length; i++)
        {
            if (!HtmlText.StartsMarkup(text, i))
                continue;

            xml.WriteString(text[written..i]);
            xml.WriteCharEntity(text[i]);
            written = i + 1;
        }

        if (written < text.Length)
            xml.WriteString(text[written..]);
    }

    public static void WriteAddress(this XmlWriter xml, string ns, string name, Uri? address)
    {
        if (address is not null)
            xml.WriteElementString(name, ns, address.AbsoluteUri);
    }

    public static void WriteAttribute(this XmlWriter xml, string name, string text)
    {
        xml.WriteStartAttribute(name);
        xml.WritePlain(XmlCharacters.Keep(text));
        xml.WriteEndAttribute();
    }

    public static void WriteAttributeIfAny(this XmlWriter xml, string name, string? text)
    {
        if (XmlCharacters.KeepIfAny(text) is { } kept)
            xml.WriteAttribute(name, kept);
    }

    public static void WriteAttribute(this XmlWriter xml, string name, long number) =>
        xml.WriteAttributeString(name, number.ToString(CultureInfo.InvariantCulture));

    public static void WriteAddressAttribute(this XmlWriter xml, string name, Uri? address)
    {
        if (address is not null)
            xml.WriteAttributeString(name, address.AbsoluteUri);
    }

    public static void WriteLanguage(this XmlWriter xml, string? language)
    {
        if (language is not null)
            xml.WriteAttributeString("xml", "lang", ns: null, language);
    }

    /// <summary>Associating Style Sheets with XML documents 1.0: what a browser shows the document by, before the root element.</summary>
    public static void WriteStylesheet(this XmlWriter xml, Uri? stylesheet)
    {
        if (stylesheet is null)
            return;

        var href = XmlCharacters.Keep(stylesheet.IsAbsoluteUri ? stylesheet.AbsoluteUri : stylesheet.OriginalString);
        // The instruction has the look of attributes and their escapes, but XmlWriter takes it whole.
        var escaped = new StringBuilder(href).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
        xml.WriteProcessingInstruction("xml-stylesheet", $"type=\"text/css\" href=\"{escaped}\"");
    }

    /// <summary>RFC 4287 §4.2.7, in Atom and as an extension of RSS.</summary>
    public static void WriteLink(this XmlWriter xml, Link link)
    {
        xml.WriteStartLink(link.Href, link.Relation, Grammar.MediaTypeOrNone(link.MediaType));
        xml.WriteAttributeIfAny("title", link.Title);
        xml.WriteEndElement();
    }

    /// <summary>RFC 4287 §4.2.7.2: an enclosure says its size.</summary>
    public static void WriteLink(this XmlWriter xml, Enclosure enclosure)
    {
        xml.WriteStartLink(enclosure.Url, "enclosure", enclosure.WrittenMediaType);
        if (enclosure.Length > 0)
            xml.WriteAttribute("length", enclosure.Length);
        xml.WriteAttributeIfAny("title", enclosure.Title);
        xml.WriteEndElement();
    }

    /// <summary>RFC 5005 §2 and §4, in Atom and as an extension of RSS.</summary>
    public static void WriteHistory(this XmlWriter xml, FeedHistory history)
    {
        if (history == FeedHistory.Complete)
            xml.WriteText(Namespaces.History, "complete", text: null);
        else if (history == FeedHistory.Archive)
            xml.WriteText(Namespaces.History, "archive", text: null);
    }

    /// <summary>Media RSS 1.5.1, as an extension of Atom and RSS: some clients show only the content, some only the thumbnail.</summary>
    public static void WriteImage(this XmlWriter xml, Image image)
    {
        xml.WriteStartElement("content", Namespaces.Media);
        xml.WriteAttributeString("url", image.Url.AbsoluteUri);
        xml.WriteAttributeIfAny("type", Grammar.MediaTypeOrNone(image.MediaType));
        xml.WriteAttributeString("medium", "image");
        xml.WriteTextConstructIfAny(Namespaces.Media, "description", image.Description);
        xml.WriteEndElement();

        xml.WriteStartElement("thumbnail", Namespaces.Media);
        xml.WriteAttributeString("url", image.Url.AbsoluteUri);
        xml.WriteEndElement();
    }

    /// <summary>Plain text in an element that says of itself whether it is HTML (RFC 4287 §3.1; Media RSS 1.5.1, <c>media:description</c>).</summary>
    /// <remarks>With an end tag in it clients that guess take it for HTML whatever it says, so that it is written as HTML, escaped.</remarks>
    public static void WriteTextConstruct(this XmlWriter xml, string ns, string name, string text)
    {
        xml.WriteStartElement(name, ns);
        if (HtmlText.HasEndTag(text))
        {
            xml.WriteAttributeString("type", "html");
            xml.WriteString(HtmlText.EscapeAll(text));
        }
        else
        {
            xml.WritePlain(text);
        }

        xml.WriteEndElement();
    }

    public static void WriteTextConstructIfAny(this XmlWriter xml, string ns, string name, string? text)
    {
        if (XmlCharacters.KeepIfAny(text) is { } kept)
            xml.WriteTextConstruct(ns, name, kept);
    }

    /// <summary>A text file ends with a line end.</summary>
    public static void WriteLastLineEnd(this XmlWriter xml) => xml.WriteWhitespace("\n");

    private static void WriteStartLink(this XmlWriter xml, Uri href, string relation, string? mediaType)
    {
        xml.WriteStartElement("link", Namespaces.Atom);
        xml.WriteAttribute("rel", relation);
        xml.WriteAttributeIfAny("type", mediaType);
        xml.WriteAttributeString("href", href.AbsoluteUri);
    }
}
