using System.Text.Json;
using System.Xml.Linq;
using Feeds.Formats.Syndication;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>What the writers make of a feed, as bytes and as documents read back.</summary>
internal static class Documents
{
    public static readonly XNamespace A = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public static readonly XNamespace Podcasting = "https://podcastindex.org/namespace/1.0";
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Fh = "http://purl.org/syndication/history/1.0";

    public static byte[] AtomBytes(Feed feed) =>
        Write(output => AtomWriter.Write(feed, new Uri("https://sydjango.example/atom.xml"), output));

    public static byte[] RssBytes(Feed feed) =>
        Write(output => RssWriter.Write(feed, new Uri("https://sydjango.example/rss.xml"), output));

    public static byte[] JsonBytes(Feed feed) =>
        Write(output => JsonFeedWriter.Write(feed, new Uri("https://sydjango.example/feed.json"), output));

    public static byte[] OpmlBytes(Opml opml) => Write(output => OpmlWriter.Write(opml, output));

    public static XElement Atom(Feed feed) => Parse(AtomBytes(feed));

    public static XElement Rss(Feed feed) => Parse(RssBytes(feed)).Element("channel")!;

    public static JsonElement Json(Feed feed) => JsonElement.Parse(JsonBytes(feed));

    private static byte[] Write(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }

    private static XElement Parse(byte[] bytes)
    {
        using var input = new MemoryStream(bytes);
        return XDocument.Load(input, LoadOptions.PreserveWhitespace).Root!;
    }
}
