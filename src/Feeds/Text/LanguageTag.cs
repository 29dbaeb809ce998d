using System.Text.RegularExpressions;

namespace Feeds.Text;

/// <summary>Reads the tag of a language (BCP 47).</summary>
internal static partial class LanguageTag
{
    public static bool Is(string text) => Shape().IsMatch(text);

    /// <summary>The tag, also of a locale such as <c>pt_BR.UTF-8</c>; null for other text.</summary>
    public static string? Read(string text) => text.Split('.', '@')[0].Trim().Replace('_', '-') is var tag && Is(tag) ? tag : null;

    [GeneratedRegex(@"^([A-Za-z]{2,3}|[xX])(-[A-Za-z0-9]{1,8})*\z", LinearRegex.Options)]
    private static partial Regex Shape();
}
