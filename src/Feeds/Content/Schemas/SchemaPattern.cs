using System.Text.RegularExpressions;

namespace Feeds.Content.Schemas;

/// <summary>Writes patterns of JSON Schema, which has no option for capital letters.</summary>
internal static class SchemaPattern
{
    /// <summary>An http or https address.</summary>
    public static readonly string WebAddress = $@"^\s*{AnyCase("http")}[sS]?:";

    /// <summary>One of the words, with blanks around it.</summary>
    public static string Word(IEnumerable<string> words) => $@"^\s*({Either(words)})\s*$";

    /// <summary>Some of the words, separated by commas.</summary>
    public static string Words(IEnumerable<string> words)
    {
        var word = $"({Either(words)})?";
        return $@"^\s*\[?\s*{word}(\s*,\s*{word})*\s*\]?\s*$";
    }

    /// <summary>Digits, and perhaps one of the units.</summary>
    public static string Number(IEnumerable<string> units) =>
        Either(units) is { Length: > 0 } either ? $@"^\s*\d+\s*({either})?\s*$" : @"^\s*\d+\s*$";

    private static string Either(IEnumerable<string> words) => string.Join('|', words.Select(AnyCase));

    /// <summary>The spellings of a key in which hyphens, underscores, blanks and capitals differ; null where there are none.</summary>
    public static string? OtherSpellings(string key)
    {
        var parts = Regex.Split(key, "-|(?=[A-Z])", RegexOptions.None, TimeSpan.FromSeconds(1));
        return parts.Length < 2 ? null : $"^(?!{key}$){string.Join("[-_ ]?", parts.Select(FirstInAnyCase))}$";
    }

    private static string FirstInAnyCase(string part) => AnyCase(part[..1]) + part[1..];

    private static string AnyCase(string word) => string.Concat(word.Select(letter =>
        char.IsAsciiLetter(letter) ? $"[{char.ToLowerInvariant(letter)}{char.ToUpperInvariant(letter)}]" : $"{letter}"));
}
