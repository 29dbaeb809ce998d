using System.ServiceModel.Syndication;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>A recording that goes with an entry.</summary>
internal sealed class Enclosure(Uri url, string? mediaType, long length, TimeSpan? duration)
    : SyndicationLink(FeedAddress.Of(url), "enclosure", title: null, Grammar.MediaTypeOrNone(mediaType) ?? Unknown, length)
{
    private const string Unknown = "application/octet-stream";

    public TimeSpan? Duration => duration;

    // RSS 2.0 wants a length even where it is unknown, and the library leaves it out.
    protected override void WriteAttributeExtensions(XmlWriter writer, string version)
    {
        if (Length == 0 && version == SyndicationVersions.Rss20) writer.WriteAttributeString("length", "0");
    }
}
