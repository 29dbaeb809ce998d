using Feeds.Web.Watching;
using Xunit;

namespace Feeds.Tests.Watching;

/// <summary>Files that change while they are served.</summary>
public sealed class EditTests : IAsyncLifetime
{
    private const string Good = "---\ntitle: Good\ndate: 2025-03-04\n---\nGood text.\n";
    private const string Broken = "---\ntitle: Broken\ndate: 2025-02-31\n---\nBroken text.\n";
    private const string BrokenLine = "Error: posts/a.md:3: 'date' (2025-02-31) has day 31, but February 2025 has 28 days";

    private readonly Watched site = new();

    public ValueTask InitializeAsync()
    {
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml);
        site.Disk.Write("content/posts/a.md", Good);
        site.Disk.Write("content/posts/b.md", "---\ntitle: Other\ndate: 2025-03-05\n---\nOther text.\n");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(nameof(WatchMode.Auto))]
    [InlineData(nameof(WatchMode.Poll))]
    public async Task IsPublished_WhenAFileIsEdited(string mode)
    {
        // A page names the posts beside it, and so is dated with them; this one lies between.
        site.Disk.Write("content/posts/between.md", Good.Replace("2025-03-04", "2025-03-04 12:00", StringComparison.Ordinal));
        site.Start(Enum.Parse<WatchMode>(mode));
        await site.LoggedAsync("Information: Published 3 posts and 0 events");
        var other = site.Publication.Representations["/posts/b/"];
        Assert.NotEmpty(other.OpaqueTag);
        site.Disk.Write("content/posts/a.md", Good.Replace("Good text", "New text", StringComparison.Ordinal));
        await site.LoggedAsync("Information: Published 3 posts and 0 events");

        Assert.Equal("New text.", site.BodyOf("a"));
        Assert.Same(other, site.Publication.Representations["/posts/b/"]);
    }

    [Fact]
    public async Task IsPublished_WhenFilesComeAndGo()
    {
        site.Start();
        site.Disk.Write("content/posts/2026/new/c.md", Good);
        await site.LoggedAsync("Information: Published 3 posts and 0 events");
        Assert.True(site.HasPost("c"));

        File.Delete(site.Disk.At("content/posts/a.md"));
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        Assert.False(site.HasPost("a"));

        File.Move(site.Disk.At("content/posts/b.md"), site.Disk.At("content/posts/renamed.md"));
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        Assert.True(site.HasPost("renamed"));
    }

    [Fact]
    public async Task IsPublished_WhenAFileIsReplacedByRename()
    {
        site.Start();
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        site.Disk.Write("content/posts/.a.md.swp", Good.Replace("Good text", "New text", StringComparison.Ordinal));
        File.Move(site.Disk.At("content/posts/.a.md.swp"), site.Disk.At("content/posts/a.md"), overwrite: true);
        await site.LoggedAsync("Information: Published 2 posts and 0 events");

        Assert.Equal("New text.", site.BodyOf("a"));
    }

    [Fact]
    public async Task StaysTheSame_WhenAFileIsTouched()
    {
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2027-01-01\n---\nLater.\n");
        site.Start();
        var before = site.Publication;
        File.SetLastWriteTimeUtc(site.Disk.At("content/posts/a.md"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        // Put in place in one step: a file that is being written has nothing in it for a moment.
        File.Copy(site.Disk.At("content/posts/b.md"), site.Disk.At("b.md"));
        File.Move(site.Disk.At("b.md"), site.Disk.At("content/posts/b.md"), overwrite: true);
        await site.LookedAsync();

        Assert.Same(before, site.Publication);
        Assert.Equal(["Information: Published 2 posts and 0 events"], site.Log);
    }

    [Fact]
    public async Task KeepsTheLastGoodEntry_WhileAFileIsBroken()
    {
        site.Start();
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        var feed = site.Publication.Representations["/atom.xml"];
        site.Disk.Write("content/posts/a.md", Broken);
        await site.LoggedAsync(BrokenLine);
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        Assert.Same(feed, site.Publication.Representations["/atom.xml"]);

        site.Disk.Write("content/posts/c.md", Good);
        await site.LoggedAsync("Information: Published 3 posts and 0 events");
        Assert.Single(site.Log, line => line == BrokenLine);

        site.Disk.Write("content/posts/a.md", Good.Replace("Good text", "Mended text", StringComparison.Ordinal));
        await site.LoggedAsync("Information: Published 3 posts and 0 events");
        Assert.Equal("Mended text.", site.BodyOf("a"));

        site.Disk.Write("content/posts/a.md", Broken);
        await site.LoggedAsync(BrokenLine);
        await site.LoggedAsync("Information: Published 3 posts and 0 events");
        Assert.Equal("Mended text.", site.BodyOf("a"));
    }

    [Fact]
    public async Task DropsAFile_ThatBreaksAndThenGoes()
    {
        site.Start();
        site.Disk.Write("content/posts/a.md", Broken);
        await site.LoggedAsync(BrokenLine);
        File.Delete(site.Disk.At("content/posts/a.md"));
        await site.LoggedAsync("Information: Published 1 post and 0 events");

        Assert.False(site.HasPost("a"));
    }

    [Fact]
    public async Task LeavesAFileOut_ThatWasNeverGood()
    {
        site.Disk.Write("content/posts/a.md", Broken);
        site.Start();
        await site.LoggedAsync("Information: Published 1 post and 0 events");
        Assert.False(site.HasPost("a"));
        Assert.True(site.HasPost("b"));

        site.Disk.Write("content/posts/a.md", Good);
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        Assert.True(site.HasPost("a"));
    }

    [Fact]
    public async Task KeepsTheOldSettings_WhileSiteYamlIsBroken()
    {
        site.Start();
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        var feed = site.Publication.Representations["/atom.xml"];
        site.Disk.Write("content/site.yaml", "title: Another Club\nurl: https://another.example/\ntimezone: Europe/Nowhere\n");
        await site.LoggedAsync("Error: site.yaml:3: 'timezone' (Europe/Nowhere) is not a time zone; write an IANA name such as Europe/Prague");
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        Assert.Same(feed, site.Publication.Representations["/atom.xml"]);

        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml.Replace("Compiler", "Interpreter", StringComparison.Ordinal));
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        Assert.Equal("Interpreter Club", site.Publication.Site.Settings.Title);
    }

    [Fact]
    public async Task IsPublishedAFewTimes_WhenManyFilesAreWrittenAtOnce()
    {
        site.Start();
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        for (var number = 0; number < 200; number++) site.Disk.Write(FormattableString.Invariant($"ready/burst-{number}.md"), Good);
        foreach (var file in Directory.GetFiles(site.Disk.At("ready"))) File.Move(file, site.Disk.At("content/posts/" + Path.GetFileName(file)));
        await site.LoggedAsync("Information: Published 202 posts and 0 events");

        // Once or twice, but on a busy machine they do not come at once.
        Assert.InRange(site.Log.Count, 2, 20);
    }

    [Fact]
    public async Task IsPublishedInBetween_WhenWritesDoNotEnd()
    {
        site.Start();
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        var published = site.LoggedAsync("Information: Published 2 posts and 0 events");
        for (var number = 0; !published.IsCompleted; number++)
        {
            site.Disk.Write("content/posts/a.md", FormattableString.Invariant($"{Good}{number}\n"));
            await Task.Yield();
        }

        await published;
    }

    [Fact]
    public async Task PublishesAScheduledPost_WithoutAnyChange()
    {
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2027-01-01T00:00:00Z\n---\nLater.\n");
        site.Start();
        Assert.False(site.HasPost("later"));
        site.Now = FolderOf.Moment("2027-01-01T00:00:00Z");
        await site.LoggedAsync("Information: Published 3 posts and 0 events");

        Assert.True(site.HasPost("later"));
        Assert.Equal(FolderOf.Moment("2027-01-01T00:00:00Z"), site.Publication.Representations["/atom.xml"].LastModified);
    }
}
