using System.Net;
using Xunit;

namespace Feeds.Browser;

/// <summary>The pages of the sample site as a person sees them, on a telephone and on a desk.</summary>
public sealed class PageTests(SampleSite site)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("/", "Small Programs Club")]
    [InlineData("/posts/renaming-the-holiday-photographs/", "Renaming the holiday photographs")]
    [InlineData("/events/lights-that-know-the-time/", "Lights that know the time")]
    public async Task IsWhole_OnNarrowAndWideScreens(string path, string heading)
    {
        var address = site.Address(path);
        foreach (var width in (int[])[360, 1280])
        {
            await using var page = await site.OpenAsync(path, width);

            Assert.Equal(heading, await page.HeadingAsync());
            Assert.Empty(page.Complaints);
            var others = page.Requests.Where(request => !request.AbsolutePath.StartsWith("/images/", StringComparison.Ordinal));
            Assert.Equal([address, site.Address("/style.css")], others.Where(request => request.AbsolutePath is not "/favicon.svg"));
            Assert.Equal(0, await page.OverhangAsync());
        }
    }

    [Fact]
    public async Task LeadsOnlyToPagesThatAreThere_OnHome()
    {
        var home = site.Address("/");
        await using var page = await site.OpenAsync("/", 1280);
        var links = (await page.LinksAsync()).Select(link => new Uri(link)).Where(link => link.Authority == home.Authority).Distinct().ToArray();

        Assert.Contains(site.Address("/posts/renaming-the-holiday-photographs/"), links);
        foreach (var link in links)
        {
            using var response = await Http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{link}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task NamesFeedsAndCalendar_ForReadersToFind()
    {
        site.Address("/");
        await using var page = await site.OpenAsync("/", 1280);
        var alternates = await page.AlternatesAsync();

        Assert.Equal(
            [
                ["application/atom+xml", site.Address("/atom.xml").AbsoluteUri],
                ["application/rss+xml", site.Address("/rss.xml").AbsoluteUri],
                ["application/feed+json", site.Address("/feed.json").AbsoluteUri],
                ["text/calendar", site.Address("/calendar.ics").AbsoluteUri],
            ],
            alternates);
        foreach (var alternate in alternates)
        {
            using var response = await Http.GetAsync(new Uri(alternate[1]), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(alternate[0], response.Content.Headers.ContentType?.MediaType);
        }
    }
}
