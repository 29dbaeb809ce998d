using Feeds.Pages;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>The shades of the site's colour that can be read.</summary>
public sealed class SiteColorTests
{
    [Theory]
    [InlineData("#000000", "#000000", "#a8a8a8")]
    [InlineData("#ffffff", "#575757", "#ffffff")]
    [InlineData("#0c4b33", "#0c4b33", "#8faca1")]
    [InlineData("#ffd400", "#6b5900", "#ffd400")]
    public void IsDarkenedAndLightened_AsFarAsItMustBe(string color, string onLight, string onDark) =>
        Assert.Equal((onLight, onDark), (SiteColor.Read(color).OnLight, SiteColor.Read(color).OnDark));
}
