using System.Runtime.CompilerServices;
using Feeds.Pages.Posts;
using Xunit;

namespace Feeds.Browser;

/// <summary>The picture in the README: the home page and the subscribe page of the sample site, side by side.</summary>
/// <remarks>With FEEDS_WRITE_PICTURES in the environment it is taken anew.</remarks>
public sealed class PictureTests(SampleSite site)
{
    private const int Width = 680;
    private const int Gap = 16;
    private const int MaxOctets = 200_000;

    [Fact]
    public async Task IsSmall_OfBothPages()
    {
        var file = PictureAt("../../src/docs/pages.png");
        if (Environment.GetEnvironmentVariable("FEEDS_WRITE_PICTURES") is { Length: > 0 })
            await File.WriteAllBytesAsync(file, await TakeAsync(), TestContext.Current.CancellationToken);

        var picture = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.InRange(picture.Length, 1, MaxOctets);
        Assert.Equal(new PictureSize((2 * Width) + Gap, OpenPage.Height), PictureSize.Read(picture));
    }

    private async Task<byte[]> TakeAsync()
    {
        site.Address("/");
        await using var both = await site.OpenAsync("about:blank", new View((2 * Width) + Gap));
        foreach (var path in (string[])["/", "/subscribe/"])
        {
            await using var page = await site.OpenAsync(path, Width);
            await both.ShowAsync(await page.PictureAsync(), Gap);
        }

        return await both.PictureAsync();
    }

    private static string PictureAt(string file, [CallerFilePath] string here = "") => Path.GetFullPath(file, Path.GetDirectoryName(here)!);
}
