using System.Globalization;

namespace Feeds.Content.FrontMatter;

/// <summary>Restores a time of day that a YAML 1.1 program wrote as a number of base 60 (YAML 1.1, int type).</summary>
internal static class YamlTime
{
    /// <summary>16:00 for 960 and for 57600; any other text as it is.</summary>
    public static string Restored(string text)
    {
        if (text.Length is < 3 or > 5 || !text.All(char.IsAsciiDigit)) return text;
        var number = int.Parse(text, CultureInfo.InvariantCulture);
        var hasSeconds = text.Length == 5;
        // 1830 is half past six, and 1890 is no time but in minutes.
        var isHourAndMinute = !hasSeconds && number % 100 < 60;
        var minutes = hasSeconds ? number / 60 : number;
        if (isHourAndMinute || minutes >= 24 * 60 || (hasSeconds && number % 60 != 0)) return text;
        return FormattableString.Invariant($"{minutes / 60:00}:{minutes % 60:00}");
    }
}
