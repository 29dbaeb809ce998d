using System.Collections.Immutable;
using Feeds.Content;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>What front matter means, under whichever names and in whichever shapes it is written.</summary>
public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("title: X")]
    [InlineData("Title: X")]
    [InlineData("newstitle: X")]
    [InlineData("name: X")]
    [InlineData("title: X\nname: Y")]
    [InlineData("title: ''\nname: X")]
    [InlineData("title:\n  - X")]
    public void FindsTitle_UnderEachKey(string lines) => Assert.Equal("X", Post(lines).Title);

    [Theory]
    [InlineData("publishedAt")]
    [InlineData("published_at")]
    [InlineData("PublishedAt")]
    [InlineData("published-at")]
    [InlineData("published")]
    [InlineData("date")]
    [InlineData("pubDate")]
    [InlineData("pubDatetime")]
    [InlineData("publishDate")]
    [InlineData("publish_date")]
    [InlineData("publishedDatetime")]
    [InlineData("datePublished")]
    [InlineData("created")]
    [InlineData("deployed_on")]
    public void FindsDate_UnderEachKey(string key) => Assert.Equal(3, Post($"{key}: 2025-01-03").Published.Day);

    [Theory]
    [InlineData("updated")]
    [InlineData("updatedAt")]
    [InlineData("updatedDate")]
    [InlineData("lastmod")]
    [InlineData("modified")]
    [InlineData("last_modified_at")]
    [InlineData("modDatetime")]
    [InlineData("dateModified")]
    public void FindsUpdate_UnderEachKey(string key) => Assert.Equal(9, Post($"{key}: 2025-01-09").Updated.Day);

    [Theory]
    [InlineData("draft: true")]
    [InlineData("draft: yes")]
    [InlineData("draft: 'True'")]
    [InlineData("draft: on")]
    [InlineData("draft: 1")]
    [InlineData("isDraft: true")]
    [InlineData("hidden: true")]
    [InlineData("unlisted: true")]
    [InlineData("published: false")]
    [InlineData("published: no")]
    [InlineData("status: draft")]
    [InlineData("status: Draft")]
    [InlineData("status: hidden")]
    [InlineData("untranslated: 1")]
    public void Hides_WhatSaysSo(string line) => Assert.Empty(Read(line).Site.Posts);

    [Theory]
    [InlineData("draft: false")]
    [InlineData("draft: no")]
    [InlineData("draft: ''")]
    [InlineData("published: true")]
    [InlineData("status: published")]
    [InlineData("untranslated: 0")]
    public void Shows_WhatSaysSo(string line) => Assert.Single(Read(line).Site.Posts);

    [Theory]
    [InlineData("posts/drafts/2025-01-02-a.md", 0)]
    [InlineData("_drafts/2025-01-02-a.md", 0)]
    [InlineData("posts/my-drafts/2025-01-02-a.md", 1)]
    public void Hides_FoldersOfDrafts(string path, int posts) => Assert.Equal(posts, FolderOf.Site((path, "---\ntitle: A\n---\n")).Site.Posts.Length);

    [Theory]
    [InlineData("tags: [a, b]", "a b")]
    [InlineData("tags: a, b", "a b")]
    [InlineData("tags: a b", "a b")]
    [InlineData("tags:\n  - a\n  -\n  - b", "a b")]
    [InlineData("tags: a", "a")]
    [InlineData("tags: [a, A, a]", "a")]
    [InlineData("tags: [1, no, 2.0]", "1 no 2.0")]
    [InlineData("tags: []", "")]
    [InlineData("tags: ''", "")]
    [InlineData("tags: 'Fish &amp; Chips'", "Fish & Chips")]
    [InlineData("tags: [{ name: Django, slug: d }, { label: b }, { x: y }]", "Django b")]
    [InlineData("keywords: [a]", "a")]
    [InlineData("topics: [a]", "a")]
    [InlineData("taxonomies: { tags: [a, b] }", "a b")]
    public void ReadsTags_InEveryShape(string lines, string expected) => Assert.Equal(expected, string.Join(' ', Post(lines).Tags));

    [Theory]
    [InlineData("category: a", "a")]
    [InlineData("categories: [a, b]", "a b")]
    [InlineData("section: a", "a")]
    [InlineData("taxonomies: { categories: [a] }", "a")]
    public void ReadsCategories_UnderEachKey(string lines, string expected) => Assert.Equal(expected, string.Join(' ', Post(lines).Categories));

    [Theory]
    [InlineData("tags: a b", "a b")]
    [InlineData("tags: a b, c", "a b, c")]
    [InlineData("tags: [a b, c]", "a b, c")]
    public void SplitsAtBlanks_OnlyWhereTheSiteSaysSo(string lines, string expected)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));
        Assert.Equal(expected, string.Join(", ", Assert.Single(reading.Site.Posts).Tags));
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("description")]
    [InlineData("excerpt")]
    [InlineData("teaser")]
    [InlineData("deck")]
    [InlineData("spoiler")]
    [InlineData("subtitle")]
    public void FindsSummary_UnderEachKey(string key) => Assert.Equal("X & Y", Post($"{key}: \"X &amp;\\n Y\"").Summary);

    [Theory]
    [InlineData("image: /a.png")]
    [InlineData("cover: /a.png")]
    [InlineData("coverImage: /a.png")]
    [InlineData("heroImage: /a.png")]
    [InlineData("featuredImage: /a.png")]
    [InlineData("feature_image: /a.png")]
    [InlineData("thumbnail: /a.png")]
    [InlineData("ogImage: /a.png")]
    [InlineData("seo: { image: /a.png }")]
    [InlineData("image: { src: /a.png, alt: A }")]
    [InlineData("cover: { url: /a.png }")]
    [InlineData("cover: { image: /a.png }")]
    [InlineData("image: https://club.example/a.png")]
    public void FindsImage_UnderEachKey(string lines) => Assert.Equal("https://club.example/a.png", Post(lines).Image?.AbsoluteUri);

    [Theory]
    [InlineData("id: https://old.example/?p=1", "https://old.example/?p=1")]
    [InlineData("guid: urn:uuid:1", "urn:uuid:1")]
    [InlineData("uuid: 12", "tag:club.example,2025:12")]
    [InlineData("id: 'two words'", "tag:club.example,2025:two%20words")]
    [InlineData("lang: en", "tag:club.example,2025:posts/2025-01-02-a")]
    public void KeepsId_AsWritten(string line, string expected) => Assert.Equal(expected, Assert.Single(Read(line).Site.Identities.Values).Id);

    [Theory]
    [InlineData("lang: en")]
    [InlineData("language: en")]
    [InlineData("locale: en")]
    public void FindsLanguage_UnderEachKey(string line) => Assert.Equal("en", Post(line).Language);

    [Theory]
    [InlineData("Published_At", "publishedat")]
    [InlineData("published-at", "publishedat")]
    [InlineData("quotes language", "quoteslanguage")]
    [InlineData("ÉTÉ", "été")]
    public void ComparesNames_WithoutCaseAndMarks(string key, string expected) => Assert.Equal(expected, FrontMatterFields.Normalized(key));

    [Fact]
    public void KnowsEachKey_AsItComparesNames() =>
        Assert.All(FieldNames.ByMeaning.Values.SelectMany(keys => keys), key => Assert.Equal(key, FrontMatterFields.Normalized(key)));

    [Fact]
    public void FindsFirstKey_OfTheOrderAsked()
    {
        var front = new FrontMatterFields(new MapValue([Field("b", "2"), Field("a", "1"), Field("empty", " ")], 1));

        Assert.Equal("1", front.Text(["a", "b"]));
        Assert.Equal("2", front.Text(["b", "a"]));
        Assert.Equal("2", front.Text(["empty", "b"]));
        Assert.Null(front.Text(ImmutableArray<string>.Empty));
    }

    private static Field Field(string key, string text) => new(key, new TextValue(text, 1), 1);

    private static Post Post(string lines) => Assert.Single(Read(lines).Site.Posts);

    private static SiteReading Read(string lines) => FolderOf.Site(
        ("site.yaml", FolderOf.SiteYaml + "tags: spaces\nkeys: { published: [deployed_on] }\n"),
        ("posts/2025-01-02-a.md", $"---\n{lines}\n---\n# Heading\n"));
}
