using Xunit;

namespace Feeds.Tests.Content;

/// <summary>What one reading of a site takes over from the reading before.</summary>
public sealed class SiteReaderTests
{
    private const string Good = "---\ntitle: Good\ndate: 2025-01-02\n---\nText.\n";

    [Fact]
    public void TakesOverDocument_WhoseBytesAreTheSame()
    {
        var first = FolderOf.Site(("posts/a.md", Good), ("posts/b.md", Good));

        var second = FolderOf.Again(first, ("posts/a.md", Good), ("posts/b.md", Good + "More.\n"));

        Assert.Same(first.Documents["posts/a.md"], second.Documents["posts/a.md"]);
        Assert.NotSame(first.Documents["posts/b.md"], second.Documents["posts/b.md"]);
    }

    [Fact]
    public void ReadsAllAgain_WhenSettingsChange()
    {
        var first = FolderOf.Site(("posts/a.md", Good));

        var second = FolderOf.Again(first, ("posts/a.md", Good), ("site.yaml", FolderOf.SiteYaml + "posts: { permalink: \"/p/{slug}/\" }\n"));

        Assert.Equal("/p/a/", Assert.Single(second.Site.Posts).PagePath);
    }

    [Theory]
    [InlineData("---\ntitle: Broken: by a colon\ndate: 2025-01-02\n---\nText.\n")]
    [InlineData("---\ntitle: Broken\ndate: 2025-02-30\n---\nText.\n")]
    [InlineData("---\ntitle: Never closed\ndate: 2025-01-02\n")]
    [InlineData("")]
    public void KeepsWhatAFileLastSaid_WhenItBreaks(string broken)
    {
        var first = FolderOf.Site(("posts/a.md", Good));

        var second = FolderOf.Again(first, ("posts/a.md", broken));
        var third = FolderOf.Again(second, ("posts/a.md", broken), ("posts/b.md", Good));
        var mended = FolderOf.Again(third, ("posts/a.md", Good.Replace("Good", "Better", StringComparison.Ordinal)));

        Assert.Equal("Good", Assert.Single(second.Site.Posts).Title);
        Assert.Single(second.Diagnostics);
        Assert.Equal(["Good", "Good"], third.Site.Posts.Select(post => post.Title));
        Assert.Equal("Better", Assert.Single(mended.Site.Posts).Title);
        Assert.Empty(mended.Diagnostics);
    }

    [Fact]
    public void ForgetsFile_ThatIsGone()
    {
        var first = FolderOf.Site(("posts/a.md", Good));

        var second = FolderOf.Again(first, ("posts/b.md", Good));

        Assert.Equal(["posts/b.md"], second.Site.Posts.Select(post => post.Path));
        Assert.Equal(["posts/b.md"], second.LastGood.Keys);
    }

    [Fact]
    public void KeepsSettings_WhenSiteYamlBreaks()
    {
        var first = FolderOf.Site(("posts/a.md", Good));

        var second = FolderOf.Again(first, ("posts/a.md", Good), ("site.yaml", "title: \"Never closed\nurl: https://other.example/\n"));

        Assert.Equal("https://club.example/posts/a/", Assert.Single(second.Site.Posts).Link.AbsoluteUri);
        Assert.True(second.Diagnostics is [{ Path: "site.yaml" }]);
    }

    [Fact]
    public void ChangesLinksInOtherPosts_WhenASlugChanges()
    {
        const string Linking = "---\ntitle: Linking\ndate: 2025-01-03\n---\n[a](a.md)\n";
        var first = FolderOf.Site(("posts/a.md", Good), ("posts/b.md", Linking));

        var second = FolderOf.Again(first, ("posts/a.md", Good.Replace("title", "slug: new\ntitle", StringComparison.Ordinal)), ("posts/b.md", Linking));
        var third = FolderOf.Again(second, ("posts/b.md", Linking));

        Assert.Equal(
            ["<p><a href=\"https://club.example/posts/a/\">a</a></p>", "<p><a href=\"https://club.example/posts/new/\">a</a></p>", "<p><a href=\"https://club.example/posts/b/a.md\">a</a></p>"],
            new[] { first, second, third }.Select(reading => reading.Site.Posts.Single(post => post.Title == "Linking").Body.Value.Html));
    }

    [Fact]
    public void PublishesText_ThatIsNestedTooDeep()
    {
        var reading = FolderOf.Site(("posts/a.md", Good + new string('>', 1000) + " <b>deep</b>\n"));

        Assert.Equal(
            ["posts/a.md:5: warning: the text is nested too deep to be Markdown, so it is shown as it stands; take out some of its brackets, quotes or tags"],
            reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal($"<pre>Text.\n{string.Concat(Enumerable.Repeat("&gt;", 1000))} &lt;b&gt;deep&lt;/b&gt;\n</pre>", Assert.Single(reading.Site.Posts).Body.Value.Html);
    }

    [Fact]
    public void ReadsOneMegabyte_AsAnyOther()
    {
        var reading = FolderOf.Site(("posts/a.md", Good + string.Concat(Enumerable.Repeat("A *paragraph* with [a link](https://b.example/) and words.\n\n", 18_000))));

        Assert.Empty(reading.Diagnostics);
        Assert.True(Assert.Single(reading.Site.Posts).Body.Value.Html.Length > 1_000_000);
    }
}
