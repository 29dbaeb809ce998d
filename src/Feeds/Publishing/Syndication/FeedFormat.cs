using System.Collections.Immutable;
using Feeds.Formats.Syndication;

namespace Feeds.Publishing.Syndication;

/// <summary>A format in which every feed is written.</summary>
/// <param name="File">The last part of its addresses.</param>
internal sealed record FeedFormat(string File, MediaType MediaType, Action<Feed, Uri, Stream> Write)
{
    public static readonly ImmutableArray<FeedFormat> All =
    [
        new("atom.xml", MediaType.Atom, AtomWriter.Write),
        new("rss.xml", MediaType.Rss, RssWriter.Write),
        new("feed.json", MediaType.JsonFeed, JsonFeedWriter.Write),
    ];
}
