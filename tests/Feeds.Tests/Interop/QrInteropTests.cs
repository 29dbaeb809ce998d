using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>QR codes of the page to subscribe, as a camera reads them.</summary>
public sealed partial class QrInteropTests
{
    private const int PixelsOfAModule = 6;

    /// <summary>The longest address of each size, and the shortest of two.</summary>
    private static readonly int[] Lengths = [42, 43, 62, 84, 106, 122, 152, 180, 181, 213];

    [Fact]
    public async Task IsRead_InEverySize()
    {
        using var home = new TempFolder();
        var files = Lengths.Select(length => FormattableString.Invariant($"{length}.pbm")).ToArray();
        foreach (var (file, length) in files.Zip(Lengths)) home.Write(file, Bitmap(Page(length)));

        Assert.Equal(Lengths.Select(Address), await ForeignProgram.Zbar.ReadAsync<string[]>(home, files.Select(home.At)));
    }

    // ISO/IEC 18004, table 7: what each version holds at level M, and a quiet zone of four modules on each side.
    [Theory]
    [InlineData(42, 29)]
    [InlineData(43, 33)]
    [InlineData(122, 45)]
    [InlineData(213, 57)]
    public void IsAsSmallAsItsAddressAllows(int length, int side)
    {
        Assert.Contains(FormattableString.Invariant($"<svg viewBox=\"0 0 {side + 8} {side + 8}\""), Page(length), StringComparison.Ordinal);
        Assert.Contains("<path d=\"M4 4h7v1h-7z", Page(length), StringComparison.Ordinal);
    }

    [Fact]
    public void IsLeftOut_WhereTheAddressIsTooLong() => Assert.DoesNotContain("class=\"qr\"", Page(214), StringComparison.Ordinal);

    private static string Address(int length) => "https://a.example/".PadRight(length - "/subscribe/".Length, 'x') + "/subscribe/";

    private static string Page(int length)
    {
        var site = Address(length)[..^"subscribe/".Length];
        return FolderOf.Published("2026-01-01T00:00:00Z", ("site.yaml", $"title: Klub\nurl: {site}\n")).Text("/subscribe/");
    }

    /// <summary>The picture of a page as a portable bitmap.</summary>
    private static string Bitmap(string page)
    {
        var side = Number(Side().Match(page), "side");
        var dark = new bool[side, side];
        foreach (Match run in Run().Matches(page))
        {
            var (x, y, length) = (Number(run, "x"), Number(run, "y"), Number(run, "length"));
            for (var i = 0; i < length; i++) dark[x + i, y] = true;
        }

        var picture = new StringBuilder(FormattableString.Invariant($"P1\n{side * PixelsOfAModule} {side * PixelsOfAModule}\n"));
        for (var y = 0; y < side * PixelsOfAModule; y++)
        {
            for (var x = 0; x < side * PixelsOfAModule; x++) picture.Append(dark[x / PixelsOfAModule, y / PixelsOfAModule] ? '1' : '0');
            picture.Append('\n');
        }

        return picture.ToString();
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<svg viewBox=""0 0 (?<side>\d+) ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Side();

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\d+z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();
}
