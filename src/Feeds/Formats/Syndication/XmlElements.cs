using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>Writes an XML element with attributes in one call.</summary>
internal static class XmlElements
{
    /// <summary>Writes an element; an attribute without a value is left out.</summary>
    public static void WriteElement(
        this XmlWriter xml, string name, string? ns, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name, ns);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null) xml.WriteAttributeString(attribute, value);
        }

        if (text is not null) xml.WriteString(text);
        xml.WriteEndElement();
    }
}
