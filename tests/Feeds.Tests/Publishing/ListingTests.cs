using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The pages that list posts and events, of small sites and of large ones.</summary>
public sealed class ListingTests
{
    private const string Now = "2026-01-01T00:00:00Z";
    private const int MaxOctets = 50 * 1024;

    [Fact]
    public void StaysSmall_OfManyPostsAndEvents()
    {
        var posts = Enumerable.Range(0, 300).Select(i => (FormattableString.Invariant($"posts/{i}.md"), FormattableString.Invariant($"---\ntitle: A title of the usual length, number {i}\ndate: 2025-01-{1 + (i % 28)}\ntags: [one, t{i}]\nauthor: Somebody with a name\n---\nText.\n")));
        var events = Enumerable.Range(0, 200).Select(i => (FormattableString.Invariant($"events/{i}.md"), FormattableString.Invariant($"---\ntitle: An evening of the usual length, number {i}\nstart: {2025 + (i % 2)}-{1 + (i % 12)}-{1 + (i % 28)} 18:00\nend: {2025 + (i % 2)}-{1 + (i % 12)}-{1 + (i % 28)} 20:00\nlocation: The reading room of the library, Main Street 1\ntags: [one]\n---\nText.\n")));
        var published = FolderOf.Published(Now, [.. posts, .. events]);
        var style = published.Find("/style.css")!.Identity.Length;
        var listings = published.Representations.Values.Where(item => item.MediaType == MediaType.Html && item.Path != "/feeds/").ToArray();

        Assert.Equal("/archive/2025/ /archive/2025/2/ /archive/2025/3/ /archive/2025/4/ /archive/2025/5/ /archive/2025/6/", string.Join(' ', listings.Select(item => item.Path).Where(path => path.StartsWith("/archive/2", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        Assert.Equal("/calendar/2025/ /calendar/2025/2/ /calendar/2025/3/ /calendar/2025/4/ /calendar/2026/ /calendar/2026/2/ /calendar/2026/3/ /calendar/2026/4/", string.Join(' ', listings.Select(item => item.Path).Where(path => path.StartsWith("/calendar/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        Assert.All(listings, item => Assert.True(item.Identity.Length + style < MaxOctets, FormattableString.Invariant($"{item.Path}: {item.Identity.Length + style}")));
    }

    [Theory]
    [InlineData("posts: { permalink: 'https://pages.example/{slug}/' }\n", "/ /404.html /calendar/2026/ /events/ /events/b/ /feeds/ /subscribe/ /tags/one/ /venues/library/")]
    [InlineData("events: { permalink: 'https://pages.example/{slug}/' }\n", "/ /404.html /archive/ /archive/2025/ /feeds/ /posts/a/ /subscribe/ /tags/one/")]
    [InlineData("posts: { permalink: 'https://pages.example/{slug}/' }\nevents: { permalink: 'https://pages.example/{slug}/' }\n", "/ /404.html /feeds/ /subscribe/")]
    [InlineData("taxonomies: []\n", "/ /404.html /archive/ /archive/2025/ /calendar/2026/ /events/ /events/b/ /feeds/ /posts/a/ /subscribe/ /venues/library/")]
    public void IsThereOnlyFor_WhatHasItsPagesHere(string siteYaml, string expected)
    {
        var published = FolderOf.Published(
            Now,
            ("site.yaml", FolderOf.SiteYaml + siteYaml),
            ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\ntags: [one]\n---\nText.\n"),
            ("events/b.md", "---\ntitle: B\nstart: 2026-02-03 18:00\nlocation: Library\ntags: [one]\n---\nText.\n"));

        Assert.Equal(expected, string.Join(' ', published.Representations.Values.Where(item => item.MediaType == MediaType.Html).Select(item => item.Path).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void GivesWayToADocument_WithTheSameAddress()
    {
        var published = FolderOf.Published(Now, ("posts/a.md", "---\ntitle: A year of ours\ndate: 2025-03-04\npermalink: /archive/2025/\n---\nText.\n"));

        Assert.StartsWith("<!DOCTYPE html>", published.Text("/archive/2025/"), StringComparison.Ordinal);
        Assert.Contains("<title>A year of ours", published.Text("/archive/2025/"), StringComparison.Ordinal);
    }
}
