using Xunit;

namespace Feeds.Browser;

/// <summary>What holds of every kind of page, however it is looked at.</summary>
public sealed class KindTests(SampleSite site)
{
    /// <summary>Of a page and its stylesheet, unpacked and without its pictures.</summary>
    private const int MaxOctets = 50 * 1024;

    public static TheoryData<string, string> Pages => Kinds.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task IsWhole_HoweverItIsLookedAt(string name, string path)
    {
        site.Address(name, path);
        foreach (var view in View.All)
        {
            await using var page = await site.OpenAsync(name, path, view);
            var pictures = await page.EvaluateAsync<string[]>("[...document.images].map(image => image.src)");

            Assert.Empty(page.Complaints);
            // The icon is fetched whenever the browser likes.
            Assert.Equal(
                [site.Address(name, path), site.Address(name, "/style.css")],
                page.Requests.Where(request => request.Scheme is not "data" && request != site.Address(name, "/favicon.svg") && !pictures.Contains(request.AbsoluteUri)));
            Assert.All(pictures.Select(picture => new Uri(picture)).Where(picture => picture.Scheme is not "data"), picture => Assert.Equal(site.Address(name, path).Authority, picture.Authority));
            Assert.Equal(0, await page.OverhangAsync());
            Assert.Equal(0, await page.BlockingScriptsAsync());
            Assert.NotEqual("", await page.HeadingAsync());
            if (view.Scripts == Scripts.Off) continue;
            // Where scripts are off, what waits in the page would wait for ever.
            Assert.Equal(0, await page.LayoutShiftAsync());
            Assert.Empty(await Axe.ViolationsAsync(page));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void IsSmall(string name, string path)
    {
        site.Address(name, path);
        var publication = site.Publication(name);

        Assert.InRange(publication.Find(path)!.Identity.Length + publication.Find("/style.css")!.Identity.Length, 0, MaxOctets);
    }
}
