using System.Drawing;
using System.Globalization;

namespace Feeds.Formats.Calendar;

/// <summary>The colour names of CSS3, which are all that <c>COLOR</c> may say (RFC 7986 §5.9).</summary>
internal static class CssColor
{
    /// <summary>The name of the colour that looks most like the given one.</summary>
    /// <param name="color">The colour as <c>#rrggbb</c>.</param>
    public static string NearestName(string color)
    {
        var wanted = Color.FromArgb(int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

        // From AliceBlue to YellowGreen KnownColor is the table of CSS3, in its order.
        var names = Enumerable.Range((int)KnownColor.AliceBlue, KnownColor.YellowGreen - KnownColor.AliceBlue + 1);
        return names.Select(name => Color.FromKnownColor((KnownColor)name)).MinBy(named => Distance(wanted, named)).Name.ToLowerInvariant();
    }

    // The eye tells greens apart best, and reds better than blues the brighter they are.
    private static int Distance(Color a, Color b)
    {
        var (red, green, blue) = (a.R - b.R, a.G - b.G, a.B - b.B);
        var brightness = a.R + b.R;
        return ((1024 + brightness) * red * red) + (2048 * green * green) + ((1534 - brightness) * blue * blue);
    }
}
