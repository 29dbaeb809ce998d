using AngleSharp.Html.Parser;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The stylesheet that a site may add to that of all pages.</summary>
public sealed class CustomStyleTests : IDisposable
{
    private const string Red = ":root { --accent: #a00 }\n";

    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly TempFolder folder = new();

    public CustomStyleTests()
    {
        folder.Write("site.yaml", FolderOf.SiteYaml);
        folder.Write("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nText.\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ComesAfterThatOfAllPages_OnEachOfThem()
    {
        folder.Write("custom.css", Red);
        var published = Publish(previous: null);

        Assert.All(Pages(published), page => Assert.Equal(["/style.css", "/custom.css"], StylesOf(published, page)));
        Assert.Equal((Red, "text/css; charset=utf-8"), (published.Text("/custom.css"), published.Find("/custom.css")!.MediaType.Name));
    }

    [Fact]
    public void IsNotNamed_WhereThereIsNone()
    {
        folder.Write("posts/custom.css", Red);
        var published = Publish(previous: null);

        Assert.All(Pages(published), page => Assert.Equal(["/style.css"], StylesOf(published, page)));
        Assert.Null(published.Find("/custom.css"));
    }

    [Fact]
    public void IsPublishedAnew_WhenItChanges()
    {
        folder.Write("custom.css", Red);
        var first = Publish(previous: null);
        var (style, home) = (first.Find("/custom.css")!.OpaqueTag, first.Find("/")!.OpaqueTag);
        folder.Write("custom.css", Red + "a { color: red }\n");
        var second = Publish(first);

        Assert.Equal(Red + "a { color: red }\n", second.Text("/custom.css"));
        Assert.NotEqual(style, second.Find("/custom.css")!.OpaqueTag);
        Assert.Equal(Now + Duration.FromHours(1), second.Find("/custom.css")!.LastModified);
        Assert.Equal(home, second.Find("/")!.OpaqueTag);
    }

    [Fact]
    public void IsNoLongerNamed_WhenItIsGone()
    {
        folder.Write("custom.css", Red);
        var first = Publish(previous: null);
        File.Delete(folder.At("custom.css"));
        var second = Publish(first);

        Assert.All(Pages(second), page => Assert.Equal(["/style.css"], StylesOf(second, page)));
        Assert.Null(second.Find("/custom.css"));
    }

    /// <param name="previous">What was published an hour ago.</param>
    private Publication Publish(Publication? previous) =>
        Publication.Render(SiteReader.Read(ContentFolder.Read(folder.Root, previous: null), FolderOf.Listening, previous: null).Site, previous is null ? Now : Now + Duration.FromHours(1), previous);

    private static string[] Pages(Publication published) => [.. published.Representations.Values.Where(item => item.MediaType == MediaType.Html).Select(item => item.Path)];

    private static string[] StylesOf(Publication published, string page) =>
        [.. new HtmlParser().ParseDocument(published.Text(page)).QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!)];
}
