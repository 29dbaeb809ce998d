using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Feeds.Formats.Syndication.Podcasts;

namespace Feeds.Formats.Syndication;

/// <summary>Writes a feed as RSS 2.0, with names as Dublin Core, the whole text as RSS 1.0's content module,
/// its history as RFC 5005, pictures as Media RSS and podcasts as Apple and the Podcast Namespace have them.</summary>
public static class RssWriter
{
    /// <summary>The media type of what is written, as the RSS Advisory Board's profile has it.</summary>
    public const string MediaType = "application/rss+xml";

    private static readonly ImmutableArray<string> ImageFormats = [".gif", ".jpeg", ".jpg", ".png"];

    /// <summary>Writes the feed as UTF-8 without a byte order mark and leaves the stream open.</summary>
    /// <remarks>
    /// Characters that XML forbids or discourages are left out, and text that is blank is not written. An item's
    /// <c>description</c> is HTML to the clients, so a summary is escaped for HTML too; without a summary the content itself
    /// stands there and <c>content:encoded</c> is left out. Titles are plain text, even with an end tag in them, of which the
    /// W3C's validator warns: RSS has no way to say so, and escaped twice they are shown so. RSS has room for one
    /// enclosure, the first of the web, and for no further links of an item.
    /// </remarks>
    /// <param name="feed">What to write.</param>
    /// <param name="self">Where this document is published, absolute (<c>atom:link</c> with <c>rel="self"</c>).</param>
    /// <param name="output">Where to write it.</param>
    /// <exception cref="ArgumentException"><paramref name="self"/> is relative.</exception>
    public static void Write(Feed feed, Uri self, Stream output)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(output);
        var selfLink = new Link(self, "self", MediaType);

