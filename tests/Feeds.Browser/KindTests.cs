using Xunit;

namespace Feeds.Browser;

/// <summary>What holds of every kind of page, however it is looked at.</summary>
public sealed class KindTests(SampleSite site)
{
    /// <summary>Of a page and its stylesheet, unpacked and without its pictures.</summary>
    private const int MaxOctets = 50 * 1024;

    /// <summary>The narrowest screen that pages are made for.</summary>
    private const int Narrowest = 320;

    public static TheoryData<string, string> Pages => Kinds.All;

    /// <summary>Loaded on both screens with scripts and once without, then seen light and dark: what a page asks for and how it settles does not depend on colours, and axe cannot run where scripts are off.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public Task IsWhole_HoweverItIsLookedAt(string name, string path) => Task.WhenAll(
        IsWholeAsync(name, path, new(360)),
        IsWholeAsync(name, path, new(1280)),
        IsWholeAsync(name, path, new(360) { Scripts = Scripts.Off }));

    [Theory]
    [MemberData(nameof(Pages))]
    public void IsSmall(string name, string path)
    {
        site.Address(name, path);
        var publication = site.Publication(name);

        Assert.InRange(publication.Find(path)!.Identity.Length + publication.Find(publication.Site.Settings.PathOf("/style.css"))!.Identity.Length, 0, MaxOctets);
    }

    /// <summary>What the pages are looked at with finds what is wrong with one.</summary>
    [Fact]
    public async Task IsFoundOut_WhereItIsPaleAndWide()
    {
        site.Address("/");
        await using var page = await site.OpenAsync("about:blank", new View(360));
        await page.EvaluateAsync<string>("document.body.innerHTML = '<p style=\"color: #ddd; width: 999px\">Pale</p>'");

        Assert.InRange(await page.OverhangAsync(), 999 - 360, 999);
        Assert.Superset(
            new HashSet<string>(["color-contrast", "document-title", "html-has-lang"], StringComparer.Ordinal),
            (await page.ViolationsAsync()).Select(violation => violation.Split(':')[0]).ToHashSet(StringComparer.Ordinal));
        Assert.StartsWith("color-contrast: <p", Assert.Single(await page.ViolationsAsync(Colors.Dark)), StringComparison.Ordinal);
    }

    private async Task IsWholeAsync(string name, string path, View view)
    {
        await using var page = await OpenAsync(name, path, view);
        Assert.Equal(0, await page.BlockingScriptsAsync());
        Assert.NotEqual("", await page.HeadingAsync());
        int[] widths = view.Scripts == Scripts.On ? [view.Width] : [360, 1280];
        // Where scripts are off, what waits in the page would wait for ever.
        if (view.Scripts == Scripts.On) Assert.Equal(0, await page.LayoutShiftAsync());
        foreach (var width in widths)
        {
            foreach (var colors in Enum.GetValues<Colors>())
            {
                await page.LookAsync(width, colors);

                Assert.Equal(0, await page.OverhangAsync());
                if (view.Scripts == Scripts.On) Assert.Empty(await page.ViolationsAsync(colors));
            }
        }

        await page.LookAsync(Narrowest, Colors.Light);
        Assert.Equal(0, await page.OverhangAsync());
        Assert.Empty(page.Complaints);
    }

    /// <summary>Opens a page, which asks for nothing but itself, its style and its own pictures.</summary>
    private async Task<OpenPage> OpenAsync(string name, string path, View view)
    {
        var page = await site.OpenAsync(name, path, view);
        var pictures = await page.EvaluateAsync<string[]>("[...document.images].map(image => image.src)");
        string[] styles = name == SampleSite.Elsewhere ? ["/feeds/style.css", "/feeds/custom.css"] : ["/style.css"];
        var icon = site.Publication(name).Site.Settings.PathOf("/favicon.svg");
        // The icon is fetched whenever the browser likes, and the style twice where it is busy.
        Assert.Equal(
            [site.Address(name, path), .. styles.Select(style => site.Address(name, style))],
            page.Requests.Where(request => request.Scheme is not "data" && request != site.Address(name, icon) && !pictures.Contains(request.AbsoluteUri)).Distinct());
        Assert.All(pictures.Select(picture => new Uri(picture)).Where(picture => picture.Scheme is not "data"), picture => Assert.Equal(site.Address(name, path).Authority, picture.Authority));
        return page;
    }
}
