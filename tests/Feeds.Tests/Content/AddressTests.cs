using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Where a post is read: the template of the site, an address of its own, and what is refused of it.</summary>
public sealed class AddressTests
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
    [InlineData("path: 2025/01/x", "https://club.example/2025/01/x", "/2025/01/x")]
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
