using System.ServiceModel.Syndication;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>The feed from which an entry was taken (RFC 4287 §4.2.11; <c>source</c> in RSS).</summary>
internal sealed class EntrySource : SyndicationFeed
{
    private readonly DateTimeOffset updated;
    private readonly Uri? home;

    /// <param name="address">Where the feed is; null when it must not be named.</param>
    public EntrySource(string id, string title, Uri? home, Uri? address, DateTimeOffset updated)
    {
        (this.updated, this.home) = (updated, home);
        Id = XmlCharacters.Keep(id);
        Title = FeedText.Of(title);
        if (home is not null) Add("alternate", home, "text/html");
        if (address is not null) Add("self", address, mediaType: null);
    }

    private void Add(string relation, Uri address, string? mediaType) =>
        Links.Add(new SyndicationLink(FeedAddress.Of(address), relation, title: null, mediaType, length: 0));

    // RSS 2.0 requires an address, and the library writes only that of the feed.
    protected override void WriteAttributeExtensions(XmlWriter writer, string version)
    {
        if (version != SyndicationVersions.Rss20 || Links.Any(link => link.RelationshipType == "self")) return;
        writer.WriteAttributeString("url", home is null ? Id : FeedAddress.Of(home).AbsoluteUri);
    }

    // Raw, since the writer of feeds takes a date in an entry for that of the entry.
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (version != SyndicationVersions.Atom10) return;
        writer.WriteStartElement("updated", Namespaces.Atom);
        writer.WriteRaw(Timestamp.Rfc3339(updated));
        writer.WriteEndElement();
    }
}
