using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Links to notes by the names of their files, in a site of several.</summary>
public sealed class WikiLinkTests
{
    [Theory]
    [InlineData("[[winter]]", "<a href=\"https://club.example/posts/winter/\">winter</a>")]
    [InlineData("[[Winter|last year]]", "<a href=\"https://club.example/posts/winter/\">last year</a>")]
    [InlineData("[[2025-03-04-winter]]", "<a href=\"https://club.example/posts/winter/\">2025-03-04-winter</a>")]
    [InlineData("[[posts/two words]]", "<a href=\"https://club.example/posts/two-words/\">posts/two words</a>")]
    [InlineData("[[two_words#The end]]", "<a href=\"https://club.example/posts/two-words/#the-end\">two_words &gt; The end</a>")]
    [InlineData("[[Ka\u0301va]]", "<a href=\"https://club.example/posts/k%C3%A1va/\">Ka\u0301va</a>")]
    [InlineData("[[secret]]", "secret")]
    [InlineData("[[nowhere]]", "nowhere")]
    [InlineData("`[[winter]]`", "<code>[[winter]]</code>")]
    public void LeadsToTheNote_OfThatName(string markdown, string html)
    {
        var site = FolderOf.Site(
            ("site.yaml", FolderOf.SiteYaml),
            ("posts/a.md", $"---\ntitle: A\ndate: 2025-03-03\n---\n{markdown}\n"),
            ("posts/2025-03-04-winter.md", "---\ntitle: Winter\n---\nText.\n"),
            ("posts/two words.md", "---\ntitle: Two\ndate: 2025-03-05\n---\nText.\n"),
            ("posts/káva.md", "---\ntitle: Káva\ndate: 2025-03-06\n---\nText.\n"),
            ("posts/secret.md", "---\ntitle: Secret\ndate: 2025-03-07\ndraft: true\n---\nText.\n")).Site;

        Assert.Equal($"<p>{html}</p>", site.Posts.Single(post => post.Path == "posts/a.md").Body.Value.Html.Trim());
    }
}
