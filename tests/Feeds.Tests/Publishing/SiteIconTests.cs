using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Publishing.Html;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The icon of a site, its own or drawn.</summary>
public sealed class SiteIconTests
{
    [Theory]
    [InlineData("Klub", "#0c4b33", "#fff", "K")]
    [InlineData("«école» 3", "#ffee88", "#000", "É")]
    [InlineData("‏שלום", "#000000", "#fff", "ש")]
    [InlineData("<&>", "#ffffff", "#000", "")]
    public void DrawsTheInitialOnTheColor_WhereThereIsNoIcon(string title, string color, string ink, string initial)
    {
        var site = FolderOf.Published("2026-01-01T00:00:00Z", ("site.yaml", $"title: \"{title}\"\nurl: https://club.example/\ncalendar: {{ color: \"{color}\" }}\n"));
        var text = $">{initial}</text>";

        Assert.Equal(
            $"<svg viewBox=\"0 0 32 32\" xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{color}\" />"
            + $"<text x=\"16\" y=\"23\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\" font-size=\"20\" font-weight=\"700\" fill=\"{ink}\"{text}</svg>",
            site.Text("/favicon.svg"));
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0], site.Find("/favicon.ico")!.Identity[..14].ToArray());
        Assert.Equal(22 + 40 + (32 * 32 * 4) + 128, site.Find("/favicon.ico")!.Identity.Length);
    }

    [Fact]
    public void DrawsARoundedSquareOfTheColor()
    {
        var icon = IconFile.Draw("#0c4b33").Span;
        uint PixelAt(int x, int y) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(IconFile.Draw("#0c4b33").Span[(62 + (4 * (((31 - y) * 32) + x)))..]);

        Assert.Equal((0u, 0xFF0C4B33, 0xFFFFFFFF), (PixelAt(0, 0), PixelAt(16, 1), PixelAt(9, 23)));
        Assert.Equal(4096 + 62 + 128, icon.Length);
    }

    [Theory]
    [InlineData("icon.ico", new byte[] { 7, 8 }, new byte[] { 7, 8 }, null)]
    [InlineData("icon.svg", new byte[] { 7, 8 }, null, new byte[] { 7, 8 })]
    [InlineData("icon.png", new byte[] { 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0, 0, 64 }, new byte[] { 0, 0, 1, 0, 1, 0, 0, 64, 0, 0, 1, 0, 32, 0, 24, 0, 0, 0, 22, 0, 0, 0, 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0, 0, 64 }, null)]
    [InlineData("icon.png", new byte[] { 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 1, 0, 0, 0, 64 }, null, null)]
    [InlineData("icon.png", new byte[] { 7, 8 }, null, null)]
    [InlineData("icon.jpg", new byte[] { 7, 8 }, null, null)]
    public void IsTheSitesOwn_WhereABrowserTakesIt(string name, byte[] bytes, byte[]? icon, byte[]? drawing)
    {
        var site = FolderOf.Site(("site.yaml", $"title: Klub\nurl: https://club.example/klub/\nicon: {name}\n")).Site;
        var file = new SiteFile(name, bytes.Length, new Lazy<ReadOnlyMemory<byte>>(bytes));
        var rendered = SiteIcon.Render(new SiteSnapshot(site with { Files = ImmutableArray.Create(file).ToFrozenDictionary(one => one.Path, StringComparer.Ordinal) }, FolderOf.Moment("2026-01-01T00:00:00Z")))
            .ToDictionary(rendering => rendering.Path, rendering => rendering.Bytes().ToArray(), StringComparer.Ordinal);
        var drawn = SiteIcon.Render(new SiteSnapshot(site, FolderOf.Moment("2026-01-01T00:00:00Z"))).ToDictionary(rendering => rendering.Path, rendering => rendering.Bytes().ToArray(), StringComparer.Ordinal);

        Assert.Equal(icon ?? drawn["/favicon.ico"], rendered["/favicon.ico"]);
        Assert.Equal(drawing ?? drawn["/favicon.svg"], rendered["/favicon.svg"]);
    }
}
