using System.Collections.Immutable;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>Writes a feed as Atom 1.0 (RFC 4287), with its history as RFC 5005, deleted entries as RFC 6721 and pictures as Media RSS.</summary>
public static class AtomWriter
{
    /// <summary>The media type of what is written (RFC 4287 §7).</summary>
    public const string MediaType = "application/atom+xml";

    /// <summary>Writes the feed as UTF-8 without a byte order mark and leaves the stream open.</summary>
    /// <remarks>
    /// Characters that XML forbids or discourages are left out, and text that is blank is not written. When the feed has no
    /// author and not every entry has one of its own, the feed's title stands as its author, for RFC 4287 §4.1.1 wants one.
    /// An entry without content gets its summary, else its title, else its address as its summary. Text with an end tag
    /// in it is written as escaped HTML. Of a podcast Atom tells the enclosures alone: no directory reads it.
    /// </remarks>
    /// <param name="feed">What to write.</param>
    /// <param name="self">Where this document is published, absolute (RFC 4287 §4.2.7.2, <c>self</c>).</param>
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
        xml.WriteStartElement("feed", Namespaces.Atom);
        xml.WriteAttributeString("xmlns", Namespaces.Atom);
        xml.WriteAttributeString("xmlns", "fh", ns: null, Namespaces.History);
        xml.WriteAttributeString("xmlns", "media", ns: null, Namespaces.Media);
        if (!feed.Deleted.IsEmpty)
            xml.WriteAttributeString("xmlns", "at", ns: null, Namespaces.Tombstones);
        WriteFeed(xml, feed, selfLink);
        foreach (var entry in feed.Entries)
            WriteEntry(xml, entry, feed);
        foreach (var deleted in feed.Deleted)
            WriteDeleted(xml, deleted);
        xml.WriteEndElement();
        xml.WriteLastLineEnd();
    }

    private static void WriteFeed(XmlWriter xml, Feed feed, Link self)
    {
        xml.WriteLanguage(Grammar.LanguageOrNone(feed.Language));
        xml.WriteText(Namespaces.Atom, "id", feed.Id);
        WriteTitle(xml, feed.Title);
        xml.WriteTextConstructIfAny(Namespaces.Atom, "subtitle", feed.Description);
        xml.WriteText(Namespaces.Atom, "updated", Timestamp.Rfc3339(feed.Updated));
        xml.WriteLink(self);
        xml.WriteLink(Page(feed.Link));
        foreach (var link in FeedLinks.Of(feed, self.Href))
            xml.WriteLink(link);
        if (WritePersons(xml, feed.Authors) == 0 && !EveryEntryHasAuthors(feed))
            WritePerson(xml, new Person(feed.Title));
        xml.WriteTextConstructIfAny(Namespaces.Atom, "rights", feed.Rights);
        xml.WriteAddress(Namespaces.Atom, "icon", feed.Icon);
        xml.WriteAddress(Namespaces.Atom, "logo", feed.Logo);
        xml.WriteTextIfAny(Namespaces.Atom, "generator", feed.Generator);
        xml.WriteHistory(feed.History);
        xml.WriteBanner(feed.Banner);
    }

    private static void WriteEntry(XmlWriter xml, Entry entry, Feed feed)
    {
        xml.WriteStartElement("entry", Namespaces.Atom);
        xml.WriteLanguage(entry.LanguageBeside(feed));
        xml.WriteText(Namespaces.Atom, "id", entry.Id);
        WriteTitle(xml, entry.Title);
        xml.WriteLink(Page(entry.Link));
        xml.WriteText(Namespaces.Atom, "published", Timestamp.Rfc3339(entry.Published));
        xml.WriteText(Namespaces.Atom, "updated", Timestamp.Rfc3339(entry.Updated));
        WritePersons(xml, entry.Authors);
        foreach (var category in entry.Categories)
            WriteCategory(xml, category);
        foreach (var enclosure in entry.Enclosures)
            xml.WriteLink(enclosure);
        foreach (var link in FeedLinks.Of(entry))
            xml.WriteLink(link);
        var content = XmlCharacters.KeepHtml(entry.Content);
        xml.WriteTextConstructIfAny(Namespaces.Atom, "summary", content.Length == 0 ? entry.Gist : entry.Summary);
        WriteContent(xml, content);
        // Last, since some clients take the first description they meet, even a picture's, for the summary.
        if (entry.Image is { } image)
            xml.WriteImage(image);
        xml.WriteEndElement();
    }

    private static void WriteDeleted(XmlWriter xml, DeletedEntry deleted)
    {
        xml.WriteStartElement("deleted-entry", Namespaces.Tombstones);
        xml.WriteAttribute("ref", XmlCharacters.Keep(deleted.Id));
        xml.WriteAttributeString("when", Timestamp.Rfc3339(deleted.When));
        xml.WriteEndElement();
    }

    private static Link Page(Uri address) => new(address, "alternate", "text/html");

    // RFC 4287 §4.1.2 wants a title of an entry that has none; the W3C's validator, that it is not empty. A blank says nothing to either.
    private static void WriteTitle(XmlWriter xml, string title) =>
        xml.WriteTextConstruct(Namespaces.Atom, "title", XmlCharacters.Keep(title) is { Length: > 0 } kept ? kept : " ");

    private static bool EveryEntryHasAuthors(Feed feed)
    {
        foreach (var entry in feed.Entries)
        {
            if (!entry.Authors.Any(author => author.IsNamed))
                return false;
        }

        return !feed.Entries.IsEmpty;
    }

    /// <summary>Writes those who have a name, and says how many.</summary>
    private static int WritePersons(XmlWriter xml, ImmutableArray<Person> authors)
    {
        var written = 0;
        foreach (var author in authors)
        {
            if (!author.IsNamed)
                continue;

            WritePerson(xml, author);
            written++;
        }

        return written;
    }

    private static void WritePerson(XmlWriter xml, Person author)
    {
        xml.WriteStartElement("author", Namespaces.Atom);
        xml.WriteText(Namespaces.Atom, "name", author.Name);
        xml.WriteAddress(Namespaces.Atom, "uri", author.Uri);
        xml.WriteTextIfAny(Namespaces.Atom, "email", Grammar.EmailOrNone(author.Email));
        xml.WriteEndElement();
    }

    private static void WriteCategory(XmlWriter xml, Category category)
    {
        if (XmlCharacters.KeepIfAny(category.Term) is not { } term)
            return;

        xml.WriteStartElement("category", Namespaces.Atom);
        xml.WriteAttribute("term", term);
        xml.WriteAddressAttribute("scheme", category.Scheme);
        xml.WriteEndElement();
    }

    private static void WriteContent(XmlWriter xml, string content)
    {
        if (content.Length == 0)
            return;

        xml.WriteStartElement("content", Namespaces.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(content);
        xml.WriteEndElement();
    }
}
