using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Tests.Web;
using NodaTime;
using Xunit;

namespace Feeds.Browser;

/// <summary>The status page as its operator sees it.</summary>
public sealed class StatusPageTests(SampleSite site)
{
    [Fact]
    public async Task IsWhole_HoweverItIsLookedAt()
    {
        site.Address("/");
        await using var managed = await ManagedSite.StartAsync(site.Publication(SampleSite.Rich));
        managed.PublicationLog.Published(
            new PublicationNote(Instant.FromUtc(2025, 12, 31, 23, 0), Duration.FromMilliseconds(1234), PublicationReason.Change, [.. Enumerable.Range(0, 40).Select(number => FormattableString.Invariant($"/a/rather/long/address/without/any/blank/{number}/"))]),
            [new Diagnostic("posts/a.md", 3, Severity.Error, "'date' (tomorrow) is no date; write 2026-01-31"), new Diagnostic("posts/" + new string('a', 200), 0, Severity.Warning, "there is no title")],
            [
                new SourceStatus(new SourceSettings("partner", "https://partner.example/", "sources/partner.ics"), 1234, Instant.FromUtc(2025, 12, 31, 22, 0), "the name partner.example is not known to any server of names"),
                new SourceStatus(new SourceSettings("blog-of-a-friend-with-a-long-name", "https://blog.example/", "sources/blog.xml") { IsFeed = true }, 20, Instant.FromUtc(2025, 12, 30, 22, 0), Problem: null),
                new SourceStatus(new SourceSettings("own", null, "own.ics"), 1, Good: null, Problem: null),
            ]);
        managed.PublicationLog.Looked("the content folder is gone");
        using var reader = new HttpClient { BaseAddress = managed.Public };
        reader.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Reader/1.0 (+https://reader.example/; 12 subscribers)");
        foreach (var path in (string[])["/atom.xml", "/calendar.ics", "/"]) await reader.GetByteArrayAsync(path, TestContext.Current.CancellationToken);

        foreach (var view in (View[])[new(360), new(360) { Scripts = Scripts.Off }])
        {
            await using var page = await site.OpenAsync(managed.Management.AbsoluteUri, view);
            Assert.Equal([managed.Management, new Uri(managed.Management, "/status.css")], page.Requests.Where(request => request.Scheme is not "data"));
            foreach (var width in (int[])[360, 1280])
            {
                foreach (var colors in Enum.GetValues<Colors>())
                {
                    await page.LookAsync(width, colors);

                    Assert.Equal(0, await page.OverhangAsync());
                    if (view.Scripts == Scripts.On) Assert.Empty(await page.ViolationsAsync(colors));
                }
            }

            Assert.Empty(page.Complaints);
        }
    }
}
