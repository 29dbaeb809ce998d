using System.Text;
using Feeds.Pages.Qr;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>QR codes as a camera reads them, of each size there is.</summary>
public sealed class QrInteropTests
{
    private const int PixelsOfAModule = 6;
    private const int Margin = 4;

    /// <summary>The longest text of each version, and the shortest of two.</summary>
    private static readonly int[] Lengths = [1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 181, 213];

    [Fact]
    public async Task IsRead_InEverySize()
    {
        using var home = new TempFolder();
        var texts = Lengths.Select(length => "https://a.example/".PadRight(length, 'x')[..length]).ToArray();
        var files = Lengths.Select(length => FormattableString.Invariant($"{length}.pbm")).ToArray();
        foreach (var (file, text) in files.Zip(texts)) home.Write(file, Picture(QrCode.Of(text)!));

        Assert.Equal(texts, await ForeignProgram.Zbar.ReadAsync<string[]>(home, files.Select(home.At)));
    }

    /// <summary>As a portable bitmap, black on white with the margin that readers need.</summary>
    private static string Picture(QrCode code)
    {
        var side = (code.Side + (2 * Margin)) * PixelsOfAModule;
        var picture = new StringBuilder(FormattableString.Invariant($"P1\n{side} {side}\n"));
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++) picture.Append(IsDark((x / PixelsOfAModule) - Margin, (y / PixelsOfAModule) - Margin) ? '1' : '0');
            picture.Append('\n');
        }

        return picture.ToString();

        bool IsDark(int x, int y) => x >= 0 && y >= 0 && x < code.Side && y < code.Side && code.IsDark(x, y);
    }
}
