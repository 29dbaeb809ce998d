using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Feeds.Formats.Syndication;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>The rules of a single format that the whole documents do not show.</summary>
public sealed class FormatRulesTests
{
    private static readonly Person Ana = new("Ana");

    public static TheoryData<ImmutableArray<Person>, ImmutableArray<Entry>, string?> AtomAuthors => new()
    {
        { [], [], "SyDjango" },
        { [], [Samples.Entry("a")], "SyDjango" },
        { [], [Samples.Entry("a") with { Authors = [Ana] }, Samples.Entry("b")], "SyDjango" },
        { [], [Samples.Entry("a") with { Authors = [Ana] }], null },
        { [Ana], [Samples.Entry("a")], "Ana" },
    };

    [Theory]
    [MemberData(nameof(AtomAuthors))]
    public void NamesFeedAsAuthor_WhenAtomWouldHaveNone(ImmutableArray<Person> authors, ImmutableArray<Entry> entries, string? expected)
    {
        var feed = Samples.Empty with { Authors = authors, Entries = entries };

        Assert.Equal(expected, Documents.Atom(feed).Element(Documents.A + "author")?.Element(Documents.A + "name")?.Value);
    }

    [Fact]
    public void NamesDeletedEntries_InAtomAlone()
    {
        var feed = Samples.Empty with { Deleted = [new DeletedEntry("tag:a.example,2025:a&\u0001b", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)))] };
        XNamespace tombstones = "http://purl.org/atompub/tombstones/1.0";
        var deleted = Assert.Single(Documents.Atom(feed).Elements(tombstones + "deleted-entry"));

        Assert.Equal(("tag:a.example,2025:a&b", "2026-01-02T03:04:05+01:00"), (deleted.Attribute("ref")?.Value, deleted.Attribute("when")?.Value));
        Assert.Equal(Documents.Rss(Samples.Empty).ToString(), Documents.Rss(feed).ToString());
        Assert.Equal(Documents.Json(Samples.Empty).GetRawText(), Documents.Json(feed).GetRawText());
    }

    [Theory]
    [InlineData("S", "<p>C</p>", "S", "<p>C</p>")]
    [InlineData("S", null, "S", null)]
    [InlineData(null, "<p>C</p>", "<p>C</p>", null)]
    [InlineData("\u0001", "<p>C</p>", "<p>C</p>", null)]
    [InlineData(null, null, null, null)]
    [InlineData("", "", null, null)]
    public void WritesDescriptionBeforeContent_InRss(string? summary, string? content, string? description, string? encoded)
    {
        var item = Documents.Rss(Samples.With(Samples.Entry("a") with { Summary = summary, Content = content })).Element("item")!;

        Assert.Equal(description, item.Element("description")?.Value);
        Assert.Equal(encoded, item.Element(Documents.Encoded + "encoded")?.Value);
    }

    [Theory]
    [InlineData("S", "<p>C</p>", "content_html", "<p>C</p>")]
    [InlineData("S", null, "content_text", "S")]
    [InlineData(null, null, "content_text", "A title")]
    [InlineData("", "\uFFFF", "content_text", "A title")]
    public void WritesSomeContent_InJsonFeed(string? summary, string? content, string member, string expected)
    {
        var item = Documents.Json(Samples.With(Samples.Entry("a") with { Summary = summary, Content = content })).GetProperty("items")[0];

        var names = item.EnumerateObject().Select(property => property.Name);
        Assert.Equal([member], names.Where(name => name.StartsWith("content", StringComparison.Ordinal)));
        Assert.Equal(expected, item.GetProperty(member).GetString());
    }

    [Theory]
    [InlineData("https://a.example/logo.PNG", "https://a.example/icon.gif", "https://a.example/logo.PNG")]
    [InlineData("https://a.example/logo.svg", "https://a.example/icon.jpeg", "https://a.example/icon.jpeg")]
    [InlineData("https://a.example/logo.webp", "https://a.example/icon.ico", null)]
    [InlineData(null, "https://a.example/icon.jpg", "https://a.example/icon.jpg")]
    [InlineData(null, null, null)]
    public void ChoosesImageThatRssKnows(string? logo, string? icon, string? expected)
    {
        var feed = Samples.Empty with { Logo = logo is null ? null : new Uri(logo), Icon = icon is null ? null : new Uri(icon) };

        Assert.Equal(expected, Documents.Rss(feed).Element("image")?.Element("url")?.Value);
    }

    [Theory]
    [InlineData("https://a.example/a/", "true")]
    [InlineData("https://a.example/a", "false")]
    [InlineData("tag:a.example,2026:a", "false")]
    public void SaysPermaLink_WhenTheIdIsTheLink(string id, string expected)
    {
        var feed = Samples.With(Samples.Entry("a") with { Id = id, Link = new Uri("https://a.example/a/") });

        Assert.Equal(expected, Documents.Rss(feed).Element("item")!.Element("guid")!.Attribute("isPermaLink")!.Value);
    }

    [Theory]
    [InlineData("en", "en", null)]
    [InlineData("en", "EN", null)]
    [InlineData("en", "da", "da")]
    [InlineData(null, "da", "da")]
    [InlineData("en", null, null)]
    public void SaysLanguage_WhereItDiffers(string? ofFeed, string? ofEntry, string? expected)
    {
        var feed = Samples.With(Samples.Entry("a") with { Language = ofEntry }) with { Language = ofFeed };

        Assert.Equal(expected, Documents.Atom(feed).Element(Documents.A + "entry")!.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Equal(expected, Documents.Rss(feed).Element("item")!.Element(Documents.Dc + "language")?.Value);
        var item = Documents.Json(feed).GetProperty("items")[0];
        Assert.Equal(expected, item.TryGetProperty("language", out var language) ? language.GetString() : null);
    }

    [Fact]
    public void ManagingEditor_IsTheFirstAuthorWithAnAddress()
    {
        var feed = Samples.Empty with { Authors = [Ana, new Person("Bo", "bo@a.example"), new Person("Cy", "cy@a.example")] };

        Assert.Equal("bo@a.example (Bo)", Documents.Rss(feed).Element("managingEditor")!.Value);
    }

    [Fact]
    public void Updated_IsWritten_WhenItDiffers_InRss()
    {
        var feed = Samples.With(Samples.Entry("a") with { Updated = Samples.Noon.AddDays(1) });

        Assert.Equal("2026-03-15T12:00:00+11:00", Documents.Rss(feed).Element("item")!.Element(Documents.A + "updated")!.Value);
    }

    [Theory]
    [InlineData(FeedHistory.Newest, new string[0])]
    [InlineData(FeedHistory.Complete, new[] { "complete" })]
    [InlineData(FeedHistory.Archive, new[] { "archive" })]
    public void SaysHistory_WhenNotTheNewest(FeedHistory history, string[] expected)
    {
        var feed = Samples.Empty with { History = history };

        Assert.Equal(expected, HistoryNames(Documents.Atom(feed)));
        Assert.Equal(expected, HistoryNames(Documents.Rss(feed)));
    }

    [Theory]
    [InlineData("/feed.css", "/feed.css")]
    [InlineData("https://a.example/ü.css?a=1&b=\"<2>\"", "https://a.example/%C3%BC.css?a=1&amp;b=%22%3C2%3E%22")]
    [InlineData("x?><y z=\"&\"", "x?&gt;&lt;y z=&quot;&amp;&quot;")]
    public void NamesStylesheet_BeforeTheRoot(string address, string expected)
    {
        var feed = Samples.Empty with { Stylesheet = new Uri(address, UriKind.RelativeOrAbsolute) };
        var line = $"<?xml-stylesheet type=\"text/css\" href=\"{expected}\"?>";

        Assert.Equal(line, Encoding.UTF8.GetString(Documents.AtomBytes(feed)).Split('\n')[1]);
        Assert.Equal(line, Encoding.UTF8.GetString(Documents.RssBytes(feed)).Split('\n')[1]);
    }

    [Theory]
    [InlineData("next", "https://a.example/next")]
    [InlineData("prev-archive", "https://a.example/prev-archive")]
    [InlineData("prev-archive next", "https://a.example/next")]
    [InlineData("NEXT", "https://a.example/next")]
    [InlineData("previous next-archive current hub", null)]
    public void LeadsToOlderEntries_InJsonFeed(string relations, string? expected)
    {
        var links = relations.Split(' ').Select(relation => new Link(new Uri($"https://a.example/{relation.ToLowerInvariant()}"), relation));
        var feed = Documents.Json(Samples.Empty with { Links = [.. links] });

        Assert.Equal(expected, feed.TryGetProperty("next_url", out var next) ? next.GetString() : null);
    }

    private static IEnumerable<string> HistoryNames(XElement parent) =>
        parent.Elements().Where(child => child.Name.Namespace == Documents.Fh).Select(child => child.Name.LocalName);
}
