using AngleSharp.Html.Parser;
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
        var listings = published.Representations.Values.Where(item => item.MediaType == MediaType.Html).ToArray();

        Assert.Equal("/archive/2025/ /archive/2025/2/ /archive/2025/3/ /archive/2025/4/ /archive/2025/5/ /archive/2025/6/", string.Join(' ', listings.Select(item => item.Path).Where(path => path.StartsWith("/archive/2", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        Assert.Equal("/calendar/2025/ /calendar/2025/2/ /calendar/2025/3/ /calendar/2025/4/ /calendar/2026/ /calendar/2026/2/ /calendar/2026/3/ /calendar/2026/4/", string.Join(' ', listings.Select(item => item.Path).Where(path => path.StartsWith("/calendar/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        Assert.All(listings, item => Assert.True(item.Identity.Length + style < MaxOctets, FormattableString.Invariant($"{item.Path}: {item.Identity.Length + style}")));
    }

    /// <summary>Feeds and calendars are listed by kind, each kind on as many pages as it takes, where that is too much for one.</summary>
    [Theory]
    [InlineData("", 20, "/feeds/")]
    [InlineData("", 200, "/feeds/ /feeds/tags/ /feeds/tags/2/ /feeds/tags/3/ /feeds/tags/4/ /feeds/tags/5/ /feeds/tags/6/")]
    [InlineData("posts: { permalink: 'https://pages.example/{slug}/' }\nevents: { permalink: 'https://pages.example/{slug}/' }\n", 30, "/feeds/ /feeds/subscribe/ /feeds/tags/ /feeds/tags/2/")]
    public void ListsEveryFeedAndCalendar_OnPagesThatStaySmall(string siteYaml, int tags, string expected)
    {
        var posts = Enumerable.Range(0, tags).Select(i => (FormattableString.Invariant($"posts/{i}.md"), FormattableString.Invariant($"---\ntitle: A\ndate: 2025-01-{1 + (i % 28)}\ntags: [tag {i} ěščřžýáíé ěščřžýáíé]\n---\nText.\n")));
        var events = Enumerable.Range(0, 3).Select(i => (FormattableString.Invariant($"events/{i}.md"), FormattableString.Invariant($"---\ntitle: An evening\nstart: {2025 + i}-01-01 18:00\nlocation: Library\nseries: Evenings\ntags: [tag {i} ěščřžýáíé ěščřžýáíé]\n---\nText.\n")));
        var published = FolderOf.Published(Now, [("site.yaml", FolderOf.SiteYaml + siteYaml), .. posts, .. events]);
        var pages = published.Representations.Values.Where(item => item.MediaType == MediaType.Html && item.Path.StartsWith("/feeds/", StringComparison.Ordinal)).OrderBy(item => item.Path, StringComparer.Ordinal).ToArray();
        var listed = pages.SelectMany(page => new HtmlParser().ParseDocument(published.Text(page.Path)).QuerySelectorAll(".offers a").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!))).ToHashSet(StringComparer.Ordinal);
        var style = published.Find(published.Site.Settings.PathOf("/style.css"))!.Identity.Length;

        Assert.Equal(expected, string.Join(' ', pages.Select(page => page.Path)));
        Assert.All(pages, page => Assert.InRange(page.Identity.Length + style, 0, MaxOctets));
        Assert.All(published.Representations.Keys.Where(path => !path.StartsWith("/archive/", StringComparison.Ordinal) && (path.EndsWith("/atom.xml", StringComparison.Ordinal) || path.EndsWith("/calendar.ics", StringComparison.Ordinal) || (path.StartsWith("/calendar/2", StringComparison.Ordinal) && path.EndsWith(".ics", StringComparison.Ordinal)))), path => Assert.Contains(path, listed));
    }

    [Theory]
    [InlineData("posts: { permalink: 'https://pages.example/{slug}/' }\n", "/calendar/2026/ /events/ /events/b/ /feeds/ /feeds/subscribe/")]
    [InlineData("events: { permalink: 'https://pages.example/{slug}/' }\n", "/feeds/ /feeds/subscribe/ /posts/a/")]
    [InlineData("posts: { permalink: 'https://pages.example/{slug}/' }\nevents: { permalink: 'https://pages.example/{slug}/' }\n", "/feeds/ /feeds/subscribe/")]
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
