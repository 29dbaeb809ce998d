using Feeds.Model;
using Feeds.Web.Status;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Watching;

/// <summary>What is kept of each publication.</summary>
public sealed class PublicationLogTests
{
    [Fact]
    public async Task SaysWhyAndWhatChanged_AfterEachPublication()
    {
        await using var site = new Watched();
        site.Disk.Write("content/site.yaml", FolderOf.SiteYaml);
        site.Disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n");
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2026-01-01 02:00:00\n---\nHello.\n");
        site.Start();
        await site.LoggedAsync("Information: Published 1 post and 0 events");
        site.Disk.Write("content/posts/b.md", "---\ndate: 2025-03-05\n---\nHello.\n");
        await site.LoggedAsync("Information: Published 2 posts and 0 events");
        site.Now += Duration.FromHours(1);
        await site.LoggedAsync("Information: Published 3 posts and 0 events");
        site.ReadAgain();
        await site.LoggedAsync("Information: Published 3 posts and 0 events");
        var history = site.PublicationLog.History;

        Assert.Equal(
            [
                "Asked: ",
                "Time: / /archive/ /archive/2025/ /archive/2026/ /atom.xml /feed.json /posts/b/ /posts/later/ /rss.xml /sitemap.xml",
                "Change: / /archive/ /archive/2025/ /atom.xml /feed.json /posts/a/ /posts/b/ /rss.xml /sitemap.xml",
                "Start: ",
            ],
            history.Publications.Select(note => $"{note.Reason}: {string.Join(' ', note.Addresses)}"));
        Assert.Equal(["posts/b.md:1: warning: there is no title, so \"B\" is taken from the file's name; write 'title: …'"], history.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.All(history.Publications, note => Assert.InRange(note.Took, Duration.Epsilon, Duration.FromMinutes(1)));
        Assert.Null(history.Failure);
    }

    [Fact]
    public void KeepsTenPublications()
    {
        var publicationLog = new PublicationLog();
        for (var number = 0; number < 30; number++) publicationLog.Published(new PublicationNote(Instant.FromUnixTimeSeconds(number), Duration.Zero, PublicationReason.Change, []), [], []);

        Assert.Equal(Enumerable.Range(20, 10).Reverse(), publicationLog.History.Publications.Select(note => (int)note.At.ToUnixTimeSeconds()));
    }
}
