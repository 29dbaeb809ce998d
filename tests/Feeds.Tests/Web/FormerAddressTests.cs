using Feeds.Tests.Identity;
using Feeds.Web;
using Feeds.Web.Serving;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What is answered at the addresses of documents that moved or went.</summary>
public sealed class FormerAddressTests
{
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n";
    private const string Meeting = "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nlocation: Library\n---\nCome.\n";

    [Theory]
    [InlineData("", "/posts/a/", 308, "/posts/c%20d/")]
    [InlineData("", "/posts/a", 308, "/posts/c%20d/")]
    [InlineData("", "/posts/b/", 308, "/posts/c%20d/")]
    [InlineData("", "/events/m/", 308, "/events/n/")]
    [InlineData("", "/events/m.ics", 308, "/events/n.ics")]
    [InlineData("", "/posts/gone/", 410, null)]
    [InlineData("", "/posts/gone", 410, null)]
    [InlineData("", "/events/over/", 410, null)]
    [InlineData("", "/events/over.ics", 410, null)]
    [InlineData("", "/events/off/", 200, null)]
    [InlineData("", "/events/off.ics", 200, null)]
    [InlineData("", "/posts/taken/", 410, null)]
    [InlineData("", "/posts/2025-03-04-taken/", 200, null)]
    [InlineData("", "/posts/never/", 404, null)]
    [InlineData("group/", "/group/posts/a/", 308, "/group/posts/c%20d/")]
    [InlineData("group/", "/posts/a/", 308, "/group/posts/c%20d/")]
    [InlineData("group/", "/group/posts/gone/", 410, null)]
    public async Task LeadsOn_OrSaysThatItIsGone(string below, string path, int status, string? location)
    {
        var stop = TestContext.Current.CancellationToken;
        (string, string) yaml = ("site.yaml", $"title: Club\nurl: https://club.example/{below}\n");
        var off = Meeting.Replace("A meeting", "Off", StringComparison.Ordinal).Replace("02-03", "02-04", StringComparison.Ordinal);
        var over = off.Replace("Off", "Over", StringComparison.Ordinal).Replace("2026", "2025", StringComparison.Ordinal);
        var moved = Post.Replace("title", "permalink: /posts/c d/\ntitle", StringComparison.Ordinal);
        var other = Post.Replace("Hello", "Other", StringComparison.Ordinal);
        var site = new RecordedSite()
            .At("2025-11-01T00:00:00Z", yaml, ("posts/a.md", Post), ("posts/gone.md", other), ("events/m.md", Meeting), ("events/over.md", over), ("events/off.md", off), ("posts/taken.md", other + "More.\n"))
            .At("2025-11-02T00:00:00Z", yaml, ("posts/b.md", Post), ("events/n.md", Meeting), ("events/off.md", off))
            .At("2026-01-01T00:00:00Z", yaml, ("posts/b.md", moved), ("events/n.md", Meeting), ("posts/new.md", other.Replace("title: A", "title: New\nslug: taken", StringComparison.Ordinal)));
        var current = new CurrentPublication();
        current.Swap(site.Publication);
        await using var app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(FolderOf.Moment("2026-01-01T00:00:00Z")));
        await app.StartAsync(stop);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = FeedsHost.ListeningAddress(app) };
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await client.SendAsync(request, stop);

            Assert.Equal((status, location), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        if (status is not (404 or 410)) return;
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");
        using var seen = await client.GetAsync(path, stop);
        Assert.Equal((status, Convert.ToHexString(site.Publication.Find("/404.html")!.Identity.Span)), ((int)seen.StatusCode, Convert.ToHexString(await seen.Content.ReadAsByteArrayAsync(stop))));
    }
}
