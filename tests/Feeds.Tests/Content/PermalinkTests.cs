using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Where a post is read: the template of the site, an address of its own, and what is refused of it.</summary>
public sealed class PermalinkTests
{
    [Theory]
    [InlineData("/posts/{slug}/", "https://club.example/posts/a-name/")]
    [InlineData("/{year}/{month}/{day}/{slug}.html", "https://club.example/2025/01/02/a-name.html")]
    [InlineData("/{path}/", "https://club.example/posts/sub/2025-01-02-a-name/")]
    [InlineData("https://elsewhere.example/{slug}", "https://elsewhere.example/a-name")]
    public void IsMade_FromTheTemplate(string template, string expected)
    {
        var reading = FolderOf.Site(("posts/sub/2025-01-02-A Name.md", "---\ntitle: A\n---\n"), ("site.yaml", FolderOf.SiteYaml + $"posts: {{ permalink: \"{template}\" }}\n"));

        Assert.Equal(expected, Assert.Single(reading.Site.Posts).Link.AbsoluteUri);
    }

    [Theory]
    [InlineData("slug: another", "https://club.example/posts/another/", "/posts/another/")]
    [InlineData("slug: An other/one", "https://club.example/posts/an-other-one/", "/posts/an-other-one/")]
    [InlineData("slug: '🌱'", "https://club.example/posts/name/", "/posts/name/")]
    [InlineData("permalink: /own/", "https://club.example/own/", "/own/")]
    [InlineData("permalink: own.html", "https://club.example/own.html", "/own.html")]
    [InlineData("permalink: /:year/:month/:day/:title/", "https://club.example/2025/01/02/name/", "/2025/01/02/name/")]
    [InlineData("permalink: /caf%C3%A9 au lait/", "https://club.example/caf%C3%A9%20au%20lait/", "/café au lait/")]
    [InlineData("url: /from-url/", "https://club.example/from-url/", "/from-url/")]
    [InlineData("path: 2025/01/x", "https://club.example/2025/01/x/", "/2025/01/x/")]
    [InlineData("path: ja/one", "https://club.example/ja/one/", "/ja/one/")]
    [InlineData("path: /ja/one/", "https://club.example/ja/one/", "/ja/one/")]
    [InlineData("path: blog/1.54.0-beta", "https://club.example/blog/1.54.0-beta/", "/blog/1.54.0-beta/")]
    [InlineData("path: blog/v1.2", "https://club.example/blog/v1.2/", "/blog/v1.2/")]
    [InlineData("path: one.html", "https://club.example/one.html", "/one.html")]
    [InlineData("permalink: /ja/one", "https://club.example/ja/one", "/ja/one")]
    [InlineData("url: ja/one", "https://club.example/ja/one", "/ja/one")]
    [InlineData("path: ''", "https://club.example/posts/name/", "/posts/name/")]
    [InlineData("permalink: https://elsewhere.example/x", "https://elsewhere.example/x", null)]
    [InlineData("canonical: https://elsewhere.example/x", "https://elsewhere.example/x", "/posts/name/")]
    [InlineData("canonicalUrl: no address", "https://club.example/posts/name/", "/posts/name/")]
    [InlineData("permalink: ''", "https://club.example/posts/name/", "/posts/name/")]
    public void IsThatOfFrontMatter_WhenItNamesOne(string line, string link, string? pagePath)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-name.md", $"---\ntitle: A\n{line}\n---\n"));

