using Feeds.Model;
using Feeds.Tests.Web;
using NodaTime;
using Xunit;

namespace Feeds.Browser;

/// <summary>The owner's page as the owner sees it.</summary>
public sealed class OwnersPageTests(SampleSite site)
{
    [Fact]
    public async Task IsWhole_HoweverItIsLookedAt()
    {
        site.Address("/");
        await using var owned = await OwnedSite.StartAsync(site.Publication(SampleSite.Rich));
        owned.Journal.Published(
            new PublicationNote(Instant.FromUtc(2025, 12, 31, 23, 0), Duration.FromMilliseconds(1234), PublicationReason.Change, ["posts/\u202Ea.md"], [.. Enumerable.Range(0, 40).Select(number => FormattableString.Invariant($"/a/rather/long/address/without/any/blank/{number}/"))]),
            [new Diagnostic("posts/a.md", 3, Severity.Error, "'date' (tomorrow) is no date; write 2026-01-31"), new Diagnostic("posts/" + new string('a', 200), 0, Severity.Warning, "there is no title")]);
        owned.Journal.Looked("the content folder is gone");
        using var reader = new HttpClient { BaseAddress = owned.Public };
        reader.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Reader/1.0 (+https://reader.example/; 12 subscribers)");
        foreach (var path in (string[])["/atom.xml", "/calendar.ics", "/"]) await reader.GetByteArrayAsync(path, TestContext.Current.CancellationToken);

        foreach (var view in (View[])[new(360), new(360) { Scripts = Scripts.Off }])
        {
            await using var page = await site.OpenAsync(owned.Management.AbsoluteUri, view);
            Assert.Equal([owned.Management, new Uri(owned.Management, "/owner.css")], page.Requests.Where(request => request.Scheme is not "data"));
            foreach (var width in (int[])[360, 1280])
            {
                foreach (var colors in Enum.GetValues<Colors>())
                {
                    await page.LookAsync(width, colors);

                    Assert.Equal(0, await page.OverhangAsync());
                    if (view.Scripts == Scripts.On) Assert.Empty(await page.ViolationsAsync());
                }
            }

            Assert.Empty(page.Complaints);
        }
    }
}
