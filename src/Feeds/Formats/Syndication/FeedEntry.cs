using System.ServiceModel.Syndication;
using System.Xml;
using Feeds.Formats.Syndication.Podcasts;

namespace Feeds.Formats.Syndication;

/// <summary>An entry of a feed, with the extensions that it uses.</summary>
internal sealed class FeedEntry : SyndicationItem
{
    public FeedEntry(string id, string title, Uri page)
    {
        Id = XmlCharacters.Keep(id);
        Page = FeedAddress.Of(page);
        Title = FeedText.OfTitle(title, Page);
        Links.Add(new SyndicationLink(Page, "alternate", title: null, "text/html", length: 0));
    }

    public Uri Page { get; }

    /// <summary>Who wrote it; those without a name are left out.</summary>
    public IEnumerable<FeedPerson?> Writers
    {
        init
        {
            foreach (var writer in value.OfType<FeedPerson>()) Authors.Add(writer);
        }
    }

    /// <summary>Who wrote the entries that name no author.</summary>
    public required FeedPerson FeedAuthor { get; init; }

    /// <summary>What it is about, as plain text.</summary>
    public IEnumerable<string> Terms
    {
        init
        {
            foreach (var term in value.Select(XmlCharacters.KeepIfAny).OfType<string>())
                Categories.Add(new SyndicationCategory(term));
        }
    }

    public string? PlainSummary
    {
        get => (Summary as FeedText)?.Plain;
        init => Summary = FeedText.OfSummary(value);
    }

    /// <summary>The content, in which every address is absolute; null when only the summary is given.</summary>
    public string? Html
    {
        get => (Content as TextSyndicationContent)?.Text;
        init => Content = XmlCharacters.KeepHtml(value) is { Length: > 0 } html ? SyndicationContent.CreateHtmlContent(html) : null;
    }

    public Uri? Image { get; init => field = value is null ? null : FeedAddress.Of(value); }

    public Enclosure? Enclosure
    {
        get;
        init
        {
            field = value;
            if (value is not null) Links.Add(value);
        }
    }

    public Episode? Episode { get; init; }

    /// <summary>A BCP 47 tag; null where the language is that of the feed.</summary>
    public string? Language { get; init => field = Grammar.LanguageOrNone(value); }

    protected override void WriteAttributeExtensions(XmlWriter writer, string version)
    {
        ((FeedXmlTextWriter)writer).Entry = this;
        if (Language is not null && version == SyndicationVersions.Atom10)
            writer.WriteAttributeString("xml", "lang", ns: null, Language);
    }

    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (version == SyndicationVersions.Rss20) WriteRssExtensions(writer);
        // RFC 4287 §4.1.1.1 wants a summary of an entry without content.
        else if (Content is null && Summary is null)
            Title.WriteTo(writer, "summary", Namespaces.Atom);
        // Last, since some clients take the first description they meet, even a picture's, for the summary.
        if (Image is not null) WriteImage(writer, Image.AbsoluteUri);
    }

    private void WriteRssExtensions(XmlWriter xml)
    {
        if (LastUpdatedTime - PublishDate >= TimeSpan.FromSeconds(1))
            xml.WriteElementString("updated", Namespaces.Atom, Timestamp.Rfc3339(LastUpdatedTime));
        // A channel has no author that its items inherit.
        foreach (var creator in Authors.DefaultIfEmpty(FeedAuthor))
            xml.WriteElementString("creator", Namespaces.DublinCore, creator.Name);
        if (Language is not null) xml.WriteElementString("language", Namespaces.DublinCore, Language);
        // Where there is no summary, the content is the description.
        if (Html is not null && Summary is not null) xml.WriteElementString("encoded", Namespaces.Content, Html);
        if (Episode is not null) xml.WriteEpisode(Episode, Enclosure?.Duration);
    }

    // Media RSS 1.5.1: some clients show only the content, some only the thumbnail.
    private static void WriteImage(XmlWriter xml, string address)
    {
        xml.WriteElement("content", Namespaces.Media, text: null, ("url", address), ("medium", "image"));
        xml.WriteElement("thumbnail", Namespaces.Media, text: null, ("url", address));
    }
}
