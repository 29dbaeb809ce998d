using System.Text;
using System.Text.Json;
using Feeds.Content;
using Feeds.Content.Sources;
using Feeds.Model.Sources;
using Feeds.Publishing;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>What the planet takes from the feeds of others.</summary>
public sealed class FeedSourceTests
{
    private const string Settings = "sources:\n- { name: ada, feed: ada.xml }\n";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Head = "<title>Ada</title><link href='https://ada.example/'/><id>https://ada.example/id</id>";

    [Theory]
    // Atom 1.0
    [InlineData("<id>tag:a,2026:1</id><title>A</title><link href='https://ada.example/1'/><published>2026-01-02T03:04:05Z</published><updated>2026-02-02T00:00:00Z</updated>", "tag:a,2026:1 A https://ada.example/1 2026-01-02T03:04:05Z")]
    [InlineData("<id>urn:1</id><title type='html'>A &amp;lt; &lt;b&gt;B&lt;/b&gt;</title><link href='/1' xml:base='https://ada.example/x/'/><updated>2026-01-02T03:04:05Z</updated>", "urn:1 A < B https://ada.example/1 2026-01-02T03:04:05Z")]
    [InlineData("<id>urn:1</id><title>A &lt;b&gt;</title><link rel='self' href='https://ada.example/self'/><link rel='alternate' href='https://ada.example/1'/><updated>2026-01-02</updated>", "urn:1 A <b> https://ada.example/1 2026-01-02T00:00:00Z")]
    [InlineData("<id>urn:1</id><title/><summary>In short</summary><link href='https://ada.example/1'/><updated>2026-01-02T03:04:05+05:30</updated>", "urn:1 In short https://ada.example/1 2026-01-02T03:04:05+05:30")]
    [InlineData("<id>not an id</id><title>A</title><link href='https://ada.example/1'/><updated>2026-01-02T03:04:05Z</updated>", "https://ada.example/1 A https://ada.example/1 2026-01-02T03:04:05Z")]
    public void Reads_AnEntryOfAtom(string entry, string expected) =>
        Assert.Equal([expected], Items($"<feed xmlns='{Atom}'>{Head}<entry>{entry}</entry></feed>"));

    [Theory]
    [InlineData("<title>A</title><link>https://ada.example/1</link><guid>https://ada.example/?p=1</guid><pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate>", "https://ada.example/?p=1 A https://ada.example/1 2026-01-02T03:04:05Z")]
    [InlineData("<title>A &amp;amp; B</title><link>https://ada.example/1</link><guid isPermaLink='false'>17</guid><pubDate>Mon, 02 Jan 2026 03:04:05 EST</pubDate>", "https://ada.example/1 A & B https://ada.example/1 2026-01-02T03:04:05-05:00")]
    [InlineData("<title>A</title><guid isPermaLink='true'>https://ada.example/1</guid><pubDate>2 Jul 26 03:04 CST</pubDate>", "https://ada.example/1 A https://ada.example/1 2026-07-02T03:04:00-06:00")]
    [InlineData("<title>A</title><link>https://ada.example/1</link><dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-01-02T03:04+01:00</dc:date>", "https://ada.example/1 A https://ada.example/1 2026-01-02T03:04:00+01:00")]
    [InlineData("<description>&lt;p&gt;Only a &lt;b&gt;note&lt;/b&gt;&lt;/p&gt;</description><link>https://ada.example/1</link><pubDate>02 Jan 2026 03:04:05 CET</pubDate>", "https://ada.example/1 Only a note https://ada.example/1 2026-01-02T03:04:05+01:00")]
    [InlineData("<title>A</title><link>/1</link><pubDate>Fri, 02 Jan 2026 03:04:05 +0000</pubDate>", "https://ada.example/1 A https://ada.example/1 2026-01-02T03:04:05Z")]
    public void Reads_AnItemOfRss(string item, string expected) => Assert.Equal([expected], Items(Rss(item)));

