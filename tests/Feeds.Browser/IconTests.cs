using Xunit;

namespace Feeds.Browser;

/// <summary>The icon of a site that has none of its own, as a browser reads it.</summary>
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
