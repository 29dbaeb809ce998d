using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>What the W3C's feed validator has an error or a warning for, and what is written where a feed would have earned it.</summary>
/// <remarks>Each row names the class of the message, the settings, the front matter, and the lines that begin as told.</remarks>
public sealed class ValidityTests
{
    private const string Podcast = "podcast: { category: Arts, explicit: true }\n";
    private const string Episode = "audio: https://a.example/1.mp3\n";

    public static TheoryData<string, string, string, string, string[]> Atom => new()
    {
        {
            "MissingSelf, SelfDoesntMatchLocation, DuplicateAtomLink",
            "hubs: [https://hub.example/]\n",
            "",
            "<link",
            [
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://club.example/atom.xml\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://club.example/\" />",
                "<link rel=\"hub\" href=\"https://hub.example/\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://club.example/posts/a/\" />",
            ]
        },
        { "InvalidContact", "author: { name: Bo, email: bo at a.example }\n", "", "<email>", [] },
        { "InvalidContact", "author: { name: Di, email: di@a.example }\n", "", "<email>", ["<email>di@a.example</email>"] },
        { "NotBlank (name)", "author: { name: \"\\uFFFD\" }\n", "", "<name>", ["<name>Compiler Club</name>"] },
        { "NotBlank (name)", "", "author: { name: \"\\uFFFD\" }\n", "<name>", ["<name>Compiler Club</name>"] },
        {
            "ContainsUndeclaredHTML",
            "",
            "title: Use the <b> element & <i>\n",
            "<title",
            [
                "<title type=\"text\">Compiler Club</title>",
                "<title type=\"html\">Use the &#x26;lt;b&#x26;gt; element &#x26;amp; &#x26;lt;i&#x26;gt;</title>",
            ]
        },
        {
            "ContainsUndeclaredHTML, NotHtml",
            "",
            "summary: R&D <xp>x</xp>\n",
            "<summary",
            ["<summary type=\"html\">R&#x26;amp;D &#x26;lt;xp&#x26;gt;x&#x26;lt;/xp&#x26;gt;</summary>"]
        },
        { "NotBlank (category)", "", "tags: [\"\\uFFFD\", a]\n", "<category", ["<category term=\"a\" />"] },
        {
            "InvalidMIMEType, InvalidNonNegativeInteger",
            "",
            "enclosure: { url: https://a.example/1.x, type: audio }\n",
            "<link rel=\"enclosure\"",
            ["<link rel=\"enclosure\" type=\"application/octet-stream\" href=\"https://a.example/1.x\" />"]
        },
        {
            "InvalidUriChar",
            "",
            "enclosure: { url: 'https://a.example/[1] {2}|3.mp3', length: 1 }\n",
            "<link rel=\"enclosure\"",
            ["<link rel=\"enclosure\" type=\"audio/mpeg\" length=\"1\" href=\"https://a.example/%5B1%5D%20%7B2%7D%7C3.mp3\" />"]
        },
        { "InvalidLanguage", "language: English language\n", "lang: pt BR UTF\n", "<entry", ["<entry>"] },
        { "BadCharacters", "", "title: \"a\\uFFFD\\x80\\x9F\\x7Fb\"\n", "<title type=\"text\">a", ["<title type=\"text\">ab</title>"] },
    };

