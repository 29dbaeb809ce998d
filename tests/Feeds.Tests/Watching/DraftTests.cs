using Feeds.Web.Live;
using Xunit;

namespace Feeds.Tests.Watching;

/// <summary>Drafts and scheduled posts, which only a preview publishes.</summary>
public sealed class DraftTests
{
    [Theory]
    [InlineData(nameof(PreviewMode.None), "a")]
    [InlineData(nameof(PreviewMode.Live), "a")]
    [InlineData(nameof(PreviewMode.Drafts), "a draft later unpublished written")]
    public async Task ArePublished_OnlyWhereTheyAreAskedFor(string preview, string expected)
    {
        await using var site = new Watched { Preview = Enum.Parse<PreviewMode>(preview) };
        Write(site);

        site.Start();

        var slugs = ((string[])["a", "draft", "later", "locked", "unpublished", "written"]).Where(site.HasPost);
        Assert.Equal(expected, string.Join(' ', slugs));
    }

    [Fact]
    public async Task AreNotInTheLock()
    {
        await using var site = new Watched { Preview = PreviewMode.Drafts };
        Write(site);

        site.Start();
        site.Disk.Write("content/posts/b.md", "---\ntitle: B\ndate: 2025-03-04\n---\n");
        site.ReadAgain();
        await site.LoggedAsync(line => line.StartsWith("Information: Published 6 posts", StringComparison.Ordinal));

        Assert.False(File.Exists(site.Disk.At("content/feeds.lock")));
    }

    private static void Write(Watched site)
    {
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml);
        site.Disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\n");
        site.Disk.Write("content/posts/draft.md", "---\ntitle: Draft\ndate: 2025-03-04\ndraft: true\n---\n");
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2027-03-04\n---\n");
        site.Disk.Write("content/posts/locked.md", "---\ntitle: Locked\ndate: 2025-03-04\npassword: secret\n---\n");
        site.Disk.Write("content/posts/unpublished.md", "---\ntitle: Unpublished\ndate: 2025-03-04\nstatus: draft\n---\n");
        site.Disk.Write("content/_drafts/written.md", "---\ntitle: Written\ndate: 2025-03-04\n---\n");
    }
}
