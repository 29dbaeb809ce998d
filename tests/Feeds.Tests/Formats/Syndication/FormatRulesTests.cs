using System.Text;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>The rules of a single format that whole documents do not show.</summary>
public sealed class FormatRulesTests
{
    private const string Summaries = "feed: { content: summary }\n";
    private const string Code = "```\nC\n```";
    private const string Html = "<pre><code>C\n</code></pre>";

    [Theory]
    [InlineData("summary: S\n", "C", "", "S", "<p>C</p>")]
    [InlineData("summary: S\n", "C", Summaries, "S", null)]
    [InlineData("", Code, "", Html, null)]
    [InlineData("", "", "", null, null)]
    public void WritesDescriptionBeforeContent_InRss(string front, string body, string settings, string? description, string? encoded)
    {
        var item = Documents.Of(Documents.Dated + front, body, settings).Item();

        Assert.Equal(description, item.Element("description")?.Value.TrimEnd('\n'));
        Assert.Equal(encoded, item.Element(Documents.Encoded + "encoded")?.Value.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("summary: S\n", "C", "", "content_html", "<p>C</p>")]
    [InlineData("summary: S\n", "C", Summaries, "content_text", "S")]
    [InlineData("", Code, "", "content_html", Html)]
    [InlineData("", "", "", "content_text", "T")]
    public void WritesSomeContent_InJsonFeed(string front, string body, string settings, string member, string expected)
    {
        var item = Documents.Of(Documents.Dated + front, body, settings).Json("/feed.json").GetProperty("items")[0];

        var names = item.EnumerateObject().Select(property => property.Name);
        Assert.Equal([member], names.Where(name => name.StartsWith("content", StringComparison.Ordinal)));
        Assert.Equal(expected, item.GetProperty(member).GetString()!.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("https://a.example/icon.PNG", true)]
    [InlineData("https://a.example/icon.jpeg", true)]
    [InlineData("https://a.example/icon.svg", false)]
    [InlineData("https://a.example/icon.ico", false)]
    public void ShowsIcon_ThatRssKnows(string icon, bool isShown)
    {
        var published = Documents.Of(settings: $"icon: {icon}\n");

        Assert.Equal(isShown ? icon : null, published.Rss("/rss.xml").Element("image")?.Element("url")?.Value);
        Assert.Equal(icon, published.Atom("/atom.xml").Element(Documents.A + "icon")!.Value);
        Assert.Null(published.Atom("/atom.xml").Element(Documents.A + "logo"));
    }

    [Theory]
    [InlineData("https://club.example/posts/a/", "true")]
    [InlineData("https://club.example/posts/a", "false")]
    [InlineData("tag:a.example,2026:a", "false")]
    public void SaysPermaLink_WhenTheIdIsTheLink(string id, string expected) =>
        Assert.Equal(expected, Documents.Of($"{Documents.Dated}guid: '{id}'\n").Item().Element("guid")!.Attribute("isPermaLink")!.Value);

    [Theory]
    [InlineData("language: en\n", "lang: en\n", null)]
    [InlineData("language: en\n", "lang: EN\n", null)]
    [InlineData("language: en\n", "lang: da\n", "da")]
    [InlineData("", "lang: da\n", "da")]
    [InlineData("language: en\n", "", null)]
    public void SaysLanguage_WhereItDiffers(string settings, string front, string? expected)
    {
        var published = Documents.Of(Documents.Dated + front, settings: settings);

        Assert.Equal(expected, published.Entry().Attribute(System.Xml.Linq.XNamespace.Xml + "lang")?.Value);
        Assert.Equal(expected, published.Item().Element(Documents.Dc + "language")?.Value);
        var item = published.Json("/feed.json").GetProperty("items")[0];
        Assert.Equal(expected, item.TryGetProperty("language", out var language) ? language.GetString() : null);
    }

    [Theory]
    [InlineData("url: https://club.example/\n", "/feed.css")]
    [InlineData("url: https://club.example/a&b/\n", "/a&amp;b/feed.css")]
    public void NamesStylesheet_BeforeTheRoot(string url, string expected)
    {
        var published = FolderOf.Published("2026-06-01T00:00:00Z", ("site.yaml", "title: T\n" + url));
        var line = $"<?xml-stylesheet type=\"text/css\" href=\"{expected}\"?>";

        Assert.All(["/atom.xml", "/rss.xml"], path => Assert.Equal(line, Encoding.UTF8.GetString(published.Find(path)!.Identity.Span).Split('\n')[1]));
    }
}
