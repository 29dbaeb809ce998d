using System.Buffers;
using System.Collections.Frozen;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>Writes the XML of feeds and feed lists, and corrects how the library spells dates and text.</summary>
internal sealed class FeedXmlTextWriter : XmlTextWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<&\t");

    /// <summary>The elements and attributes that hold an address, an id or HTML; all others hold plain text.</summary>
    private static readonly FrozenSet<string> Verbatim = FrozenSet.Create(
        StringComparer.Ordinal,
        ["id", "guid", "uri", "url", "link", "href", "icon", "content", "encoded", "xmlUrl", "htmlUrl"]);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private string element = "";
    private string attribute = "";

    public FeedXmlTextWriter(Stream output)
        : base(new StreamWriter(output, Utf8, bufferSize: 16_384, leaveOpen: true) { NewLine = "\n" }) =>
        Formatting = Formatting.Indented;

    /// <summary>The feed that is written; null for a list of feeds.</summary>
    public SyndicationFeed? Feed { get; init; }

    /// <summary>The entry that is written; null before the first one.</summary>
    public SyndicationItem? Entry { get; set; }

    public override void WriteStartElement(string? prefix, string localName, string? ns)
    {
        element = localName;
        base.WriteStartElement(prefix, localName, ns);
    }

    public override void WriteStartAttribute(string? prefix, string localName, string? ns)
    {
        attribute = localName;
        base.WriteStartAttribute(prefix, localName, ns);
    }

    public override void WriteString(string? text)
    {
        var name = WriteState == WriteState.Attribute ? attribute : element;
        if (DateOf(name) is { } date)
            base.WriteString(date);
        else if (Verbatim.Contains(name) || (name is "description" && Entry is not null))
            base.WriteString(text);
        else
            WriteText(text ?? "");
    }

    // System.ServiceModel.Syndication cuts fractions of a second, and ends a date of RSS in UTC with a Z, which RFC 822 does not know.
    private string? DateOf(string name) => name switch
    {
        "published" => Timestamp.Rfc3339(Entry!.PublishDate),
        "updated" => Timestamp.Rfc3339(Entry?.LastUpdatedTime ?? Feed!.LastUpdatedTime),
        "pubDate" => Timestamp.Rfc822(Entry!.PublishDate),
        "lastBuildDate" => Timestamp.Rfc822(Feed!.LastUpdatedTime),
        _ => null,
    };

    // What looks like markup is written as numbers: the RSS Advisory Board's profile asks for it, and W3C's validator sees no HTML then.
    private void WriteText(string text)
    {
        var written = 0;
        for (var i = text.AsSpan().IndexOfAny(Special); i >= 0 && i < text.Length; i++)
        {
            // XmlTextWriter leaves a tab in an attribute, where XML 1.0 §3.3.3 makes it a space.
            var isSpecial = text[i] == '\t' ? WriteState == WriteState.Attribute : HtmlText.StartsMarkup(text, i);
            if (!isSpecial) continue;

            base.WriteString(text[written..i]);
            WriteCharEntity(text[i]);
            written = i + 1;
        }

        base.WriteString(text[written..]);
    }
}
