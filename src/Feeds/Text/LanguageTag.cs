using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Feeds.Text;

/// <summary>Reads the tag of a language (BCP 47).</summary>
internal static partial class LanguageTag
{
    public const string English = "en";

    /// <summary>The languages for whose words there is a file.</summary>
    public static readonly FrozenSet<string> WithWords =
        FrozenSet.Create(StringComparer.Ordinal, English, "de", "fr", "es", "pt", "it", "nl", "cs");

    private static readonly FrozenSet<string> RightToLeft =
        FrozenSet.Create(StringComparer.Ordinal, "ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

    public static bool Is(string text) => Shape().IsMatch(text);

    /// <summary>The tag, also of a locale such as <c>pt_BR.UTF-8</c>; null for other text.</summary>
    public static string? Read(string text) => text.Split('.', '@')[0].Trim().Replace('_', '-') is var tag && Is(tag) ? tag : null;

    /// <summary>The language alone, in lower case.</summary>
    public static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();

    /// <summary>The country in upper case; null when the tag names none.</summary>
    public static string? Region(string tag) =>
        tag.Split('-').Skip(1).FirstOrDefault(part => part.Length == 2 && part.All(char.IsAsciiLetter))?.ToUpperInvariant();

    public static bool IsRightToLeft(string tag) => RightToLeft.Contains(Primary(tag));

    [GeneratedRegex(@"^([A-Za-z]{2,3}|[xX])(-[A-Za-z0-9]{1,8})*\z", LinearRegex.Options)]
    private static partial Regex Shape();
}
