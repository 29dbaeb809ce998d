using System.Runtime.InteropServices;
using Feeds.Web;
using Feeds.Web.Watching;
using Xunit;

namespace Feeds.Tests.Watching;

/// <summary>Content folders that vanish, return, and are replaced whole.</summary>
public sealed class FolderSwapTests : IAsyncLifetime
{
    private const string PublishedOne = "Information: Published 1 post and 0 events";

    private readonly Watched site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(nameof(WatchMode.Auto))]
    [InlineData(nameof(WatchMode.Poll))]
    public async Task KeepsTheLastGood_WhileTheFolderIsAway(string mode)
    {
        WriteRevision("content", "one");
        site.Start(Enum.Parse<WatchMode>(mode));
        await site.LoggedAsync(PublishedOne);
        var before = site.Publication;
        Directory.Move(site.Disk.At("content"), site.Disk.At("away"));
        await site.LoggedAsync($"Error: no content folder at {site.Disk.At("content")}; the last good version is served");
        Assert.Same(before, site.Publication);

        WriteRevision("away", "two");
        Directory.Move(site.Disk.At("away"), site.Disk.At("content"));
        await site.LoggedAsync(PublishedOne);
        Assert.True(site.HasPost("two"));

        WriteRevision("content", "three");
        await site.LoggedAsync(PublishedOne);
        Assert.True(site.HasPost("three"));
    }

    [Fact]
    public async Task KeepsTheLastGood_WhileTheFolderIsEmpty()
    {
        WriteRevision("content", "one");
        site.Start();
        await site.LoggedAsync(PublishedOne);
        var before = site.Publication;
        Directory.Move(site.Disk.At("content"), site.Disk.At("away"));
        Directory.CreateDirectory(site.Disk.At("content"));
        await site.LoggedAsync($"Error: the content folder {site.Disk.At("content")} is empty; the last good version is served");
        Assert.Same(before, site.Publication);

        WriteRevision("content", "two");
        await site.LoggedAsync(PublishedOne);
        Assert.True(site.HasPost("two"));
    }

    /// <summary>git-sync: the content folder is a link that is replaced by one to the next checkout.</summary>
    [Theory]
    [InlineData(nameof(WatchMode.Auto))]
    [InlineData(nameof(WatchMode.Poll))]
    public async Task FollowsTheLink_WhenItIsReplaced(string mode)
    {
        WriteRevision("rev1", "one");
        WriteRevision("rev2", "two");
        ReplaceLink("content", "rev1");
        site.Start(Enum.Parse<WatchMode>(mode));
        await site.LoggedAsync(PublishedOne);
        ReplaceLink("content", "rev2");
        Directory.Delete(site.Disk.At("rev1"), recursive: true);
        await site.LoggedAsync(PublishedOne);
        Assert.True(site.HasPost("two"));

        WriteRevision("rev2", "three");
        await site.LoggedAsync(PublishedOne);
        Assert.True(site.HasPost("three"));
    }

    [Fact]
    public async Task AnswersWithTheOldOrTheNew_WhileTheContentIsSwapped()
    {
        var stop = TestContext.Current.CancellationToken;
        for (var number = 0; number < 100; number++)
        {
            site.Disk.Write(FormattableString.Invariant($"rev1/posts/{number}.md"), "---\ntitle: One\ndate: 2025-03-04\n---\nOne.\n");
            site.Disk.Write(FormattableString.Invariant($"rev2/posts/{number}.md"), "---\ntitle: Two\ndate: 2025-03-04\n---\nTwo.\n");
        }

        ReplaceLink("content", "rev1");
        site.Start();
        await using var app = FeedsHost.Build("http://127.0.0.1:0", site.Current, site);
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = FeedsHost.ListeningAddress(app) };
        using var polling = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var before = await client.GetStringAsync("/atom.xml", stop);
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => PollAsync(client, polling.Token), stop)).ToArray();
        await site.LoggedAsync("Information: Published 100 posts and 0 events");
        ReplaceLink("content", "rev2");
        await site.LoggedAsync("Information: Published 100 posts and 0 events");
        var after = await client.GetStringAsync("/atom.xml", stop);
        await polling.CancelAsync();

        Assert.NotEqual(before, after);
        Assert.All(await Task.WhenAll(readers), seen => Assert.Equal([], seen.Except([before, after], StringComparer.Ordinal)));
    }

    /// <summary>Kubernetes: every entry is a link through <c>..data</c>, which is replaced by a link to the next folder.</summary>
    [Theory]
    [InlineData(nameof(WatchMode.Auto))]
    [InlineData(nameof(WatchMode.Poll))]
    public async Task FollowsTheLinkWithin_WhenItIsReplaced(string mode)
    {
        WriteRevision("content/..2026_01", "one");
        WriteRevision("content/..2026_02", "two");
        ReplaceLink("content/..data", "..2026_01");
        File.CreateSymbolicLink(site.Disk.At("content/site.yaml"), "..data/site.yaml");
        Directory.CreateSymbolicLink(site.Disk.At("content/posts"), "..data/posts");
        site.Start(Enum.Parse<WatchMode>(mode));
        await site.LoggedAsync(PublishedOne);
        Assert.True(site.HasPost("one"));

        ReplaceLink("content/..data", "..2026_02");
        Directory.Delete(site.Disk.At("content/..2026_01"), recursive: true);
        await site.LoggedAsync(PublishedOne);
        Assert.True(site.HasPost("two"));
        Assert.Equal([PublishedOne, PublishedOne], site.Log);
    }

    [Fact]
    public async Task PublishesAScheduledPost_WhileTheFolderIsAway()
    {
        WriteRevision("content", "one");
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2027-01-01T00:00:00Z\n---\nLater.\n");
        site.Start();
        Directory.Move(site.Disk.At("content"), site.Disk.At("away"));
        await site.LoggedAsync($"Error: no content folder at {site.Disk.At("content")}; the last good version is served");
        site.Now = FolderOf.Moment("2027-01-01T00:00:00Z");
        await site.LoggedAsync("Information: Published 2 posts and 0 events");

        Assert.True(site.HasPost("later"));
        Assert.Single(site.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LeavesChangesAlone_WhenItDoesNotWatch()
    {
        WriteRevision("content", "one");
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2026-01-01T00:00:01Z\n---\nLater.\n");
        site.Start(WatchMode.Off);
        site.Disk.Write("content/posts/new.md", "---\ntitle: New\ndate: 2025-01-01\n---\nNew.\n");
        await site.LoggedAsync(PublishedOne);
        site.Now = FolderOf.Moment("2026-01-01T00:00:01Z");
        await site.LoggedAsync("Information: Published 2 posts and 0 events");

        Assert.True(site.HasPost("later"));
        Assert.False(site.HasPost("new"));
    }

    /// <summary>Asks again and again.</summary>
    /// <returns>The different answers.</returns>
    private static async Task<HashSet<string>> PollAsync(HttpClient client, CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!stop.IsCancellationRequested) seen.Add(await client.GetStringAsync("/atom.xml", TestContext.Current.CancellationToken));
        return seen;
    }

    /// <summary>One post, named as the revision.</summary>
    private void WriteRevision(string folder, string name)
    {
        if (Directory.Exists(site.Disk.At(folder + "/posts"))) Directory.Delete(site.Disk.At(folder + "/posts"), recursive: true);
        site.Disk.Write(folder + "/site.yaml", FolderOf.SiteYaml);
        site.Disk.Write($"{folder}/posts/{name}.md", $"---\ntitle: {name}\ndate: 2025-03-04\n---\nText.\n");
    }

    /// <summary>Replaces a link in one step, as <c>ln -sfn</c> followed by a rename does.</summary>
    private void ReplaceLink(string path, string target)
    {
        Directory.CreateSymbolicLink(site.Disk.At(path + "-new"), target);
        Assert.Equal(0, Rename(site.Disk.At(path + "-new"), site.Disk.At(path)));
    }

    // The base library moves no link to a folder over another.
    [DllImport("libc", EntryPoint = "rename"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Rename([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
