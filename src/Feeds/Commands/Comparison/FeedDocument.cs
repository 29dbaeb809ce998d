using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Feeds.Commands.Comparison;

/// <summary>One document of a feed with its archive link.</summary>
/// <param name="Removed">The ids of deleted entries (RFC 6721).</param>
/// <param name="Previous">The previous archive document (RFC 5005 §4), relative to this one.</param>
internal sealed record FeedDocument(ImmutableArray<PublishedItem> Items, ImmutableArray<string> Removed, string? Previous)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <exception cref="InvalidDataException">It is neither Atom nor RSS.</exception>
    public static FeedDocument Read(Stream bytes)
    {
        try
        {
            using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var root = XDocument.Load(reader).Root!;
            if (root.Name == Atom + "feed") return Read(root, root.Elements(Atom + "entry").Select(EntryOf));
            if (root.Element("channel") is { } channel) return Read(channel, channel.Elements("item").Select(ItemOf));
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException($"the feed cannot be read: {exception.Message}", exception);
        }

        throw new InvalidDataException("the feed is neither Atom nor RSS");
    }

    private static FeedDocument Read(XElement feed, IEnumerable<PublishedItem> items)
    {
        var removed = feed.Elements(Tombstones + "deleted-entry").Select(entry => entry.Attribute("ref")?.Value).OfType<string>();
        return new FeedDocument([.. items], [.. removed], Relative(Link(feed, "self"), Link(feed, "prev-archive")));
    }

    // Relative, because the feed may be read at another address than its own.
    private static string? Relative(string? self, string? other) =>
        Uri.TryCreate(self, UriKind.Absolute, out var from) && Uri.TryCreate(other, UriKind.Absolute, out var to)
            ? from.MakeRelativeUri(to).ToString()
            : null;

    private static PublishedItem EntryOf(XElement entry) => new(
        ItemKind.Post,
        entry.Element(Atom + "id")?.Value.Trim() ?? "",
        Facts(
            (Fact.Title, entry.Element(Atom + "title")?.Value),
            (Fact.Address, Link(entry, "alternate")),
            (Fact.Published, entry.Element(Atom + "published")?.Value),
            (Fact.Text, entry.Element(Atom + "content")?.Value),
            (Fact.Summary, entry.Element(Atom + "summary")?.Value),
            (Fact.Categories, Joined(entry.Elements(Atom + "category").Select(category => category.Attribute("term")?.Value))),
            (Fact.Authors, Joined(entry.Elements(Atom + "author").Select(author => author.Element(Atom + "name")?.Value))),
            (Fact.Files, Link(entry, "enclosure"))));

    private static PublishedItem ItemOf(XElement item) => new(
        ItemKind.Post,
        (item.Element("guid") ?? item.Element("link"))?.Value.Trim() ?? "",
        Facts(
            (Fact.Title, item.Element("title")?.Value),
            (Fact.Address, item.Element("link")?.Value),
            (Fact.Published, item.Element("pubDate")?.Value),
            (Fact.Text, item.Element(Content + "encoded")?.Value),
            (Fact.Summary, item.Element("description")?.Value),
            (Fact.Categories, Joined(item.Elements("category").Select(category => category.Value))),
            (Fact.Files, item.Element("enclosure")?.Attribute("url")?.Value)));

    private static string? Link(XElement parent, string relation) =>
        parent.Elements(Atom + "link")
            .FirstOrDefault(link => (link.Attribute("rel")?.Value ?? "alternate") == relation)?
            .Attribute("href")?.Value;

    private static string Joined(IEnumerable<string?> values) => string.Join(", ", values);

    private static ImmutableArray<Fact> Facts(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrWhiteSpace(value)) facts.Add(new Fact(name, value.Trim()));
        }

        return facts.DrainToImmutable();
    }
}
