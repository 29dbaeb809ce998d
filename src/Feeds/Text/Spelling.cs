namespace Feeds.Text;

/// <summary>Finds the word that a mistyped word was meant to be.</summary>
internal static class Spelling
{
    private const int MinLength = 4;

    // Short words with another letter are often words of their own.
    private const int MinLengthOfOtherLetter = 6;

    /// <summary>A word from which this differs by one letter; null for none, and for a plural and its singular.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known.FirstOrDefault(other => IsNear(word, other));

    private static bool IsNear(string word, string other)
    {
        if (Math.Min(word.Length, other.Length) < MinLength) return false;
        if (word.Length == other.Length)
            return IsSwapped(word, other) || (word.Length >= MinLengthOfOtherLetter && IsOneOther(word, other));
        return word.Length + 1 == other.Length ? IsOneLess(word, other) : other.Length + 1 == word.Length && IsOneLess(other, word);
    }

    private static bool IsOneOther(string word, string other)
    {
        var at = word.AsSpan().CommonPrefixLength(other);
        return at < word.Length && word.AsSpan(at + 1).SequenceEqual(other.AsSpan(at + 1));
    }

    private static bool IsSwapped(string word, string other)
    {
        var at = word.AsSpan().CommonPrefixLength(other);
        return at + 1 < word.Length
            && word[at] == other[at + 1]
            && word[at + 1] == other[at]
            && word.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }

    private static bool IsOneLess(string word, string longer)
    {
        var at = word.AsSpan().CommonPrefixLength(longer);
        var isPlural = at == word.Length && longer[at] == 's';
        return !isPlural && word.AsSpan(at).SequenceEqual(longer.AsSpan(at + 1));
    }
}
