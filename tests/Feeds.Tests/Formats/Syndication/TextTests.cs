using Feeds.Formats.Syndication;
using Feeds.Formats.Syndication.Podcasts;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>Which characters reach the documents, and as what.</summary>
public sealed class TextTests
{
    // Not enumerated at discovery: on the way to the runner a lone surrogate would become U+FFFD.
    public static TheoryData<string, string> ForbiddenCharacters => new()
    {
        { "a\u0000b", "ab" },
        { "a\u0001\u0008b", "ab" },
        { "a\u000B\u000C\u000E\u001Fb", "ab" },
        { "a\uFFFE\uFFFFb", "ab" },
        { "a\uD83Db", "ab" },
        { "a\uDC1Db", "ab" },
        { "a\uDC1D\uD83Db", "ab" },
        { "a\uD83D\uD83D\uDC1Db", "a\U0001F41Db" },
        { "a\uD83D", "a" },
        { "\uDC1D", "" },
        { "a\u007F\u0080\u0085\u009Fb", "ab" },
        { "a\uFDD0\uFDEF\uD83F\uDFFE\uDBFF\uDFFFb", "ab" },
        { "a\uFFFDb", "ab" },
    };

    public static TheoryData<string, string> KeptText => new()
    {
        { "a\tb\nc", "a\tb\nc" },
        { "a\r\nb\rc\r", "a\nb\nc\n" },
        { "Use <b> & \"c\"", "Use <b> & \"c\"" },
        { "]]> &lt; &amp; '", "]]> &lt; &amp; '" },
        { " spaces  stay ", " spaces  stay " },
        { "\U0001F41D \uE000 \uFDCF \uFDF0 \u00A0 \u2028", "\U0001F41D \uE000 \uFDCF \uFDF0 \u00A0 \u2028" },
    };

    [Theory]
    [MemberData(nameof(ForbiddenCharacters), DisableDiscoveryEnumeration = true)]
    public void Removes_ForbiddenCharacters_FromTitles(string title, string expected) => AssertTitles(title, expected);

    [Theory]
    [MemberData(nameof(KeptText))]
    public void Keeps_PlainText_InTitles(string title, string expected) => AssertTitles(title, expected);

    [Theory]
    [MemberData(nameof(ForbiddenCharacters), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(KeptText))]
    public void Treats_CategoriesAsTitles(string term, string expected)
    {
        var feed = Samples.With(Samples.Entry("a") with { Categories = [new Category($"-{term}")] });

        Assert.Equal($"-{expected}", Documents.Atom(feed).Descendants(Documents.A + "category").Single().Attribute("term")!.Value);
        Assert.Equal($"-{expected}", Documents.Rss(feed).Element("item")!.Element("category")!.Value);
        Assert.Equal($"-{expected}", Documents.Json(feed).GetProperty("items")[0].GetProperty("tags")[0].GetString());
    }

    [Fact]
    public void Keeps_TheReplacementCharacter_InContent()
    {
        var feed = Samples.With(Samples.Entry("a") with { Content = "<p title=\"\uFFFD\">\uFFFD\u0085</p>" });

        const string Expected = "<p title=\"&#xFFFD;\">&#xFFFD;</p>";
        Assert.Equal(Expected, Documents.Atom(feed).Descendants(Documents.A + "content").Single().Value);
        Assert.Equal(Expected, Documents.Rss(feed).Element("item")!.Element("description")!.Value);
        Assert.Equal(Expected, Documents.Json(feed).GetProperty("items")[0].GetProperty("content_html").GetString());
    }

    [Fact]
    public void Removes_ForbiddenCharacters_FromEveryText()
    {
        var bad = EveryTextIs("a\u0000\u001F\uD800\uFFFFz");
        var good = EveryTextIs("az");

        Assert.Equal(Documents.AtomBytes(good), Documents.AtomBytes(bad));
        Assert.Equal(Documents.RssBytes(good), Documents.RssBytes(bad));
        Assert.Equal(Documents.JsonBytes(good), Documents.JsonBytes(bad));
    }

    [Theory]
    [InlineData("Tea & cake", "Tea & cake")]
    [InlineData("3 < 5 > 4", "3 &lt; 5 > 4")]
    [InlineData("Where <script> goes", "Where &lt;script> goes")]
    [InlineData("AT&T, &lt; and &#65;", "AT&amp;T, &amp;lt; and &amp;#65;")]
    [InlineData("&", "&")]
    [InlineData("R&D, \"&\", &5", "R&amp;D, \"&amp;\", &amp;5")]
    [InlineData("'one' \"two\"", "'one' \"two\"")]
    public void Escapes_SummaryAsHtml_InRss(string summary, string expected)
    {
        var feed = Samples.With(Samples.Entry("a") with { Summary = summary, Content = "<p>x</p>" });

        Assert.Equal(expected, Documents.Rss(feed).Element("item")!.Element("description")!.Value);
        Assert.Equal(summary, Documents.Atom(feed).Descendants(Documents.A + "summary").Single().Value);
        Assert.Equal(summary, Documents.Json(feed).GetProperty("items")[0].GetProperty("summary").GetString());
    }

    private static void AssertTitles(string title, string expected)
    {
        var feed = Samples.With(Samples.Entry("a") with { Title = title });

        // Atom wants a title, and gets a blank.
        Assert.Equal(expected.Length == 0 ? " " : expected, Documents.Atom(feed).Element(Documents.A + "entry")!.Element(Documents.A + "title")!.Value);
        // RSS 2.0 and JSON Feed can do without a title.
        Assert.Equal(expected, Documents.Rss(feed).Element("item")!.Element("title")?.Value ?? "");
        var item = Documents.Json(feed).GetProperty("items")[0];
        Assert.Equal(expected, item.TryGetProperty("title", out var json) ? json.GetString() : "");
    }

    private static Feed EveryTextIs(string text) => new()
    {
        Id = text,
        Title = text,
        Link = new Uri("https://a.example/"),
        Updated = Samples.Noon,
        Description = text,
        Authors = [new Person(text, text)],
        Rights = text,
        Generator = text,
        Banner = new Banner(text, text, [new BannerLink(new Uri("https://a.example/"), text)]),
        Stylesheet = new Uri($"/{text}.css", UriKind.Relative),
        Podcast = new Podcast
        {
            Explicit = false,
            Categories = [new PodcastCategory(text, text)],
            Author = text,
            Owner = new Person(text, "a@a.example"),
            Funding = [new Funding(new Uri("https://a.example/"), text)],
        },
        Links = [new Link(new Uri("https://a.example/"), text, text, text)],
        Entries =
        [
            Samples.Entry("a") with
            {
                Id = text,
                Title = text,
                Authors = [new Person(text, text)],
                Categories = [new Category(text)],
                Summary = text,
                Content = text,
                Image = new Image(new Uri("https://a.example/"), text, text),
                Enclosures = [new Enclosure(new Uri("https://a.example/"), text, 1, text)],
                Episode = new Episode
                {
                    Transcripts = [new Transcript(new Uri("https://a.example/"), "text/vtt")],
                    Speakers = [new Speaker(text, text)],
                },
                Links = [new Link(new Uri("https://a.example/"), text, text, text)],
            },
        ],
    };
}
