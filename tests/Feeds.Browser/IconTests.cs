using Xunit;

namespace Feeds.Browser;

/// <summary>The icon that is drawn for a site, as a browser reads it.</summary>
public sealed class IconTests(SampleSite site)
{
    [Fact]
    public async Task IsAPicture()
    {
        site.Address("/");
        await using var page = await site.OpenAsync("/favicon.ico", 360);

        Assert.Equal(32, await page.PictureWidthAsync());
        Assert.Empty(page.Complaints);
    }
}
