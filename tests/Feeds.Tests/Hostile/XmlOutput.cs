using System.Xml;

namespace Feeds.Tests.Hostile;

/// <summary>Looks through XML: its elements, their attributes, the HTML in its texts, its addresses.</summary>
internal static class XmlOutput
{
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true };

    public static void Look(byte[] body, Action<string> part, Action<string> html, Action<string> report)
    {
        var names = new Stack<string>(["xml"]);
        var isHtml = false;
        using var reader = XmlReader.Create(new MemoryStream(body), Strict);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var name = $"{reader.NamespaceURI} {reader.LocalName}";
                    // That of a channel is a sentence, not HTML; the RSS Advisory Board's profile says how it is escaped.
                    isHtml = reader.LocalName is "encoded" || (reader.LocalName is "description" && names.Peek().EndsWith(" item", StringComparison.Ordinal)) || reader.GetAttribute("type") is "html";
                    var attributes = new List<string>();
                    while (reader.MoveToNextAttribute())
                    {
                        attributes.Add(reader.Name);
                        if (reader.LocalName is "href" or "url" or "src" or "xmlUrl" or "htmlUrl" && !Addresses.IsHarmless(reader.Value)) report($"{name} leads to {reader.Value}");
                    }

                    // One without an optional attribute is as harmless as one with it.
                    foreach (var attribute in attributes) part($"{names.Peek()} > {name} @{attribute}");
                    part($"{names.Peek()} > {name}");
                    if (!isEmpty) names.Push(name);
                    break;
                case XmlNodeType.EndElement:
                    names.Pop();
                    isHtml = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when isHtml:
                    html(reader.Value);
                    break;
                case XmlNodeType.Text when names.Peek().Split(' ')[1] is "link" or "docs" or "comments" or "uri" or "loc" && !Addresses.IsHarmless(reader.Value):
                    report($"{names.Peek()} leads to {reader.Value}");
                    break;
                case XmlNodeType.ProcessingInstruction or XmlNodeType.Comment or XmlNodeType.DocumentType or XmlNodeType.EntityReference:
                    part($"{reader.NodeType} {reader.Name}");
                    break;
            }
        }
    }
}
