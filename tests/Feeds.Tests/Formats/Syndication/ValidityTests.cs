using System.Text;
using Feeds.Formats.Syndication;
using Feeds.Formats.Syndication.Podcasts;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>What the W3C's feed validator has an error or a warning for, and what is written where a feed would have earned it.</summary>
/// <remarks>Each row names the class of the message, and the lines of the documents that begin as the row says.</remarks>
public sealed class ValidityTests
{
    private static readonly Uri Page = new("https://sydjango.example/posts/a/");
    private static readonly Uri Self = new("https://sydjango.example/atom.xml");
    private static readonly Entry A = Samples.Entry("a") with { Content = "<p>x</p>" };

    public static TheoryData<string, Feed, string, string[]> Atom => new()
    {
        {
            "MissingSelf, SelfDoesntMatchLocation",
            Samples.Empty with { Links = [new Link(Page, "self"), new Link(Page, "SELF")] },
            "<link rel=\"self\"",
            ["<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sydjango.example/atom.xml\" />"]
        },
        {
            "DuplicateAtomLink",
            Samples.Empty with { Links = [new Link(Page, "alternate"), new Link(Page, "alternate", "text/html"), new Link(Page, "alternate", "text/calendar")] },
            "<link rel=\"alternate\"",
            [
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/\" />",
                "<link rel=\"alternate\" type=\"text/calendar\" href=\"https://sydjango.example/posts/a/\" />",
            ]
        },
        {
            "InvalidRFC3339Date",
            Samples.Empty with { Updated = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 600, TimeSpan.FromMinutes(-1)) },
            "<updated>",
            ["<updated>2026-01-02T03:04:05.6-00:01</updated>"]
        },
        {
            "InvalidContact, NotBlank",
            Samples.Empty with { Authors = [new Person(" \u0001"), new Person("Bo", "bo at a.example"), new Person("Cy", "Cy <cy@a.example>"), new Person("Di", "di@a.example")] },
            "<",
            [
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:fh=\"http://purl.org/syndication/history/1.0\" xmlns:media=\"http://search.yahoo.com/mrss/\">",
                "<id>tag:sydjango.example,2024:/</id>",
                "<title>SyDjango</title>",
                "<updated>2024-01-02T03:04:05Z</updated>",
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/\" />",
                "<author>",
                "<name>Bo</name>",
                "</author>",
                "<author>",
                "<name>Cy</name>",
                "</author>",
                "<author>",
                "<name>Di</name>",
                "<email>di@a.example</email>",
                "</author>",
                "</feed>",
            ]
        },
        { "MissingElement (author)", Samples.With(A with { Authors = [new Person("")] }), "<name>", ["<name>SyDjango</name>"] },
        {
            "ContainsUndeclaredHTML",
            Samples.With(A with { Title = "Use <b>bold</b> & <i>" }, A with { Title = "AT&T, <script>, &copy; & 3 < 5" }),
            "<title",
            [
                "<title>SyDjango</title>",
                "<title type=\"html\">Use &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; &amp;amp; &amp;lt;i&amp;gt;</title>",
                "<title>AT&#x26;T, &#x3C;script&gt;, &#x26;copy; &amp; 3 &lt; 5</title>",
            ]
        },
        {
            "ContainsUndeclaredHTML, NotHtml",
            Samples.With(A with { Summary = "R&D <p>x</p>" }),
            "<summary",
            ["<summary type=\"html\">R&amp;amp;D &amp;lt;p&amp;gt;x&amp;lt;/p&amp;gt;</summary>"]
        },
        {
            "ContainsHTML (media:description)",
            Samples.With(A with { Image = new Image(Page, "a <br> </br>") }),
            "<media:",
            [
                "<media:content url=\"https://sydjango.example/posts/a/\" medium=\"image\">",
                "<media:description type=\"html\">a &amp;lt;br&amp;gt; &amp;lt;/br&amp;gt;</media:description>",
                "<media:thumbnail url=\"https://sydjango.example/posts/a/\" />",
            ]
        },
        { "MissingXhtmlDiv", Samples.With(A with { Content = "<svg>x" }), "<content", ["<content type=\"html\">&lt;svg&gt;x</content>"] },
        { "NotBlank (title)", Samples.With(A with { Title = "\u0000" }), "<title> ", ["<title> </title>"] },
        { "NotBlank (category)", Samples.With(A with { Categories = [new Category(" "), new Category("a")] }), "<category", ["<category term=\"a\" />"] },
        { "MissingTextualContent", Samples.With(A with { Content = null }), "<summary", ["<summary>A title</summary>"] },
        { "MissingTextualContent", Samples.With(A with { Content = "\uFFFF", Title = "" }), "<summary", ["<summary>https://sydjango.example/posts/a/</summary>"] },
        {
            "FeedRelInCompleteFeed, CurrentNotSelfInCompleteFeed",
            Samples.Empty with { History = FeedHistory.Complete, Links = [.. History(Page), new Link(Self, "current"), new Link(Page, "hub")] },
            "<link",
            [
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/\" />",
                "<link rel=\"current\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"hub\" href=\"https://sydjango.example/posts/a/\" />",
            ]
        },
        {
            "LinkPastEnd",
            Samples.Empty with { Links = [new Link(Self, "first"), new Link(Page, "previous"), new Link(Page, "prev"), new Link(Page, "next"), new Link(Page, "last")] },
            "<link",
            [
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/\" />",
                "<link rel=\"first\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"next\" href=\"https://sydjango.example/posts/a/\" />",
                "<link rel=\"last\" href=\"https://sydjango.example/posts/a/\" />",
            ]
        },
        { "LinkPastEnd", Samples.Empty with { Links = [new Link(Self, "last"), new Link(Page, "next")] }, "<link rel=\"next\"", [] },
        {
            "UnregisteredAtomLinkRel",
            Samples.Empty with { Links = [new Link(Page, "prev")] },
            "<link rel=\"prev",
            ["<link rel=\"previous\" href=\"https://sydjango.example/posts/a/\" />"]
        },
        {
            "FeedHistoryRelInEntry",
            Samples.With(A with { Links = [.. History(Page), new Link(Page, "via")] }),
            "<link rel=",
            [
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/posts/a/\" />",
                "<link rel=\"via\" href=\"https://sydjango.example/posts/a/\" />",
            ]
        },
        {
            "InvalidMIMEType, InvalidNonNegativeInteger",
            Samples.With(A with { Links = [new Link(Page, "via", "html")], Enclosures = [new Enclosure(Page, "audio", 0)] }),
            "<link",
            [
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/posts/a/\" />",
                "<link rel=\"enclosure\" type=\"application/octet-stream\" href=\"https://sydjango.example/posts/a/\" />",
                "<link rel=\"via\" href=\"https://sydjango.example/posts/a/\" />",
            ]
        },
        {
            "InvalidUriChar",
            Samples.With(A with { Enclosures = [new Enclosure(new Uri("https://a.example/[1] {2}|3.mp3"), "audio/mpeg", 1)] }),
            "<link rel=\"enclosure\"",
            ["<link rel=\"enclosure\" type=\"audio/mpeg\" href=\"https://a.example/%5B1%5D%20%7B2%7D%7C3.mp3\" length=\"1\" />"]
        },
        { "InvalidLanguage", Samples.With(A with { Language = "pt_BR" }, A with { Language = "pt-BR" }) with { Language = "English" }, "<entry", ["<entry>", "<entry xml:lang=\"pt-BR\">"] },
        { "BadCharacters", Samples.With(A with { Title = "a\uFFFD\u0080\u009F\u007Fb" }), "<title>a", ["<title>ab</title>"] },
    };

    public static TheoryData<string, Feed, string, string[]> Rss => new()
    {
        {
            "MissingAtomSelfLink, SelfDoesntMatchLocation",
            Samples.Empty with { Links = [new Link(Page, "self")] },
            "<atom:link",
            ["<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://sydjango.example/rss.xml\" />"]
        },
        {
            "ProblematicalRFC822Date, InvalidRFC2822Date",
            Samples.With(A with { Published = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(345)) }, A with { Published = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-570)) }),
            "<pubDate>",
            ["<pubDate>Thu, 01 Jan 2026 21:19:05 GMT</pubDate>", "<pubDate>Fri, 02 Jan 2026 03:04:05 -0930</pubDate>"]
        },
        {
            "InvalidContact, EmailFormat, MissingRealName",
            Samples.Empty with { Authors = [new Person("", "a@a.example"), new Person("Bo", "mailto:bo@a.example"), new Person("Cy (she) :( \\ Day", "cy@a.example")] },
            "<managingEditor>",
            ["<managingEditor>cy@a.example (Cy she :  Day)</managingEditor>"]
        },
        { "DuplicateSemantics", Samples.Empty with { Authors = [new Person("Ana", "a@a.example")] }, "<dc:", [] },
        {
            "ContainsHTML, CharacterData",
            Samples.With(A with { Title = "Use <b> & <i>" }, A with { Title = "AT&T, <script>, &copy; & 3 < 5" }) with { Title = "A & <b>" },
            "<title>",
            [
                "<title>A &amp; &#x3C;b&gt;</title>",
                "<title>Use &#x3C;b&gt; &amp; &#x3C;i&gt;</title>",
                "<title>AT&#x26;T, &#x3C;script&gt;, &#x26;copy; &amp; 3 &lt; 5</title>",
            ]
        },
        {
            "ContainsHTML (description)",
            Samples.Empty with { Description = "x <b> &amp;" },
            "<description>",
            ["<description>x &#x3C;b&gt; &#x26;amp;</description>"]
        },
        { "ContainsHTML (category)", Samples.With(A with { Categories = [new Category("<T>"), new Category(" ")] }), "<category>", ["<category>&#x3C;T&gt;</category>"] },
        {
            "NotHtml",
            Samples.With(A with { Summary = "R&D \"&\" a & b <i>" }),
            "<description>R",
            ["<description>R&amp;amp;D \"&amp;amp;\" a &amp; b &amp;lt;i&gt;</description>"]
        },
        {
            "NeedDescriptionBeforeContent",
            Samples.With(A with { Summary = " " }, A with { Summary = "S" }),
            "<description>",
            ["<description>SyDjango</description>", "<description>&lt;p&gt;x&lt;/p&gt;</description>", "<description>S</description>"]
        },
        {
            "ItemMustContainTitleOrDescription, NotBlank",
            Samples.With(A with { Title = " ", Content = "\u0000" }),
            "<description>http",
            ["<description>https://sydjango.example/posts/a/</description>"]
        },
        {
            "DuplicateEnclosure, InvalidURLAttribute, InvalidMIMEAttribute",
            Samples.With(A with { Enclosures = [new Enclosure(new Uri("magnet:?xt=1"), "audio/mpeg", 1), new Enclosure(Page, "mp3", 0), new Enclosure(Page, "audio/mpeg", 3)] }),
            "<enclosure",
            ["<enclosure url=\"https://sydjango.example/posts/a/\" length=\"0\" type=\"application/octet-stream\" />"]
        },
        {
            "FeedRelInCompleteFeed",
            Samples.Empty with { History = FeedHistory.Complete, Links = [.. History(Page)] },
            "<atom:link",
            ["<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://sydjango.example/rss.xml\" />"]
        },
        {
            "ImageTitleDoesntMatch, ImageLinkDoesntMatch, ImageUrlFormat",
            Samples.Empty with { Title = "<T> &amp; 1", Logo = new Uri("https://a.example/l.svg"), Icon = new Uri("https://a.example/i.png") },
            "<",
            [
                "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:fh=\"http://purl.org/syndication/history/1.0\" xmlns:media=\"http://search.yahoo.com/mrss/\">",
                "<channel>",
                "<title>&#x3C;T&gt; &#x26;amp; 1</title>",
                "<link>https://sydjango.example/</link>",
                "<description>&#x3C;T&gt; &#x26;amp; 1</description>",
                "<lastBuildDate>Tue, 02 Jan 2024 03:04:05 GMT</lastBuildDate>",
                "<image>",
                "<url>https://a.example/i.png</url>",
                "<title>&#x3C;T&gt; &#x26;amp; 1</title>",
                "<link>https://sydjango.example/</link>",
                "</image>",
                "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://sydjango.example/rss.xml\" />",
                "</channel>",
                "</rss>",
            ]
        },
        { "InvalidLanguage", Samples.Empty with { Language = "en_US.UTF-8" }, "<language>", [] },
        {
            "InvalidItunesCategory, TooLong, InvalidURLAttribute",
            Samples.Empty with
            {
                Podcast = new Podcast
                {
                    Explicit = true,
                    Categories = [new PodcastCategory("Cooking"), new PodcastCategory("Arts", "Cooking"), new PodcastCategory("Arts", "Food")],
                    Author = new string('x', 254) + "\U0001F41D",
                    Owner = new Person("Ana", "nobody"),
                    Image = new Uri("ftp://a.example/a.png"),
                },
            },
            "<itunes:",
            [
                $"<itunes:author>{new string('x', 254)}</itunes:author>",
                "<itunes:category text=\"Arts\">",
                "<itunes:category text=\"Food\" />",
                "<itunes:explicit>true</itunes:explicit>",
            ]
        },
        {
            "InvalidPositiveInteger, InvalidDuration",
            Samples.With(A with
            {
                Enclosures = [new Enclosure(Page, "audio/mpeg", 1, Duration: TimeSpan.FromHours(100))],
                Episode = new Episode { Number = 0, Season = -1, Type = EpisodeType.Trailer },
            }),
            "<itunes:",
            ["<itunes:duration>360000</itunes:duration>", "<itunes:episodeType>trailer</itunes:episodeType>"]
        },
        {
            "UnsupportedNamespace",
            Samples.With(A with { Episode = new Episode { Number = 1 } }),
            "<rss",
            ["<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:fh=\"http://purl.org/syndication/history/1.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">"]
        },
    };

    [Theory]
    [MemberData(nameof(Atom), DisableDiscoveryEnumeration = true)]
    public void WritesAtom_ThatIsValid(string message, Feed feed, string start, string[] expected) =>
        Assert.Equal([message, .. expected], [message, .. Lines(Documents.AtomBytes(feed), start)]);

    [Theory]
    [MemberData(nameof(Rss), DisableDiscoveryEnumeration = true)]
    public void WritesRss_ThatIsValid(string message, Feed feed, string start, string[] expected) =>
        Assert.Equal([message, .. expected], [message, .. Lines(Documents.RssBytes(feed), start)]);

    // MisplacedMetadata, MisplacedItem.
    [Fact]
    public void Entries_AreLast()
    {
        var feed = Samples.Complete with { History = FeedHistory.Archive, Podcast = Samples.Radio.Podcast };

        Assert.Equal(["entry", "entry"], Documents.Atom(feed).Elements().SkipWhile(child => child.Name.LocalName is not "entry").Select(child => child.Name.LocalName));
        Assert.Equal(["item", "item"], Documents.Rss(feed).Elements().SkipWhile(child => child.Name.LocalName is not "item").Select(child => child.Name.LocalName));
    }

    // MissingCurrentInArchive, ArchiveIncomplete.
    [Fact]
    public void AnArchivePage_LeadsToItsNeighbours()
    {
        Assert.Equal(
            [
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sydjango.example/atom.xml\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://sydjango.example/\" />",
                "<link rel=\"current\" href=\"https://sydjango.example/\" />",
                "<link rel=\"prev-archive\" href=\"https://sydjango.example/archive/1\" />",
                "<link rel=\"next-archive\" href=\"https://sydjango.example/archive/3\" />",
            ],
            Lines(Documents.AtomBytes(Samples.Archive with { Entries = [] }), "<link"));
        Assert.Equal(
            [
                "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://sydjango.example/rss.xml\" />",
                "<atom:link rel=\"current\" href=\"https://sydjango.example/\" />",
                "<atom:link rel=\"prev-archive\" href=\"https://sydjango.example/archive/1\" />",
                "<atom:link rel=\"next-archive\" href=\"https://sydjango.example/archive/3\" />",
            ],
            Lines(Documents.RssBytes(Samples.Archive), "<atom:link"));
        Assert.Equal(["<fh:archive />"], Lines(Documents.AtomBytes(Samples.Archive), "<fh:"));
        Assert.Equal(["<fh:archive />"], Lines(Documents.RssBytes(Samples.Archive), "<fh:"));
        Assert.Equal("https://sydjango.example/archive/1", Documents.Json(Samples.Archive).GetProperty("next_url").GetString());
    }

    private static Link[] History(Uri href) =>
        [.. ((string[])["first", "last", "next", "prev", "previous", "current", "prev-archive", "next-archive"]).Select(relation => new Link(href, relation))];

    private static IEnumerable<string> Lines(byte[] document, string start) =>
        Encoding.UTF8.GetString(document).Split('\n').Skip(1).Select(line => line.TrimStart(' ')).Where(line => line.StartsWith(start, StringComparison.Ordinal));
}