    public static TheoryData<string, string, string, string, string[]> Rss => new()
    {
        {
            "MissingAtomSelfLink, SelfDoesntMatchLocation, FeedRelInCompleteFeed",
            "",
            "",
            "<atom:link",
            ["<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://club.example/rss.xml\" />"]
        },
        { "InvalidContact, EmailFormat", "author: { name: Bo, email: bo at a.example }\n", "", "<managingEditor>", [] },
        {
            "InvalidContact, MissingRealName",
            "author: { name: 'Cy (she) :( \\ Day', email: cy@a.example }\n",
            "",
            "<managingEditor>",
            ["<managingEditor>cy@a.example (Cy she :  Day)</managingEditor>"]
        },
        { "DuplicateSemantics", "", "author: { name: Ana, email: a@a.example }\n", "<author>", [] },
        { "MissingElement (description)", "", "", "<description>C", ["<description>Compiler Club</description>"] },
        {
            "ContainsHTML, CharacterData",
            "description: x <b> &amp;\n",
            "title: AT&T, <script>, &amp;copy; & 3 < 5\ntags: [<T>]\n",
            "<",
            [
                "<?xml-stylesheet type=\"text/css\" href=\"/feed.css\"?>",
                "<rss xmlns:fh=\"http://purl.org/syndication/history/1.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" "
                + "xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" version=\"2.0\">",
                "<channel>",
                "<title>Compiler Club</title>",
                "<link>https://club.example/</link>",
                "<description>x &#x3C;b&gt; &#x26;amp;</description>",
                "<lastBuildDate>Thu, 01 Jan 2026 00:00:00 +0100</lastBuildDate>",
                "<generator>Feeds</generator>",
                "<ttl>60</ttl>",
                "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://club.example/rss.xml\" />",
                "<fh:complete />",
                "<div xmlns=\"http://www.w3.org/1999/xhtml\">",
                "<meta name=\"viewport\" content=\"width=device-width\" />",
                "<h1>Compiler Club</h1>",
                "<p>This is a feed. Copy its address into a feed reader, and updates arrive automatically:</p>",
                "<code>https://club.example/rss.xml</code>",
                "<ul>",
                "<li>",
                "<a href=\"https://club.example/\">Visit Compiler Club</a>",
                "</li>",
                "<li>",
                "<a href=\"https://club.example/feeds/\">All feeds and calendars</a>",
                "</li>",
                "</ul>",
                "<ol>",
                "<li>",
                "<a href=\"https://club.example/posts/a/\">AT&#x26;T, &#x3C;script&gt;, &#x26;copy; &amp; 3 &lt; 5</a>",
                "<small>Thursday, 1 January 2026</small>",
                "</li>",
                "</ol>",
                "</div>",
                "<item>",
                "<guid isPermaLink=\"false\">tag:club.example,2026:posts/a</guid>",
                "<link>https://club.example/posts/a/</link>",
                "<category>&#x3C;T&gt;</category>",
                "<title>AT&#x26;T, &#x3C;script&gt;, &#x26;copy; &amp; 3 &lt; 5</title>",
                "<description>x</description>",
                "<pubDate>Thu, 01 Jan 2026 00:00:00 +0100</pubDate>",
                "<dc:creator>Compiler Club</dc:creator>",
                "<content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded>",
                "</item>",
                "</channel>",
                "</rss>",
            ]
        },
        {
            "NotHtml",
            "",
            "summary: 'R&D \"&\" a & b <i>'\n",
            "<description>R",
            ["<description>R&amp;amp;D \"&amp;amp;\" a &amp; b &amp;lt;i&gt;</description>"]
        },
        {
            "DuplicateEnclosure, InvalidURLAttribute, InvalidMIMEAttribute",
            "",
            "enclosure: { url: https://a.example/1.x, type: mp3 }\n",
            "<enclosure",
            ["<enclosure length=\"0\" url=\"https://a.example/1.x\" type=\"application/octet-stream\" />"]
        },
        {
            "ImageTitleDoesntMatch, ImageLinkDoesntMatch",
            "icon: https://a.example/i.png\n",
            "",
            "<url>",
            ["<url>https://a.example/i.png</url>"]
        },
        { "InvalidLanguage", "language: en_US.UTF-8\n", "", "<language>", [] },
        {
            "InvalidItunesCategory, InvalidURLAttribute",
            "author: Ana\npodcast: { explicit: true, category: [Cooking, Arts > Cooking, Arts > Food], email: nobody }\n",
            Episode,
            "<itunes:",
            [
                "<itunes:author>Ana</itunes:author>",
                "<itunes:category text=\"Arts\">",
                "<itunes:category text=\"Food\" />",
                "<itunes:explicit>true</itunes:explicit>",
            ]
        },
        {
            "TooLong",
            $"podcast: {{ author: {new string('x', 254)}\U0001F41D }}\n",
            Episode,
            "<itunes:author>",
            [$"<itunes:author>{new string('x', 254)}</itunes:author>"]
        },
        {
            "InvalidPositiveInteger, InvalidDuration",
            Podcast,
            Episode + "duration: 100:00:00\nepisode: 0\nseason: -1\nepisodetype: trailer\n",
            "<itunes:",
            [
                "<itunes:author>Compiler Club</itunes:author>",
                "<itunes:category text=\"Arts\" />",
                "<itunes:explicit>true</itunes:explicit>",
                "<itunes:duration>360000</itunes:duration>",
                "<itunes:episodeType>trailer</itunes:episodeType>",
            ]
        },
        {
            "UnsupportedNamespace",
            Podcast,
            Episode,
            "<rss",
            [
                "<rss xmlns:fh=\"http://purl.org/syndication/history/1.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" "
                + "xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" version=\"2.0\">",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Atom), DisableDiscoveryEnumeration = true)]
    public void WritesAtom_ThatIsValid(string message, string settings, string front, string start, string[] expected) =>
        Assert.Equal([message, .. expected], [message, .. Published(settings, front).Lines("/atom.xml", start)]);

    [Theory]
    [MemberData(nameof(Rss), DisableDiscoveryEnumeration = true)]
    public void WritesRss_ThatIsValid(string message, string settings, string front, string start, string[] expected) =>
        Assert.Equal([message, .. expected], [message, .. Published(settings, front).Lines("/rss.xml", start)]);

    // MisplacedMetadata, MisplacedItem.
    [Fact]
    public void Entries_AreLast()
    {
        var published = Published("icon: https://a.example/i.png\nhubs: [https://hub.example/]\n", "");

        Assert.Equal("entry", published.Atom("/atom.xml").Elements().Last().Name.LocalName);
        Assert.Equal("item", published.Rss("/rss.xml").Elements().Last().Name.LocalName);
    }

    private static Feeds.Publishing.Publication Published(string settings, string front) =>
        Documents.Of((front.StartsWith("title:", StringComparison.Ordinal) ? "date: 2026-01-01\n" : Documents.Dated) + front, settings: settings);
}
