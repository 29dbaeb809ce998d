using System.Collections.Immutable;
using System.Text;

namespace Feeds.Pages.Qr;

/// <summary>A text as a square of dark and light modules that a camera reads (ISO/IEC 18004).</summary>
internal sealed class QrCode
{
    private static readonly ImmutableArray<Func<int, int, bool>> Masks =
    [
        (x, y) => (x + y) % 2 == 0, (_, y) => y % 2 == 0, (x, _) => x % 3 == 0, (x, y) => (x + y) % 3 == 0,
        (x, y) => ((x / 3) + (y / 2)) % 2 == 0, (x, y) => (x * y % 2) + (x * y % 3) == 0, (x, y) => ((x * y % 2) + (x * y % 3)) % 2 == 0, (x, y) => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    ];

    private readonly QrVersion version;
    private readonly bool[,] dark;
    private readonly bool[,] isFixed;

    private QrCode(QrVersion version, byte[] codewords, int mask)
    {
        this.version = version;
        dark = new bool[Side, Side];
        isFixed = new bool[Side, Side];
        DrawPatterns();
        DrawFormat(mask);
        DrawVersion();
        DrawCodewords(codewords, Masks[mask]);
    }

    /// <summary>How many modules a side has.</summary>
    public int Side => version.Side;

    /// <summary>The code of a text; null for one that is too long.</summary>
    public static QrCode? Of(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        if (QrVersion.For(octets.Length) is not { } version) return null;
        var codewords = QrCodewords.Of(octets, version);
        return Enumerable.Range(0, Masks.Length).Select(mask => new QrCode(version, codewords, mask)).MinBy(code => QrPenalty.Of(code));
    }

    /// <summary>Whether a module is dark.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    public bool IsDark(int x, int y) => dark[x, y];

    private void DrawPatterns()
    {
        for (var i = 0; i < Side; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }

        foreach (var (x, y) in ((int, int)[])[(3, 3), (Side - 4, 3), (3, Side - 4)]) DrawSquares(x, y, reach: 4, light: 2);
        var alignments = version.Alignments;
        foreach (var x in alignments)
        {
            foreach (var y in alignments)
            {
                // Where the three large patterns are, no small one is.
                if ((x, y) != (6, 6) && (x, y) != (6, alignments[^1]) && (x, y) != (alignments[^1], 6)) DrawSquares(x, y, reach: 2, light: 1);
            }
        }

        // One module beside the format is always dark.
        Fix(8, Side - 8, true);
    }

    private void DrawSquares(int centreX, int centreY, int reach, int light)
    {
        for (var (y, end) = (Math.Max(0, centreY - reach), Math.Min(Side - 1, centreY + reach)); y <= end; y++)
        {
            for (var x = Math.Max(0, centreX - reach); x <= Math.Min(Side - 1, centreX + reach); x++)
            {
                var distance = Math.Max(Math.Abs(x - centreX), Math.Abs(y - centreY));
                Fix(x, y, distance != light && distance != 4);
            }
        }
    }

    // Level M is 00; the ten bits behind level and mask are of a BCH code.
    private void DrawFormat(int mask)
    {
        var bits = ((mask << 10) | Remainder(mask, 0x537, 10)) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var bit = ((bits >> i) & 1) == 1;
            Fix(8, Skipped(i < 8 ? i : Side - 15 + i), bit);
            if (i < 8) Fix(Side - 1 - i, 8, bit);
            else Fix(i == 8 ? 7 : 14 - i, 8, bit);
        }

        int Skipped(int y) => y is 6 or 7 ? y + 1 : y;
    }

    private void DrawVersion()
    {
        if (version.Number < 7) return;
        var bits = (version.Number << 12) | Remainder(version.Number, 0x1F25, 12);
        for (var i = 0; i < 18; i++)
        {
            var bit = ((bits >> i) & 1) == 1;
            Fix(Side - 11 + (i % 3), i / 3, bit);
            Fix(i / 3, Side - 11 + (i % 3), bit);
        }
    }

    // In columns of two from the right, up and down in turn, past the upright timing pattern.
    private void DrawCodewords(byte[] codewords, Func<int, int, bool> mask)
    {
        var at = 0;
        for (var right = Side - 1; right > 0; right -= 2)
        {
            if (right == 6) right = 5;
            var isUpward = ((right + 1) & 2) == 0;
            for (var i = 0; i < 2 * Side; i++)
            {
                var (x, y) = (right - (i % 2), isUpward ? Side - 1 - (i / 2) : i / 2);
                if (isFixed[x, y]) continue;
                var bit = at < 8 * codewords.Length && ((codewords[at / 8] >> (7 - (at % 8))) & 1) == 1;
                dark[x, y] = bit ^ mask(x, y);
                at++;
            }
        }
    }

    private void Fix(int x, int y, bool isDark) => (dark[x, y], isFixed[x, y]) = (isDark, true);

    private static int Remainder(int value, int polynomial, int bits)
    {
        var remainder = value;
        for (var i = 0; i < bits; i++) remainder = (remainder << 1) ^ ((remainder >> (bits - 1)) * polynomial);
        return remainder;
    }
}