        using var xml = XmlElements.WriteTo(output);
        xml.WriteStartDocument();
        xml.WriteStylesheet(feed.Stylesheet);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", ns: null, Namespaces.Atom);
        xml.WriteAttributeString("xmlns", "content", ns: null, Namespaces.Content);
        xml.WriteAttributeString("xmlns", "dc", ns: null, Namespaces.DublinCore);
        xml.WriteAttributeString("xmlns", "fh", ns: null, Namespaces.History);
        xml.WriteAttributeString("xmlns", "media", ns: null, Namespaces.Media);
        xml.DeclarePodcast(feed);
        xml.WriteStartElement("channel");
        WriteChannel(xml, feed, selfLink);
        foreach (var entry in feed.Entries)
            WriteItem(xml, entry, feed);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteLastLineEnd();
    }

    private static void WriteChannel(XmlWriter xml, Feed feed, Link self)
    {
        xml.WriteText(Namespaces.Rss, "title", feed.Title);
        xml.WriteAddress(Namespaces.Rss, "link", feed.Link);
        xml.WriteText(Namespaces.Rss, "description", string.IsNullOrWhiteSpace(feed.Description) ? feed.Title : feed.Description);
        xml.WriteTextIfAny(Namespaces.Rss, "language", Grammar.LanguageOrNone(feed.Language));
        xml.WriteTextIfAny(Namespaces.Rss, "copyright", feed.Rights);
        WriteEditor(xml, feed.Authors);
        xml.WriteText(Namespaces.Rss, "lastBuildDate", Timestamp.Rfc822(feed.Updated));
        xml.WriteTextIfAny(Namespaces.Rss, "generator", feed.Generator);
        WriteTimeToLive(xml, feed.TimeToLive);
        WriteChannelImage(xml, feed);
        xml.WriteLink(self);
        foreach (var link in FeedLinks.Of(feed, self.Href))
            xml.WriteLink(link);
        xml.WriteHistory(feed.History);
        xml.WritePodcast(feed);
        xml.WriteBanner(feed.Banner);
    }

    private static void WriteEditor(XmlWriter xml, ImmutableArray<Person> authors)
    {
        foreach (var author in authors)
        {
            if (!author.IsNamed || Grammar.EmailOrNone(author.Email) is not { } email)
                continue;

            // RFC 822 §3.4.3: the name is a comment, which a parenthesis in it would end or begin anew.
            var name = author.Name.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
            xml.WriteText(Namespaces.Rss, "managingEditor", $"{email} ({name})");
            return;
        }
    }

    private static void WriteTimeToLive(XmlWriter xml, TimeSpan? time)
    {
        // A part of a minute counts as one: 0 would say that the feed is never to be kept.
        if (time is { Ticks: > 0 } positive)
            xml.WriteText(Namespaces.Rss, "ttl", Math.Ceiling(positive.TotalMinutes).ToString("F0", CultureInfo.InvariantCulture));
    }

    private static void WriteChannelImage(XmlWriter xml, Feed feed)
    {
        // RSS 2.0 knows three image formats, and the validators go by the address.
        ImmutableArray<Uri?> candidates = [feed.Logo, feed.Icon];
        if (candidates.FirstOrDefault(IsRssImage) is not { } image)
            return;

        xml.WriteStartElement("image");
        xml.WriteAddress(Namespaces.Rss, "url", image);
        xml.WriteText(Namespaces.Rss, "title", feed.Title);
        xml.WriteAddress(Namespaces.Rss, "link", feed.Link);
        xml.WriteEndElement();
    }

    private static bool IsRssImage(Uri? address) =>
        address is not null && ImageFormats.Any(format => address.AbsoluteUri.EndsWith(format, StringComparison.OrdinalIgnoreCase));

    private static void WriteItem(XmlWriter xml, Entry entry, Feed feed)
    {
        xml.WriteStartElement("item");
        xml.WriteTextIfAny(Namespaces.Rss, "title", entry.Title);
        xml.WriteAddress(Namespaces.Rss, "link", entry.Link);
        WriteGuid(xml, entry);
        xml.WriteText(Namespaces.Rss, "pubDate", Timestamp.Rfc822(entry.Published));
        if (entry.Updated != entry.Published)
            xml.WriteText(Namespaces.Atom, "updated", Timestamp.Rfc3339(entry.Updated));
        // A channel has no author that its items inherit, as they do in Atom and JSON Feed.
        foreach (var author in entry.Authors.IsEmpty ? feed.Authors : entry.Authors)
            xml.WriteTextIfAny(Namespaces.DublinCore, "creator", author.Name);
        xml.WriteTextIfAny(Namespaces.DublinCore, "language", entry.LanguageBeside(feed));
        foreach (var category in entry.Categories)
            WriteCategory(xml, category);
        WriteDescriptionAndContent(xml, entry);
        var enclosure = EnclosureOf(entry);
        if (enclosure is not null)
            WriteEnclosure(xml, enclosure);
        xml.WriteEpisode(entry.Episode, enclosure);
        if (entry.Image is { } image)
            xml.WriteImage(image);
        xml.WriteEndElement();
    }

    private static void WriteGuid(XmlWriter xml, Entry entry)
    {
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", string.Equals(entry.Id, entry.Link.AbsoluteUri, StringComparison.Ordinal) ? "true" : "false");
        xml.WriteString(XmlCharacters.Keep(entry.Id));
        xml.WriteEndElement();
    }

    private static void WriteCategory(XmlWriter xml, Category category)
    {
        if (XmlCharacters.KeepIfAny(category.Term) is not { } term)
            return;

        xml.WriteStartElement("category");
        xml.WriteAddressAttribute("domain", category.Scheme);
        xml.WritePlain(term);
        xml.WriteEndElement();
    }

    private static void WriteDescriptionAndContent(XmlWriter xml, Entry entry)
    {
        var content = XmlCharacters.KeepHtml(entry.Content);
        // The W3C's validator warns of content:encoded without a description before it.
        if (XmlCharacters.KeepIfAny(entry.Summary) is { } summary)
        {
            xml.WriteElementString("description", HtmlText.Escape(summary));
            if (content.Length > 0)
                xml.WriteElementString("encoded", Namespaces.Content, content);
        }
        else if (content.Length > 0)
        {
            xml.WriteElementString("description", content);
        }
        else if (XmlCharacters.KeepIfAny(entry.Title) is null)
        {
            // RSS 2.0 wants a title or a description of an item.
            xml.WriteAddress(Namespaces.Rss, "description", entry.Link);
        }
    }

    private static Enclosure? EnclosureOf(Entry entry)
    {
        foreach (var enclosure in entry.Enclosures)
        {
            if (Address.IsOfTheWeb(enclosure.Url))
                return enclosure;
        }

        return null;
    }

    private static void WriteEnclosure(XmlWriter xml, Enclosure enclosure)
    {
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", enclosure.Url.AbsoluteUri);
        xml.WriteAttribute("length", enclosure.Length);
        xml.WriteAttributeString("type", enclosure.WrittenMediaType);
        xml.WriteEndElement();
    }
}
