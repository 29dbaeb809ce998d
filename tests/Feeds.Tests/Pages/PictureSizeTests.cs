using Feeds.Pages.Posts;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>The size of a picture from the first octets of its file.</summary>
public sealed class PictureSizeTests
{
    // Each header as its format's specification lays it out, for 800 by 600 pixels.
    [Theory]
    [InlineData("89504E470D0A1A0A 0000000D49484452 00000320 00000258 08020000")]
    [InlineData("474946383961 2003 5802 F70000")]
    [InlineData("FFD8 FFE0000400 00 FFC0 0011 08 0258 0320 03")]
    [InlineData("FFD8 FFE10003AA FFDB000300 FFC2 0011 08 0258 0320 03")]
    [InlineData("52494646 24000000 57454250 56503820 18000000 300100 9D012A 2003 5802 000000")]
    [InlineData("52494646 24000000 57454250 5650384C 18000000 2F 1FC39500 0000000000000000")]
    [InlineData("52494646 24000000 57454250 56503858 0A000000 10000000 1F0300 570200")]
    public void IsRead_FromEachFormat(string file) => Assert.Equal(new PictureSize(800, 600), PictureSize.Read(Octets(file)));

    [Theory]
    [InlineData("")]
    [InlineData("3C737667")]
    [InlineData("89504E470D0A1A0A 0000000D49484452")]
    [InlineData("89504E470D0A1A0A 0000000D49484452 00000000 00000258 08020000")]
    [InlineData("FFD8 FFE0FFFF00")]
    [InlineData("FFD8 FFE00000")]
    [InlineData("FFD8 FFC0 0011 08")]
    [InlineData("52494646 24000000 57454250 58585858 0A000000 10000000 1F0300 570200")]
    public void IsUnknown_WhereTheFileDoesNotSayIt(string file) => Assert.Null(PictureSize.Read(Octets(file)));

    private static byte[] Octets(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
