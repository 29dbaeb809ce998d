using System.Globalization;

namespace Feeds.Pages;

/// <summary>A colour of which shades can be read on light and on dark paper.</summary>
internal readonly record struct SiteColor(double Red, double Green, double Blue)
{
    /// <summary>Above the 4.5 that WCAG 2.2 §1.4.3 asks for, so that it holds on tinted paper too.</summary>
    private const double Contrast = 6.5;

    private const double Step = 0.02;

    /// <summary>The luminance of the paper in style.css, light and dark, where it is nearest to the colour.</summary>
    private const double LightPaper = 0.95;

    private const double DarkPaper = 0.016;

    private static readonly SiteColor Black = new(0, 0, 0);
    private static readonly SiteColor White = new(1, 1, 1);

    /// <summary>The colour, as dark as it must be on light paper.</summary>
    public string OnLight => Towards(Black, color => (LightPaper + 0.05) / (color.Luminance + 0.05));

    /// <summary>The colour, as light as it must be on dark paper.</summary>
    public string OnDark => Towards(White, color => (color.Luminance + 0.05) / (DarkPaper + 0.05));

    // WCAG 2.2, "relative luminance".
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static SiteColor Read(string color)
    {
        var number = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new SiteColor((number >> 16) / 255.0, ((number >> 8) & 255) / 255.0, (number & 255) / 255.0);
    }

    public override string ToString() => FormattableString.Invariant($"#{Octet(Red):x2}{Octet(Green):x2}{Octet(Blue):x2}");

    private string Towards(SiteColor end, Func<SiteColor, double> contrast)
    {
        var color = this;
        for (var share = Step; contrast(color) < Contrast && share <= 1; share += Step) color = Mixed(end, share);
        return color.ToString();
    }

    private SiteColor Mixed(SiteColor other, double share) =>
        new(Red + ((other.Red - Red) * share), Green + ((other.Green - Green) * share), Blue + ((other.Blue - Blue) * share));

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    private static int Octet(double channel) => (int)Math.Round(channel * 255);
}
