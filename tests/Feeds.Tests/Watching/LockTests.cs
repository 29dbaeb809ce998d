using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Tests.Identity;
using Feeds.Web.Watching;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Watching;

/// <summary>A server and its lock: what it writes, what it reads of others, and what it does where it cannot write.</summary>
public sealed class LockTests : IAsyncLifetime
{
    private const string Published = "Information: Published 1 post and 0 events";
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n";

    private readonly Watched site = new();

    public ValueTask InitializeAsync()
    {
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml);
        site.Disk.Write("content/posts/a.md", Post);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task IsWrittenBeforeAnythingIsSent_AndIsNoChangeItself()
    {
        site.Disk.Write("content/posts/later.md", Post.Replace("2025", "2027", StringComparison.Ordinal));
        site.Start();
        await site.LoggedAsync(Published);
        Assert.Equal(2, Read().Records.Length);
        await site.LookedAsync();
        await site.LookedAsync();

        Assert.Equal([Published], site.Log);
    }

    /// <summary>What another server remembered, and git brought, counts without a restart.</summary>
    [Fact]
    public async Task IsReadAgain_WhenAnotherWroteIt()
    {
        site.Start();
        await site.LoggedAsync(Published);
        var known = Read();
        site.Disk.Write("content/feeds.lock", LockBytes.Of(Lock(known, known.Records[0] with { Changed = Instant.FromUtc(2025, 12, 1, 0, 0), Updated = Instant.FromUtc(2025, 12, 1, 0, 0) })));
        await site.LoggedAsync(Published);

        Assert.Equal(Instant.FromUtc(2025, 12, 1, 0, 0), site.Publication.Site.Identities["posts/a.md"].Updated);
        var note = site.PublicationLog.History.Publications[0];
        Assert.Equal((PublicationReason.History, "/atom.xml /feed.json /posts/a/ /rss.xml /sitemap.xml"), (note.Reason, string.Join(' ', note.Addresses)));
    }

    [Fact]
    public async Task IsKeptInMemory_WhereItCannotBeWritten()
    {
        // A folder stands where the new file would be put in place: nobody can write there, not even root.
        Directory.CreateDirectory(site.Disk.At("content/feeds.lock/x"));
        site.Start(WatchMode.Poll);
        await site.LoggedAsync(Published);
        site.Disk.Write("content/posts/a.md", Post + "More.\n");
        await site.LoggedAsync(Published);
        site.Disk.Write("content/posts/a.md", Post + "More again.\n");
        await site.LoggedAsync(Published);

        Assert.Single(site.Log, line => line.StartsWith("Warning: feeds.lock cannot be written:", StringComparison.Ordinal));
        Assert.Equal(site.Now + Duration.FromSeconds(1), site.Publication.Site.IdentityOf(site.Publication.Site.Posts[0]).Changed);
        Assert.DoesNotContain(site.Disk.Files(), file => file.Contains(".new.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsWrittenWithoutAnEdit_OnceItCanBe()
    {
        Directory.CreateDirectory(site.Disk.At("content/feeds.lock/x"));
        site.Start(WatchMode.Poll);
        await site.LoggedAsync(Published);
        Directory.Delete(site.Disk.At("content/feeds.lock"), recursive: true);
        using var timeout = new CancellationTokenSource(Patience.Limit);
        while (!File.Exists(site.Disk.At("content/feeds.lock"))) await Task.Delay(10, timeout.Token);

        Assert.Equal(["posts/a.md"], Read().Records.Select(record => record.Path));
    }

    private LockData Read() => LockParser.Read(File.ReadAllBytes(site.Disk.At("content/feeds.lock"))).Lock;

    private static LockData Lock(LockData known, LockRecord record) => LockData.Of(known.Site, [record]);
}
