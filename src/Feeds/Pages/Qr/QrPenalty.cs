namespace Feeds.Pages.Qr;

/// <summary>How hard a QR code is to read (ISO/IEC 18004 §7.8.3.1): of the masks the best is taken.</summary>
internal static class QrPenalty
{
    /// <summary>What looks like a corner of the code where none is.</summary>
    private const int FalseCorner = 0b1011101;

    public static int Of(QrCode code)
    {
        var side = code.Side;
        var (penalty, dark) = (0, 0);
        for (var i = 0; i < side; i++)
        {
            var line = i;
            penalty += OfLine(side, at => code.IsDark(at, line)) + OfLine(side, at => code.IsDark(line, at));
            dark += Enumerable.Range(0, side).Count(at => code.IsDark(at, line));
        }

        for (var y = 0; y + 1 < side; y++)
        {
            for (var x = 0; x + 1 < side; x++)
            {
                var corner = code.IsDark(x, y);
                if (corner == code.IsDark(x + 1, y) && corner == code.IsDark(x, y + 1) && corner == code.IsDark(x + 1, y + 1)) penalty += 3;
            }
        }

        return penalty + (10 * (Math.Abs((dark * 20) - (side * side * 10)) / (side * side)));
    }

    private static int OfLine(int side, Func<int, bool> isDark)
    {
        var (penalty, run, last) = (0, 0, 0);
        for (var at = 0; at < side; at++)
        {
            run = at > 0 && isDark(at) == isDark(at - 1) ? run + 1 : 1;
            if (run == 5) penalty += 3;
            else if (run > 5) penalty++;
            last = ((last << 1) | (isDark(at) ? 1 : 0)) & 0x7FF;
            if (at >= 10 && last is FalseCorner or FalseCorner << 4) penalty += 40;
        }

        return penalty;
    }
}
