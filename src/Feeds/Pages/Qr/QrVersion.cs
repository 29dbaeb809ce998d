using System.Collections.Immutable;

namespace Feeds.Pages.Qr;

/// <summary>A size of QR code at error correction level M (ISO/IEC 18004, tables 7 and 9).</summary>
/// <param name="DataCodewords">How many octets of data it holds.</param>
/// <param name="CheckCodewords">How many octets for correction each block has.</param>
internal sealed record QrVersion(int Number, int DataCodewords, int CheckCodewords, int Blocks)
{
    /// <summary>Up to the tenth: larger ones are hard to photograph.</summary>
    private static readonly ImmutableArray<QrVersion> All =
    [
        new(1, 16, 10, 1), new(2, 28, 16, 1), new(3, 44, 26, 1), new(4, 64, 18, 2), new(5, 86, 24, 2),
        new(6, 108, 16, 4), new(7, 124, 18, 4), new(8, 154, 22, 4), new(9, 182, 22, 5), new(10, 216, 26, 5),
    ];

    /// <summary>How many modules a side has.</summary>
    public int Side => 17 + (4 * Number);

    /// <summary>How many bits say the length of the data.</summary>
    public int LengthBits => Number < 10 ? 8 : 16;

    /// <summary>Where alignment patterns have their centres, across and down.</summary>
    public ImmutableArray<int> Alignments => Number switch
    {
        1 => [],
        < 7 => [6, Side - 7],
        _ => [6, (Side - 1) / 2, Side - 7],
    };

    /// <summary>The smallest that holds so many octets; null when none does.</summary>
    public static QrVersion? For(int octets) => All.FirstOrDefault(version => 4 + version.LengthBits + (8 * octets) <= 8 * version.DataCodewords);
}
