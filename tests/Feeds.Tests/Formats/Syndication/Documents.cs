using System.Text;
using System.Xml.Linq;
using Feeds.Publishing;
using Feeds.Tests.Publishing;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>Feeds of a site of one post, and the namespaces that they use.</summary>
internal static class Documents
{
    public static readonly XNamespace A = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Fh = "http://purl.org/syndication/history/1.0";

    public const string Dated = "title: T\ndate: 2026-01-01\n";

    /// <summary>What is published of a post.</summary>
    /// <param name="front">The lines of its front matter.</param>
    /// <param name="settings">Further lines of the settings.</param>
    public static Publication Of(string front = Dated, string body = "x", string settings = "") =>
        FolderOf.Published("2026-06-01T00:00:00Z", ("site.yaml", FolderOf.SiteYaml + settings), ("posts/a.md", $"---\n{front}---\n{body}\n"));

    public static XElement Entry(this Publication publication) => publication.Atom("/atom.xml").Element(A + "entry")!;

    public static XElement Item(this Publication publication) => publication.Rss("/rss.xml").Element("item")!;

    /// <summary>The lines of a document that begin as told, without their indentation.</summary>
    public static IEnumerable<string> Lines(this Publication publication, string path, string start) =>
        Encoding.UTF8.GetString(publication.Find(path)!.Identity.Span).Split('\n').Skip(1).Select(line => line.TrimStart(' '))
            .Where(line => line.StartsWith(start, StringComparison.Ordinal));
}
