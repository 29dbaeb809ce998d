using System.Net;
using System.Text.Json;
using Feeds.Formats.Syndication;
using Feeds.Tests.Publishing;
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
        { " spaces  stay ", " spaces  stay " },
        { "\U0001F41D \uE000 \uFDCF \uFDF0 \u00A0 \u2028", "\U0001F41D \uE000 \uFDCF \uFDF0 \u00A0 \u2028" },
    };

    [Theory]
    [MemberData(nameof(ForbiddenCharacters), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(KeptText))]
    public void Removes_WhatXmlForbids_AndNoMore(string text, string expected) => Assert.Equal(expected, XmlCharacters.Keep(text));

    [Theory]
    [InlineData("Use <b> & \"c\"")]
    [InlineData("]]> R&D '")]
    [InlineData("a </b> & <i>")]
    [InlineData("日本語 \U0001F468\u200D\U0001F469 \u202Ertl\u202C")]
    public void Keeps_PlainText_InEveryFormat(string text)
    {
        var quoted = JsonSerializer.Serialize(text);
        var published = Documents.Of($"title: {quoted}\ndate: 2026-01-01\nsummary: {quoted}\ntags: [{quoted}]\nauthor: {{ name: {quoted} }}\n");

        foreach (var entry in (ObservedEntry[])
            [
                Assert.Single(ObservedEntry.InAtom(published.Atom("/atom.xml"))),
                Assert.Single(ObservedEntry.InRss(published.Rss("/rss.xml"))),
                Assert.Single(ObservedEntry.InJson(published.Json("/feed.json"))),
            ])
        {
            Assert.Equal((text, text, text), (entry.Title, entry.Categories, entry.Authors));
        }
    }

    [Fact]
    public void Keeps_Tabs_InTerms()
    {
        var published = Documents.Of("title: T\ndate: 2026-01-01\ntags: [\"a\\tb\"]\n");

        Assert.Equal(published.Item().Element("category")!.Value, published.Entry().Element(Documents.A + "category")!.Attribute("term")!.Value);
    }

    [Theory]
    [InlineData("Tea & cake", "Tea & cake")]
    [InlineData("3 < 5 > 4", "3 &lt; 5 > 4")]
    [InlineData("Where <script> goes", "Where &lt;script> goes")]
    [InlineData("AT&T, &amp;lt; and &amp;#65;", "AT&amp;T, &amp;lt; and &amp;#65;")]
    [InlineData("&", "&")]
    [InlineData("R&D, \"&\", &5", "R&amp;D, \"&amp;\", &amp;5")]
    [InlineData("'one' \"two\"", "'one' \"two\"")]
    public void Escapes_SummaryAsHtml_InRss(string summary, string expected)
    {
        var published = Documents.Of($"title: T\ndate: 2026-01-01\nsummary: {JsonSerializer.Serialize(summary)}\n");

        // A reference in front matter stands for its character.
        var plain = WebUtility.HtmlDecode(summary);
        Assert.Equal(expected, published.Item().Element("description")!.Value);
        Assert.Equal(plain, published.Entry().Element(Documents.A + "summary")!.Value);
        Assert.Equal(plain, published.Json("/feed.json").GetProperty("items")[0].GetProperty("summary").GetString());
    }
}
