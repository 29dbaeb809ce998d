using System.Collections.Immutable;
using Feeds.Formats.Syndication;

namespace Feeds.Publishing.Syndication;

/// <summary>A format in which every feed is written, with its file name.</summary>
internal sealed record FeedFormat(string File, MediaType MediaType, Action<SiteFeed, Stream> Write)
{
    public static readonly FeedFormat Atom = new("atom.xml", MediaType.Atom, XmlFeedWriter.WriteAtom);
    public static readonly FeedFormat Rss = new("rss.xml", MediaType.Rss, XmlFeedWriter.WriteRss);
    public static readonly FeedFormat Json = new("feed.json", MediaType.JsonFeed, JsonFeedWriter.Write);

    public static readonly ImmutableArray<FeedFormat> All = [Atom, Rss, Json];
}
