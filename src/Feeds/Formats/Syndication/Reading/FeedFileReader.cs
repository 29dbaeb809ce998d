using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Feeds.Formats.Syndication.Reading;

/// <summary>Reads Atom 0.3 and 1.0, and RSS 0.9x, 1.0 and 2.0.</summary>
/// <remarks>
/// System.ServiceModel.Syndication reads only Atom 1.0 and RSS 2.0, and throws at a date that it does not know: of 355 real feeds, 58.
/// </remarks>
internal sealed class FeedFileReader
{
    private static readonly XNamespace Content = Namespaces.Content;
    private static readonly XNamespace DublinCore = Namespaces.DublinCore;
    private static readonly XNamespace DublinCoreTerms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Itunes = Namespaces.Itunes;
    private static readonly XNamespace Media = Namespaces.Media;
    private static readonly XNamespace Xhtml = Namespaces.Xhtml;

    // RSS borrows its links.
    private static readonly XNamespace Atom = Namespaces.Atom;

    // That of the format, which has one or none.
    private readonly XNamespace own;

    private FeedFileReader(XNamespace own) => this.own = own;

    /// <exception cref="InvalidDataException">It is no feed; the message says why, after a line where there is one.</exception>
    public static FeedFile Read(byte[] bytes)
    {
        try
        {
            var root = FeedXml.Load(bytes, out var repair);
            return Read(root) with { Repair = repair };
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    private static FeedFile Read(XElement root)
    {
        if (root.Name.LocalName == "feed") return new FeedFileReader(root.Name.Namespace).Feed(root, root, "entry");
        if (root.Name.LocalName is not ("rss" or "RDF")) throw new InvalidDataException($"it begins with <{root.Name.LocalName}>");
        var channel = root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel")
            ?? throw new InvalidDataException("it has no channel");
        return new FeedFileReader(channel.Name.Namespace).Feed(channel, root, "item");
    }

    private FeedFile Feed(XElement feed, XElement root, string item)
    {
        // Some programs write RSS 2.0 with its items beside the channel, RSS 1.0 with them in it, or items in another namespace.
        var items = feed.Elements().Concat(ReferenceEquals(feed, root) ? [] : root.Elements())
            .Where(element => element.Name.LocalName == item)
            .Select(element => new FeedFileReader(element.Name.Namespace).Entry(element));
        return new FeedFile(Value(feed, own + "id"), FeedTextReader.Read(feed, own + "title"), LinkOf(feed), LanguageOf(feed), [.. items])
        {
            Address = feed.Elements().Where(child => child.Name == own + "link" || child.Name == Atom + "link")
                .Where(link => (string?)link.Attribute("rel") is "self")
                .Select(link => (string?)link.Attribute("href"))
                .FirstOrDefault(),
            Authors = AuthorsOf(feed),
        };
    }

    private FeedFileEntry Entry(XElement entry)
    {
        var (content, summary) = (ContentOf(entry), SummaryOf(entry));
        return new FeedFileEntry(((IXmlLineInfo)entry).LineNumber)
        {
            Id = Value(entry, own + "id") ?? Value(entry, own + "guid"),
            Title = FirstText(entry, own + "title", DublinCore + "title"),
            Link = LinkOf(entry),
            Published = FirstValue(
                entry, own + "published", own + "pubDate", own + "issued", DublinCore + "date", DublinCoreTerms + "issued",
                own + "created", DublinCoreTerms + "created", own + "date"),
            Updated = FirstValue(entry, own + "updated", own + "modified", Atom + "updated", DublinCoreTerms + "modified"),
            Authors = AuthorsOf(entry),
            Categories = [.. CategoriesOf(entry).Select(FeedTextReader.Trimmed).OfType<string>()],
            Summary = content is null ? null : summary,
            Content = content ?? summary,
            Image = ImageOf(entry),
            Language = (string?)entry.Attribute(XNamespace.Xml + "lang"),
            Enclosure = EnclosureOf(entry),
        };
    }

    private FeedFileText? ContentOf(XElement entry) =>
        FirstText(entry, own + "content", Content + "encoded", Xhtml + "body");

    private FeedFileText? SummaryOf(XElement entry) => FirstText(
        entry, own + "summary", own + "description", Media + "description", Itunes + "summary", DublinCore + "description");

    private static FeedFileText? FirstText(XElement parent, params IEnumerable<XName> names) =>
        names.Select(name => FeedTextReader.Read(parent, name)).FirstOrDefault(text => text is not null);

    private IEnumerable<string?> CategoriesOf(XElement entry) => entry.Elements(own + "category")
        .Select(category => (string?)category.Attribute("label") ?? (string?)category.Attribute("term") ?? category.Value)
        .Concat(entry.Elements(DublinCore + "subject").Select(subject => subject.Value));

    /// <summary>The address of the page: the link of Atom without another relation, the text of RSS, else a permanent guid.</summary>
    private string? LinkOf(XElement element)
    {
        var links = element.Elements().Where(child => child.Name == own + "link" || child.Name == Atom + "link").ToArray();
        var page = links.Where(link => (string?)link.Attribute("rel") is null or "alternate")
            .OrderBy(link => (string?)link.Attribute("type") is null or "text/html" or "application/xhtml+xml" ? 0 : 1)
            .Select(link => FeedTextReader.Resolved(link, (string?)link.Attribute("href") ?? FeedTextReader.Trimmed(link.Value)))
            .FirstOrDefault(address => address is not null);
        if (page is not null) return page;
        var guid = element.Element(own + "guid");
        return guid is null || (string?)guid.Attribute("isPermaLink") is "false" ? null : FeedTextReader.Trimmed(guid.Value);
    }

    private ImmutableArray<FeedFilePerson> AuthorsOf(XElement element)
    {
        var written = element.Elements(own + "author").Select(author => author.HasElements
            ? Person(Value(author, own + "name"), Value(author, own + "uri") ?? Value(author, own + "url"))
            : Person(NameIn(author.Value), page: null));
        FeedFilePerson[] all =
        [
            .. written.Concat(element.Elements(DublinCore + "creator").Concat(element.Elements(Itunes + "author"))
                .Select(author => Person(NameIn(author.Value), page: null))).OfType<FeedFilePerson>(),
        ];
        return [.. all.DistinctBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static FeedFilePerson? Person(string? name, string? page) =>
        FeedTextReader.Trimmed(name) is { } kept ? new FeedFilePerson(kept, page) : null;

    // RSS 2.0 writes 'address (name)', people also 'name <address>'; an address alone is not published again.
    private static string? NameIn(string text)
    {
        var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
        var isInBrackets = text.Contains('@', StringComparison.Ordinal) && open >= 0 && close > open;
        if (isInBrackets) return FeedTextReader.Trimmed(text[(open + 1)..close]);
        var name = text.IndexOf('<', StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;
        return name.Contains('@', StringComparison.Ordinal) ? null : FeedTextReader.Trimmed(name);
    }

    private static string? ImageOf(XElement entry)
    {
        var media = entry.Elements(Media + "group").Prepend(entry);
        var thumbnail = media.SelectMany(parent => parent.Elements(Media + "thumbnail"))
            .Select(picture => (string?)picture.Attribute("url"));
        var content = media.SelectMany(parent => parent.Elements(Media + "content"))
            .Where(file => (string?)file.Attribute("medium") is "image" || IsImage((string?)file.Attribute("type")))
            .Select(picture => (string?)picture.Attribute("url"));
        var itunes = entry.Elements(Itunes + "image").Select(picture => (string?)picture.Attribute("href"));
        return content.Concat(thumbnail).Concat(itunes).FirstOrDefault(address => address is not null);
    }

    private static bool IsImage(string? mediaType) => mediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true;

    private FeedFileEnclosure? EnclosureOf(XElement entry)
    {
        var file = entry.Element(own + "enclosure")
            ?? entry.Elements(own + "link").FirstOrDefault(link => (string?)link.Attribute("rel") is "enclosure");
        if (file is null || IsImage((string?)file.Attribute("type"))) return null;
        var address = FeedTextReader.Resolved(file, (string?)file.Attribute("url") ?? (string?)file.Attribute("href"));
        return address is null ? null : new FeedFileEnclosure(address, (string?)file.Attribute("type"), (string?)file.Attribute("length"));
    }

    private string? LanguageOf(XElement feed) =>
        (string?)feed.Attribute(XNamespace.Xml + "lang") ?? Value(feed, own + "language") ?? Value(feed, DublinCore + "language");

    private static string? FirstValue(XElement parent, params ReadOnlySpan<XName> names)
    {
        foreach (var name in names)
        {
            if (Value(parent, name) is { } value) return value;
        }

        return null;
    }

    private static string? Value(XElement parent, XName name) => FeedTextReader.Trimmed(parent.Element(name)?.Value);

}