        var post = Assert.Single(reading.Site.Posts);
        Assert.Equal(link, post.Link.AbsoluteUri);
        Assert.Equal(pagePath, post.PagePath);
        Assert.Empty(reading.Diagnostics);
    }

    /// <summary>Eleventy fills in what is between double braces.</summary>
    [Theory]
    [InlineData("posts/{{ title | slugify }}/", "/posts/l-ete-a-lyon/")]
    [InlineData("/blog/{{ title | slug }}.html", "/blog/l-ete-a-lyon.html")]
    [InlineData("/{{ page.fileSlug }}/", "/name/")]
    [InlineData("/n/{{page.fileSlug}}/{{- title|slugify -}}/", "/n/name/l-ete-a-lyon/")]
    [InlineData("/{{ lang }}/{{ title | slugify | url }}/", "/fr/l-ete-a-lyon/")]
    [InlineData("/{{ locale }}/{{ slug }}/", "/fr/name/")]
    public void IsFilledIn_FromTheDocument(string permalink, string expected)
    {
        var reading = FolderOf.Site(("site.yaml", FolderOf.SiteYaml + "language: fr\n"), ("posts/2025-01-02-name.md", $"---\ntitle: L'été à Lyon\npermalink: \"{permalink}\"\n---\n"));

        Assert.Equal(expected, Assert.Single(reading.Site.Posts).PagePath);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("/{{ page.date | date('yyyy') }}/{{ title | slugify }}/")]
    [InlineData("/{{ title }}/")]
    [InlineData("/{{ section }}/{{ slug }}/")]
    [InlineData("/{% if draft %}draft{% endif %}/")]
    [InlineData("/{{ title | slugify")]
    public void WarnsOfAnAddress_ThatOnlyAGeneratorCanFillIn(string permalink)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-name.md", $"---\ntitle: A\npermalink: \"{permalink}\"\n---\n"));

        Assert.Equal("/posts/name/", Assert.Single(reading.Site.Posts).PagePath);
        Assert.Equal(
            $"posts/2025-01-02-name.md:3: warning: 'permalink' ({permalink}) means something only to your site generator, "
                + "so its address is made from the name of the file; write a path without '{{'",
            Assert.Single(reading.Diagnostics).ToString());
    }

    /// <summary>The host of the site's own pages is that of the template, where it is absolute.</summary>
    [Theory]
    [InlineData("https://notes.example/{slug}", "permalink: /own/", "https://notes.example/own/")]
    [InlineData("https://notes.example/{slug}", "url: own.html", "https://notes.example/own.html")]
    [InlineData("https://notes.example/{slug}", "path: /:year/:title", "https://notes.example/2025/name/")]
    [InlineData("https://notes.example:8443/below/{slug}", "permalink: /café/", "https://notes.example:8443/caf%C3%A9/")]
    [InlineData("https://club.example/posts/{slug}", "permalink: /own/", "https://club.example/own/")]
    [InlineData("https://notes.example/{slug}", "permalink: https://elsewhere.example/x", "https://elsewhere.example/x")]
    [InlineData("https://notes.example/{slug}", "slug: other", "https://notes.example/other")]
    [InlineData("https://notes.example/{slug}", "permalink: false", "https://notes.example/name")]
    public void FollowsTheHostOfTheTemplate_WhereThatIsAbsolute(string template, string line, string link)
    {
        foreach (var (kind, date) in (ReadOnlySpan<(string, string)>)[("posts", "date"), ("events", "start")])
        {
            var text = $"---\ntitle: A\n{date}: 2025-01-02\n{line}\n---\n";
            // The 'url' of an event is where it is announced.
            if (kind == "events" && line.StartsWith("url", StringComparison.Ordinal)) continue;
            var site = FolderOf.Site(("site.yaml", $"{FolderOf.SiteYaml}{kind}: {{ permalink: '{template}' }}\n"), ($"{kind}/2025-01-02-name.md", text)).Site;

            Assert.Equal((link, null), site.Posts.Select(post => (post.Link.AbsoluteUri, post.PagePath)).Concat(site.Events.Select(@event => (@event.Link.AbsoluteUri, @event.PagePath))).Single());
        }
    }

    [Fact]
    public void IsBelowThePathOfTheSite_WhereThatIsOnTheSameHost()
    {
        var site = FolderOf.Site(
            ("site.yaml", "title: Club\nurl: https://pages.example/club/\nposts: { permalink: 'https://pages.example/club/posts/{slug}/' }\n"),
            ("posts/name.md", "---\ntitle: A\ndate: 2025-01-02\npermalink: /own/\n---\n")).Site;

        Assert.Equal("https://pages.example/club/own/", Assert.Single(site.Posts).Link.AbsoluteUri);
    }

    /// <summary>A document without a page has the address that the template gives it, and never one that is called 'false'.</summary>
    [Theory]
    [InlineData("---\npermalink: false")]
    [InlineData("---\npermalink: False")]
    [InlineData("---\npermalink: FALSE")]
    [InlineData("---\npermalink: 'false'")]
    [InlineData("---\npermalink: no")]
    [InlineData("---\npermalink: off")]
    [InlineData("---\npath: false")]
    [InlineData("---\nPermalink: false\nurl: /own/")]
    [InlineData("+++\npermalink = false")]
    [InlineData("+++\npermalink = \"false\"")]
    public void HasNoPage_WhereFrontMatterSaysSo(string start)
    {
        var (fence, colon) = (start[..3], start[0] == '+' ? "=" : ":");
        foreach (var yaml in (string[])["", "pages: all\n"])
        {
            var reading = FolderOf.Site(
                ("site.yaml", FolderOf.SiteYaml + yaml),
                ("posts/name.md", $"{start}\ntitle{colon} \"A\"\ndate{colon} 2025-01-02\n{fence}\n"),
                ("events/name.md", $"{start}\ntitle{colon} \"A\"\nstart{colon} 2025-01-02\nallday{colon} true\n{fence}\n"));

            Assert.Equal(("https://club.example/posts/name/", null), reading.Site.Posts.Select(post => (post.Link.AbsoluteUri, post.PagePath)).Single());
            Assert.Equal(("https://club.example/events/name/", null), reading.Site.Events.Select(@event => (@event.Link.AbsoluteUri, @event.PagePath)).Single());
            Assert.Empty(reading.Diagnostics);
        }
    }

    [Theory]
    [InlineData("permalink: true", "/posts/name/")]
    [InlineData("permalink: 0", "/0")]
    [InlineData("permalink: '1'", "/1")]
    [InlineData("permalink: /false/", "/false/")]
    [InlineData("permalink: ~", "/posts/name/")]
    [InlineData("slug: 'false'", "/posts/false/")]
    public void HasAPage_WhereFrontMatterOnlyLooksAsIfItSaidNo(string line, string path) =>
        Assert.Equal(path, Assert.Single(FolderOf.Site(("posts/name.md", $"---\ntitle: A\ndate: 2025-01-02\n{line}\n---\n")).Site.Posts).PagePath);

    [Theory]
    [InlineData("/../x")]
    [InlineData("../x")]
    [InlineData("/a/../../x")]
    [InlineData("/a/..")]
    [InlineData("/./x")]
    [InlineData("/%2e%2e/x")]
    [InlineData("/%2E./x")]
    [InlineData("/..%2Fx")]
    [InlineData("/..%5Cx")]
    [InlineData("/%252e%252e/x")]
    [InlineData("/%25252e%25252e%25252fx")]
    [InlineData("/..\\x")]
    [InlineData("\\..\\x")]
    [InlineData("/.. /x")]
    [InlineData("/a%00b")]
    [InlineData("/a%0d%0ab")]
    public void IsRefused_WhenItLeadsOut(string permalink)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-name.md", $"---\ntitle: A\npermalink: '{permalink}'\n---\n"));

        Assert.Equal("https://club.example/posts/name/", Assert.Single(reading.Site.Posts).Link.AbsoluteUri);
        Assert.Equal(
            [$"posts/2025-01-02-name.md:3: error: 'permalink' ({permalink}) leads out of the site; write a path such as /name/"],
            reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }
}
