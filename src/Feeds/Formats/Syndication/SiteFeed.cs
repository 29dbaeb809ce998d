using System.Collections.Immutable;
using System.ServiceModel.Syndication;
using System.Xml;
using Feeds.Formats.Syndication.Podcasts;

namespace Feeds.Formats.Syndication;

/// <summary>A feed of the site, with the extensions that it uses.</summary>
internal sealed class SiteFeed : SyndicationFeed
{
    // RSS 2.0 knows three formats, and the validators go by the address.
    private static readonly ImmutableArray<string> ImageFormats = [".gif", ".jpeg", ".jpg", ".png"];

    public SiteFeed(string title, Uri page, FeedPerson author, ImmutableArray<FeedEntry> entries)
        : base(entries)
    {
        Title = FeedText.OfTitle(title, page);
        Entries = entries;
        Authors.Add(author);
    }

    /// <summary>Newest first, as they are written.</summary>
    public ImmutableArray<FeedEntry> Entries { get; }

    public FeedHistory History { get; init; }

    public Uri? Icon { get; init => field = value is null ? null : FeedAddress.Of(value); }

    /// <summary>The style sheet by which a browser shows it; relative to the document.</summary>
    public required Uri Stylesheet { get; init; }

    /// <summary>What a browser shows above the entries.</summary>
    public required FeedNotice Notice { get; init; }

    public Podcast? Podcast { get; init; }
    public ImmutableArray<DeletedEntry> Deleted { get; init; } = [];

    /// <summary>The address of the first link of a relation; null when there is none.</summary>
    public Uri? Find(string relation) => Links.FirstOrDefault(link => link.RelationshipType == relation)?.Uri;

    public void AddLink(string relation, Uri address, string? mediaType) =>
        Links.Add(new SyndicationLink(FeedAddress.Of(address), relation, title: null, mediaType, length: 0));

    /// <summary>The same feed in another language.</summary>
    public void AddTranslation(Uri address, string mediaType, string language)
    {
        var link = new SyndicationLink(FeedAddress.Of(address), "alternate", title: null, mediaType, length: 0);
        link.AttributeExtensions.Add(new XmlQualifiedName("hreflang"), language);
        Links.Add(link);
    }

    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        var isRss = version == SyndicationVersions.Rss20;
        if (isRss)
            WriteRssExtensions(writer);
        else if (Icon is not null)
            writer.WriteElementString("icon", Namespaces.Atom, Icon.AbsoluteUri);
        if (History != FeedHistory.Newest)
            writer.WriteElementString(History == FeedHistory.Complete ? "complete" : "archive", Namespaces.History, value: null);
        Notice.WriteTo(writer);
        if (isRss) return;
        foreach (var (id, when) in Deleted)
        {
            writer.WriteElement(
                "deleted-entry", Namespaces.Tombstones, text: null, ("ref", XmlCharacters.Keep(id)), ("when", Timestamp.Rfc3339(when)));
        }
    }

    private void WriteRssExtensions(XmlWriter xml)
    {
        if (Authors.OfType<FeedPerson>().Select(author => author.Contact).FirstOrDefault() is { } contact)
            xml.WriteElementString("managingEditor", contact);
        WriteRssImage(xml);
        foreach (var link in Links.Where(link => link.RelationshipType != "alternate"))
        {
            var address = link.Uri.AbsoluteUri;
            xml.WriteElement(
                "link", Namespaces.Atom, text: null, ("rel", link.RelationshipType), ("type", link.MediaType), ("href", address));
        }

        if (Podcast is not null) xml.WritePodcast(Podcast, Authors[0].Name);
    }

    // The library would write the same picture into Atom as the logo.
    private void WriteRssImage(XmlWriter xml)
    {
        if (Icon?.AbsoluteUri is not { } icon || !ImageFormats.Any(format => icon.EndsWith(format, StringComparison.OrdinalIgnoreCase)))
            return;

        xml.WriteStartElement("image");
        xml.WriteElementString("url", icon);
        xml.WriteElementString("title", Title.Text);
        xml.WriteElementString("link", Find("alternate")?.AbsoluteUri);
        xml.WriteEndElement();
    }
}

/// <summary>An entry that was removed from a feed (RFC 6721 §3).</summary>
internal sealed record DeletedEntry(string Id, DateTimeOffset When);
