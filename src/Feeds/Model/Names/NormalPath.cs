using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Feeds.Model.Names;

/// <summary>Paths in one normal form: macOS decomposes accented letters, and a file must have the same id everywhere.</summary>
internal static class NormalPath
{
    private const int FirstHangul = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    // The runtime composes nothing without ICU, which small images do not have.
    private static readonly Lazy<FrozenDictionary<(char, char), char>> Compositions = new(Read);

    private static readonly Lazy<FrozenDictionary<char, char>> Letters = new(() => Compositions.Value
        .DistinctBy(composition => composition.Value)
        .ToFrozenDictionary(composition => composition.Value, composition => composition.Key.Item1));

    /// <summary>The path with composed letters (Unicode normalization form C), of marks in canonical order.</summary>
    public static string Of(string path)
    {
        if (Ascii.IsValid(path)) return path;
        var composed = new StringBuilder(path.Length);
        foreach (var letter in path)
        {
            if (composed.Length > 0 && Composed(composed[^1], letter) is { } one) composed[^1] = one;
            else composed.Append(letter);
        }

        return composed.Length == path.Length ? path : composed.ToString();
    }

    /// <summary>The text with letters in place of those with a mark, such as <c>e</c> for <c>é</c>.</summary>
    public static string WithoutMarks(string text) =>
        string.Concat(text.Select(letter => Letters.Value.GetValueOrDefault(letter, letter)));

    private static char? Composed(char letter, char mark)
    {
        if (mark < '\u0300') return null;
        // Unicode §3.12: Hangul syllables follow from a formula.
        if (letter - FirstLead is >= 0 and < Leads and var lead && mark - FirstVowel is >= 0 and < Vowels and var vowel)
            return (char)(FirstHangul + ((lead * Vowels) + vowel) * Tails);
        if (letter - FirstHangul is >= 0 and < Leads * Vowels * Tails and var syllable
            && syllable % Tails == 0 && mark - FirstTail is > 0 and < Tails and var tail)
            return (char)(letter + tail);
        return Compositions.Value.TryGetValue((letter, mark), out var composed) ? composed : null;
    }

    private static FrozenDictionary<(char, char), char> Read()
    {
        using var reader = new StreamReader(typeof(NormalPath).Assembly.GetManifestResourceStream("compositions.txt")!);
        return reader.ReadToEnd()
            .Split('\n')
            .Where(line => line is not ("" or ['#', ..]))
            .Select(line => line.Split(' ').Select(CharOf).ToArray())
            .ToFrozenDictionary(chars => (chars[0], chars[1]), chars => chars[2]);
    }

    private static char CharOf(string hex) => (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
