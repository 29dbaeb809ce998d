using Feeds.Pages.Qr;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>How large QR codes are; what they say is for a stranger to read.</summary>
public sealed class QrCodeTests
{
    // ISO/IEC 18004, table 7: the octets that each version holds at level M.
    [Theory]
    [InlineData(14, 21)]
    [InlineData(15, 25)]
    [InlineData(26, 25)]
    [InlineData(42, 29)]
    [InlineData(62, 33)]
    [InlineData(84, 37)]
    [InlineData(106, 41)]
    [InlineData(122, 45)]
    [InlineData(152, 49)]
    [InlineData(180, 53)]
    [InlineData(213, 57)]
    public void IsAsSmallAsItsTextAllows(int octets, int side) => Assert.Equal(side, QrCode.Of(new string('a', octets))?.Side);

    [Fact]
    public void IsNone_ForATextThatIsTooLong() => Assert.Null(QrCode.Of(new string('a', 214)));
}
