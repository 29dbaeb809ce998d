using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Feeds.Formats.Syndication;

namespace Feeds.Benchmarks.Parts;

/// <summary>A feed of twenty entries written as Atom, beside System.Xml's writer told the same nodes one by one. BenchmarkDotNet asks for a class that is public and open.</summary>
public class FeedPart
{
    private static readonly Uri Home = new("https://example.org/");
    private static readonly DateTimeOffset Date = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string Html = Markdig.Markdown.ToHtml(GeneratedSite.OnePost());
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
    private static readonly FeedPerson Author = new("Generated");

    private static readonly List<Action<XmlWriter>> Nodes = NodesOf(Written());

    [Benchmark(Baseline = true), BenchmarkCategory("feed")]
    public long XmlWriterAlone()
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, Settings))
        {
            foreach (var node in Nodes) node(xml);
        }

        return output.Length;
    }

    [Benchmark, BenchmarkCategory("feed")]
    public long Atom() => Written().Length;

    private static MemoryStream Written()
    {
        var output = new MemoryStream();
        var feed = new SiteFeed("Generated", Home, Author, [.. Enumerable.Range(0, 20).Select(EntryOf)])
        {
            Id = Home.AbsoluteUri,
            LastUpdatedTime = Date,
            Stylesheet = new Uri("/feed.css", UriKind.Relative),
            Notice = new FeedNotice("Generated", "This is a feed.", new Uri("https://generated.example/atom.xml"), []),
        };
        feed.AddLink("self", new Uri(Home, "/atom.xml"), "application/atom+xml");
        XmlFeedWriter.WriteAtom(feed, output);
        return output;
    }

    private static FeedEntry EntryOf(int number)
    {
        var link = new Uri(FormattableString.Invariant($"https://example.org/{number}/"));
        return new FeedEntry(link.AbsoluteUri, "A post & more", link) { PublishDate = Date, LastUpdatedTime = Date, FeedAuthor = Author, Html = Html };
    }

    private static List<Action<XmlWriter>> NodesOf(MemoryStream written)
    {
        var nodes = new List<Action<XmlWriter>>();
        using var reader = XmlReader.Create(new MemoryStream(written.ToArray()));
        while (reader.Read())
        {
            var (prefix, name, space, value) = (reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    nodes.Add(xml => xml.WriteStartElement(prefix, name, space));
                    while (reader.MoveToNextAttribute()) nodes.Add(AttributeOf(reader));
                    if (isEmpty) nodes.Add(xml => xml.WriteEndElement());
                    break;
                case XmlNodeType.EndElement:
                    nodes.Add(xml => xml.WriteEndElement());
                    break;
                case XmlNodeType.Text:
                    nodes.Add(xml => xml.WriteString(value));
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    nodes.Add(xml => xml.WriteWhitespace(value));
                    break;
            }
        }

        return nodes;
    }

    private static Action<XmlWriter> AttributeOf(XmlReader reader)
    {
        var (prefix, name, space, value) = (reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        return xml => xml.WriteAttributeString(prefix, name, space, value);
    }
}
