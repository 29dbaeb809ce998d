using System.Globalization;

namespace Feeds.Pages;

/// <summary>A colour, made as dark as it must be on light paper and as light as it must be on dark paper.</summary>
internal readonly record struct SiteColor(double Red, double Green, double Blue)
{
    // Above the 4.5 that WCAG 2.2 §1.4.3 asks for, so that it holds on tinted paper too.
    private const double Contrast = 6.5;
    private const double Step = 0.02;

    // The luminance of the paper in style.css, light and dark, where it is nearest to the colour.
    private const double LightPaper = 0.95;
    private const double DarkPaper = 0.016;

    public const string Default = "#2f5d8a";

    public string OnLight => Towards(new(0, 0, 0), color => (LightPaper + 0.05) / (color.Luminance + 0.05));

    public string OnDark => Towards(new(1, 1, 1), color => (color.Luminance + 0.05) / (DarkPaper + 0.05));

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