    [Theory]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Ada</title><link>https://ada.example/</link></channel><item><title>A</title><link>https://ada.example/1</link><dc:date>2026-01-02</dc:date></item></rdf:RDF>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>Ada</title><link>https://ada.example/</link></channel><item><title>A</title><link>https://ada.example/1</link><pubDate>2026-01-02</pubDate></item></rdf:RDF>")]
    [InlineData("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><title>Ada</title><link>https://ada.example/</link><item><title>A</title><link>https://ada.example/1</link><pubDate>2 January 2026</pubDate></item></channel></rss>")]
    [InlineData("<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel><title>Ada</title><link>https://ada.example/</link><item xmlns=''><title>A</title><link>https://ada.example/1</link><pubDate>2026-01-02</pubDate></item></channel></rss>")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Ada</title><link rel='alternate' type='text/html' href='https://ada.example/'/><entry><title mode='escaped'>A</title><link rel='alternate' href='https://ada.example/1'/><id>https://ada.example/1</id><issued>2026-01-02</issued><modified>2026-01-02</modified></entry></feed>")]
    public void Reads_EveryFormat(string feed) => Assert.Equal(["https://ada.example/1 A https://ada.example/1 2026-01-02T00:00:00Z"], Items(feed));

    [Theory]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("koi8-r", "koi8-r")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    public void Reads_EveryEncoding(string declared, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = $"<?xml version='1.0' encoding='{declared}'?>{Rss("<title>Мост</title><link>https://ada.example/1</link><pubDate>2026-01-02</pubDate>")}";

        Assert.Equal(["https://ada.example/1 Мост https://ada.example/1 2026-01-02T00:00:00Z"], Items([.. Encoding.GetEncoding(encoding).Preamble, .. Encoding.GetEncoding(encoding).GetBytes(text)]));
    }

    [Theory]
    [InlineData("<title>A</title><pubDate>2026-01-02</pubDate>", "ada.xml:1: warning: \"A\" has no link, so it is not published")]
    [InlineData("<title>A</title><link>https://ada.example/1</link>", "ada.xml:1: warning: \"A\" has no date that can be read, so it is not published")]
    [InlineData("<title>A</title><link>https://ada.example/1</link><pubDate>soon</pubDate>", "ada.xml:1: warning: \"A\" has no date that can be read, so it is not published")]
    [InlineData("<title>A</title><link>javascript:alert(1)</link><pubDate>2026-01-02</pubDate>", "ada.xml:1: warning: \"A\" has no link, so it is not published")]
    public void SaysWhy_AnItemIsNotThere(string item, string expected)
    {
        var read = Read(Rss(item));

        Assert.Empty(read.Site.Planet.Posts);
        Assert.Equal([expected], read.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [InlineData("<!doctype html><html><body>Not found</body></html>", "doctype")]
    [InlineData("<html><body>Not found</body></html>", "it begins with <html>")]
    [InlineData("BEGIN:VCALENDAR", "Data at the root level is invalid")]
    [InlineData("<rss><channel><item><title>A</title>", "Unexpected end of file")]
    [InlineData("<?xml version='1.0' encoding='klingon'?><rss><channel><title>\u00e9</title></channel></rss>", "its encoding, klingon, is not known")]
    public void SaysWhy_AFileIsNoFeed(string text, string expected)
    {
        var diagnostic = Assert.Single(Read(Encoding.Latin1.GetBytes(text)).Diagnostics);

        Assert.StartsWith("ada.xml: error: this cannot be read as a feed (", diagnostic.ToString(), StringComparison.Ordinal);
        Assert.Contains(expected, diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><title>Sign in</title></html>", "it is a page and no feed")]
    [InlineData(" \r\n", "it is empty")]
    [InlineData("<rss><channel><item><title>A</title>", "it is no whole feed: Unexpected end of file")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title></feed>", null)]
    public void RefusesAFetchedFile_ThatIsNoFeed(string text, string? expected)
    {
        var problem = SourceFiles.ProblemOf(new SourceSettings("ada", "https://ada.example/", "sources/ada.xml") { IsFeed = true }, Encoding.UTF8.GetBytes(text));

        Assert.StartsWith(expected ?? "", problem ?? "", StringComparison.Ordinal);
        Assert.Equal(expected is null, problem is null);
    }

    [Fact]
    public void RefusesAFile_ThatIsNestedTooDeep()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 100_000)) + string.Concat(Enumerable.Repeat("</b>", 100_000));

        Assert.Contains("nested too deep", Assert.Single(Read(Rss(deep)).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<title>Tea & milk</title>", "Tea & milk")]
    [InlineData("<title>Tea&nbsp;time &copy; &unknown;</title>", "Tea time © &unknown;")]
    [InlineData("<title>\u0001Tea</title>", "Tea")]
    [InlineData("<title>Tea&#0; &#x1;&#xD800;&#xFFFF;&#99999999999;time &#x1F375;</title>", "Tea time 🍵")]
    public void Repairs_WhatXmlDoesNotKnow(string title, string expected) =>
        Assert.Equal([$"https://ada.example/1 {expected} https://ada.example/1 2026-01-02T00:00:00Z"], Items(Rss($"{title}<link>https://ada.example/1</link><pubDate>2026-01-02</pubDate>")));

    [Theory]
    [InlineData("<description>Plain &amp;amp; simple</description>", "<p>Plain &amp; simple</p>")]
    [InlineData("<description>&lt;p onclick='x'&gt;A &lt;a href='/2'&gt;B&lt;/a&gt;&lt;script&gt;x&lt;/script&gt;&lt;/p&gt;</description>", "<p>A <a href=\"https://ada.example/2\">B</a></p>")]
    [InlineData("<description>Short</description><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>&lt;p&gt;Long&lt;/p&gt;</content:encoded>", "<p>Long</p>")]
    [InlineData("<description><p xmlns='http://www.w3.org/1999/xhtml' xmlns:x='urn:x' x:id='a' id='b'>A<a name='x'/> <b/>B<br/></p></description>", "<p id=\"b\">A<a id=\"x\"></a> <b></b>B<br></p>")]
    [InlineData("<description><![CDATA[<p>A <img src='data:x'> <iframe src='https://x.example'></iframe></p>]]></description>", "<p>A")]
    public void Cleans_TheTextOfAStranger(string description, string expected)
    {
        var read = Read(Rss($"<title>A</title><link>https://ada.example/1</link><pubDate>2026-01-02</pubDate>{description}"));

        Assert.StartsWith(expected, read.Site.Planet.Posts[0].Body.Value.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", read.Site.Planet.Posts[0].Body.Value.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", read.Site.Planet.Posts[0].Body.Value.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<author>ada@ada.example (Ada Lovelace)</author>", "Ada Lovelace")]
    [InlineData("<author>Ada &lt;ada@ada.example&gt;</author>", "Ada")]
    [InlineData("<author>ada@ada.example</author>", "Ada's blog")]
    [InlineData("<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ada</dc:creator>", "Ada")]
    [InlineData("", "Ada's blog")]
    public void NamesTheAuthor_WithoutAnAddress(string author, string expected)
    {
        var read = Read(Rss($"<title>A</title><link>https://ada.example/1</link><pubDate>2026-01-02</pubDate>{author}"));

        Assert.Equal([expected], read.Site.Planet.Posts[0].Authors.Select(one => one.Name));
        Assert.Null(read.Site.Planet.Posts[0].Authors[0].Email);
    }

    [Fact]
    public void KeepsThePosts_OfAFileThatBecomesAPage()
    {
        var before = Read(Rss("<title>A</title><link>https://ada.example/1</link><pubDate>2026-01-02</pubDate>"));

        var after = FolderOf.Again(before, ("site.yaml", FolderOf.SiteYaml + Settings), ("ada.xml", "<html>Not found</html>"));

        Assert.True(after.HasErrors);
        Assert.Equal(["A"], after.Site.Planet.Posts.Select(post => post.Title));
    }

    private static string Rss(string item) =>
        $"<rss version='2.0'><channel><title>Ada's blog</title><link>https://ada.example/</link><item>{item}</item></channel></rss>";

    private static SiteReading Read(string feed) => Brought.Site(Settings, ("ada.xml", feed));

    private static SiteReading Read(byte[] feed) => FolderOf.Bytes(("site.yaml", Encoding.UTF8.GetBytes(FolderOf.SiteYaml + Settings)), ("ada.xml", feed));

    private static string[] Items(string feed) => Items(Encoding.UTF8.GetBytes(feed));

    /// <summary>Id, title, link and date of each item of the planet.</summary>
    private static string[] Items(byte[] feed)
    {
        var json = Publication.Render(Read(feed).Site, FolderOf.Moment("2027-01-01T00:00:00Z"), previous: null).Text("/planet/feed.json");
        return [.. JsonDocument.Parse(json).RootElement.GetProperty("items").EnumerateArray()
            .Select(item => string.Join(' ', ((string[])["id", "title", "url", "date_published"]).Select(name => item.GetProperty(name).GetString())))];
    }
}
