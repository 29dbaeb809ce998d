using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
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
        var settings = $"title: \"{title}\"\nurl: https://club.example/\ncalendar: {{ color: \"{color}\" }}\n";
        var site = FolderOf.Published("2026-01-01T00:00:00Z", ("site.yaml", settings));

        Assert.Equal(
            $"<svg viewBox=\"0 0 32 32\" xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{color}\" />"
            + "<text x=\"16\" y=\"23\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\" font-size=\"20\""
            + $" font-weight=\"700\" fill=\"{ink}\">{initial}</text></svg>",
            site.Text("/favicon.svg"));
    }

    [Theory]
    [InlineData("icon.ico", "0708", "0708", null)]
    [InlineData("icon.svg", "0708", null, "0708")]
    [InlineData(
        "icon.png",
        "89504E470D0A1A0A0000000D494844520000010000000040",
        "0000010001000040000001002000180000001600000089504E470D0A1A0A0000000D494844520000010000000040",
        null)]
    [InlineData("icon.png", "89504E470D0A1A0A0000000D494844520000010100000040", null, null)]
    [InlineData("icon.png", "0708", null, null)]
    [InlineData("icon.jpg", "0708", null, null)]
    public void IsTheSitesOwn_WhereABrowserTakesIt(string name, string bytes, string? icon, string? drawing)
    {
        var site = FolderOf.Site(("site.yaml", $"title: Klub\nurl: https://club.example/klub/\nicon: {name}\n")).Site;
        var file = new SiteFile(name, bytes.Length / 2, new Lazy<ReadOnlyMemory<byte>>(Convert.FromHexString(bytes)));
        var ownIcons = Icons(site with { Files = ImmutableArray.Create(file).ToFrozenDictionary(one => one.Path, StringComparer.Ordinal) });
        var defaults = Icons(site);

        Assert.Equal(icon ?? defaults["/favicon.ico"], ownIcons["/favicon.ico"]);
        Assert.Equal(drawing ?? defaults["/favicon.svg"], ownIcons["/favicon.svg"]);
    }

    private static Dictionary<string, string> Icons(Site site) =>
        SiteIcon.Render(new SiteSnapshot(site, FolderOf.Moment("2026-01-01T00:00:00Z")))
            .ToDictionary(rendering => rendering.Path, rendering => Convert.ToHexString(rendering.Bytes().Span), StringComparer.Ordinal);
}
