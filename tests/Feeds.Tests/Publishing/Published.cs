using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Feeds.Publishing;
using Feeds.Tests.Formats.Syndication;

namespace Feeds.Tests.Publishing;

/// <summary>Feeds of a publication, read back as a client reads them.</summary>
internal static class Published
{
    public static readonly ImmutableArray<string> Files = ["atom.xml", "rss.xml", "feed.json"];

    public static XElement Atom(this Publication publication, string path) => Root(publication, path);

    public static XElement Rss(this Publication publication, string path) => Root(publication, path).Element("channel")!;

    public static JsonElement Json(this Publication publication, string path) => JsonElement.Parse(publication.Find(path)!.Identity.Span);

    public static string Text(this Publication publication, string path) => Encoding.UTF8.GetString(publication.Find(path)!.Identity.Span);

    /// <summary>The titles of the entries, newest first, joined by blanks.</summary>
    public static string Titles(this Publication publication, string path) =>
        string.Join(' ', TitlesOf(path, publication.Find(path)!.Identity));

    /// <summary>The titles in a feed that was sent.</summary>
    public static IEnumerable<string> TitlesOf(string path, ReadOnlyMemory<byte> bytes)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal)) return [.. JsonElement.Parse(bytes.Span).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
        var root = Root(bytes);
        return root.Elements(Documents.A + "entry").Select(entry => entry.Element(Documents.A + "title")!.Value).Concat(root.Descendants("item").Select(item => item.Element("title")!.Value));
    }

    /// <summary>A post in a file of its own, named by its title.</summary>
    public static (string Path, string Text) Post(string title, string date, string more = "") =>
        ($"posts/{title}.md", string.Create(CultureInfo.InvariantCulture, $"---\ntitle: {title}\ndate: {date}\n{more}---\nText of {title}.\n"));

    private static XElement Root(Publication publication, string path) => Root(publication.Find(path)!.Identity);

    private static XElement Root(ReadOnlyMemory<byte> bytes)
    {
        using var input = new MemoryStream(bytes.ToArray());
        return XDocument.Load(input, LoadOptions.PreserveWhitespace).Root!;
    }
}
