using Feeds.Model;
using Feeds.Tests;
using Feeds.Web;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using NodaTime;
using Xunit;

namespace Feeds.Browser;

/// <summary>A page that stays open while its author writes.</summary>
public sealed class LiveTests(SampleSite site)
{
    private const string Start = "2026-01-01T00:00:00Z";

    [Fact]
    public async Task ShowsErrors_AndReloadsAfterAPublication()
    {
        site.Address("/");
        var (current, log) = (new CurrentPublication(), new PublicationLog());
        Publish("One", seconds: 0);
        await using var app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(FolderOf.Moment(Start)), live: log);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var page = await site.OpenAsync(FeedsHost.ListeningAddress(app) + "posts/a/", new View(390));

        Publish("Two", seconds: 1, new Diagnostic("posts/b.md", 3, Severity.Error, "'date' (soon) is not a date; write 2026-01-31"));
        await page.WaitAsync("document.querySelector('h1').innerText === 'Two' && document.querySelector('[role=alert]')?.innerText.includes('posts/b.md:3')");
        Assert.Equal(0, await page.OverhangAsync());
        Assert.Empty(await page.ViolationsAsync());
        Publish("Three", seconds: 2);
        await page.WaitAsync("document.querySelector('h1').innerText === 'Three' && !document.querySelector('[role=alert]')");

        Assert.DoesNotContain(page.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));

        void Publish(string title, int seconds, params Diagnostic[] diagnostics)
        {
            current.Swap(FolderOf.Published(Start, ("posts/a.md", $"---\ntitle: {title}\ndate: 2025-03-04\n---\nText.\n")));
            var at = FolderOf.Moment(Start) + Duration.FromSeconds(seconds);
            log.Published(new PublicationNote(at, Duration.Zero, PublicationReason.Change, []), [.. diagnostics], []);
        }
    }
}
