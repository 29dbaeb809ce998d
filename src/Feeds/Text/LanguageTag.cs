using System.Collections.Frozen;

namespace Feeds.Text;

/// <summary>The parts of a language tag (BCP 47).</summary>
internal static class LanguageTag
{
    public const string English = "en";

    /// <summary>The languages for whose words there is a file.</summary>
    public static readonly FrozenSet<string> WithWords =
        FrozenSet.Create(StringComparer.Ordinal, English, "de", "fr", "es", "pt", "it", "nl", "cs");

    private static readonly FrozenSet<string> RightToLeft =
        FrozenSet.Create(StringComparer.Ordinal, "ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

    /// <summary>The language alone, in lower case.</summary>
    public static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();

    /// <summary>The country in upper case; null when the tag names none.</summary>
    public static string? Region(string tag) =>
        tag.Split('-').Skip(1).FirstOrDefault(part => part.Length == 2 && part.All(char.IsAsciiLetter))?.ToUpperInvariant();

    public static bool IsRightToLeft(string tag) => RightToLeft.Contains(Primary(tag));
}
