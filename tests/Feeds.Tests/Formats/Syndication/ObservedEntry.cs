using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>An entry as a reader of one of the formats sees it; authors are those that the format says the entry has.</summary>
internal sealed record ObservedEntry(
    string Id,
    string Title,
    string Link,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    string Authors,
    string Categories,
    string Content,
    string? Image,
    string? Enclosure,
    string? Language)
{
    public ObservedEntry ToTheSecond() => this with { Updated = Updated.AddTicks(-(Updated.Ticks % TimeSpan.TicksPerSecond)) };

    public static ImmutableArray<ObservedEntry> InAtom(XElement feed)
    {
        var a = Documents.A;
        // RFC 4287 §4.2.1: the feed's authors are those of an entry that has none.
        return [.. feed.Elements(a + "entry").Select(entry => new ObservedEntry(
            entry.Element(a + "id")!.Value,
            Text(entry.Element(a + "title")!),
            entry.Elements(a + "link").Single(link => link.Attribute("rel")!.Value is "alternate").Attribute("href")!.Value,
            Iso(entry.Element(a + "published")!.Value),
            Iso(entry.Element(a + "updated")!.Value),
            Join((entry.Element(a + "author") is null ? feed : entry).Elements(a + "author").Elements(a + "name").Select(name => name.Value)),
            Join(entry.Elements(a + "category").Select(category => category.Attribute("term")!.Value)),
            entry.Element(a + "content")!.Value,
            entry.Element(Documents.Media + "content")?.Attribute("url")!.Value,
            entry.Elements(a + "link").FirstOrDefault(link => link.Attribute("rel")!.Value is "enclosure") is { } file
                ? $"{file.Attribute("href")!.Value} {file.Attribute("type")!.Value} {file.Attribute("length")!.Value}"
                : null,
            entry.Attribute(XNamespace.Xml + "lang")?.Value))];
    }

    public static ImmutableArray<ObservedEntry> InRss(XElement channel) =>
        [.. channel.Elements("item").Select(item => new ObservedEntry(
            item.Element("guid")!.Value,
            item.Element("title")!.Value,
            item.Element("link")!.Value,
            Rfc822(item.Element("pubDate")!.Value),
            item.Element(Documents.A + "updated") is { } updated ? Iso(updated.Value) : Rfc822(item.Element("pubDate")!.Value),
            Join(item.Elements(Documents.Dc + "creator").Select(creator => creator.Value)),
            Join(item.Elements("category").Select(category => category.Value)),
            (item.Element(Documents.Encoded + "encoded") ?? item.Element("description"))!.Value,
            item.Element(Documents.Media + "content")?.Attribute("url")!.Value,
            item.Element("enclosure") is { } file
                ? $"{file.Attribute("url")!.Value} {file.Attribute("type")!.Value} {file.Attribute("length")!.Value}"
                : null,
            item.Element(Documents.Dc + "language")?.Value))];

    public static ImmutableArray<ObservedEntry> InJson(JsonElement feed) =>
        [.. feed.GetProperty("items").EnumerateArray().Select(item => new ObservedEntry(
            item.GetProperty("id").GetString()!,
            item.GetProperty("title").GetString()!,
            item.GetProperty("url").GetString()!,
            Iso(item.GetProperty("date_published").GetString()!),
            Iso(item.GetProperty("date_modified").GetString()!),
            Join(Names(item) ?? Names(feed)!),
            item.TryGetProperty("tags", out var tags) ? Join(tags.EnumerateArray().Select(tag => tag.GetString()!)) : "",
            item.GetProperty(item.TryGetProperty("content_html", out _) ? "content_html" : "content_text").GetString()!,
            item.TryGetProperty("image", out var image) ? image.GetString() : null,
            item.TryGetProperty("attachments", out var files)
                ? $"{files[0].GetProperty("url").GetString()} {files[0].GetProperty("mime_type").GetString()} {files[0].GetProperty("size_in_bytes").GetRawText()}"
                : null,
            item.TryGetProperty("language", out var language) ? language.GetString() : null))];

    // RFC 4287 §3.1.1: a text says whether it is HTML.
    private static string Text(XElement construct) =>
        construct.Attribute("type")?.Value is "html" ? WebUtility.HtmlDecode(construct.Value) : construct.Value;

    private static IEnumerable<string>? Names(JsonElement element) =>
        element.TryGetProperty("authors", out var authors)
            ? authors.EnumerateArray().Select(author => author.GetProperty("name").GetString()!)
            : null;

    private static string Join(IEnumerable<string> texts) => string.Join('|', texts);

    private static DateTimeOffset Iso(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    private static DateTimeOffset Rfc822(string text)
    {
        var numeric = text.Replace("GMT", "+0000", StringComparison.Ordinal);
        var withColon = numeric.Insert(numeric.Length - 2, ":");
        return DateTimeOffset.ParseExact(withColon, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
    }
}
