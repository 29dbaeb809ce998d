using System.Security.Cryptography;
using System.Text;

namespace Feeds.Text;

/// <summary>The part of an address that names a document.</summary>
internal static class Slug
{
    /// <summary>Files are named by it, and most systems allow 255 bytes in a name.</summary>
    private const int MaxBytes = 200;

    /// <summary>Lower-case letters, marks and digits of any script, separated by <c>-</c>, <c>_</c> and <c>.</c>; may be empty.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isKept = Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value is '_' || (rune.Value is '.' && slug.Length > 0);
            if (isKept) slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return Short(slug.ToString().TrimEnd('-', '.'));
    }

    /// <summary>The part of an address that names a tag, a category or a person; <c>+</c> is kept free to join several.</summary>
    public static string OfTerm(string term)
    {
        var words = term.Replace("+", "-plus", StringComparison.Ordinal).Replace("#", "-sharp", StringComparison.Ordinal);
        var slug = Of(words.StartsWith('.') ? "dot-" + words[1..] : words);
        // A term of symbols has no letters.
        return slug.Length > 0 ? slug : Short(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(term)));
    }

    /// <summary>Whether one of two slugs has all words of the other in a row; false for an empty one.</summary>
    public static bool Overlap(string one, string other) =>
        one.Length > 0 && other.Length > 0 && (Contains($"-{one}-", $"-{other}-") || Contains($"-{other}-", $"-{one}-"));

    private static bool Contains(string slug, string words) => slug.Contains(words, StringComparison.Ordinal);

    private static string Short(string slug)
    {
        var bytes = Encoding.UTF8.GetBytes(slug);
        return bytes.Length <= MaxBytes ? slug : Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
