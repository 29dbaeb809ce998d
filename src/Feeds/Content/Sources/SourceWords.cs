using System.Collections.Immutable;

namespace Feeds.Content.Sources;

/// <summary>Finds the words by which a source is narrowed down.</summary>
internal static class SourceWords
{
    /// <summary>Whether one of the words stands in one of the texts, as a word of its own.</summary>
    public static bool AreIn(ImmutableArray<string> words, IEnumerable<string?> texts) =>
        texts.Any(text => text is not null && words.Any(word => IsIn(word, text)));

    private static bool IsIn(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = Next(at))
        {
            var end = at + word.Length;
            var beginsAWord = at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(word[0]);
            var endsAWord = end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(word[^1]);
            if (beginsAWord && endsAWord) return true;
        }

        return false;

        int Next(int from) => from + 1 < text.Length ? text.IndexOf(word, from + 1, StringComparison.OrdinalIgnoreCase) : -1;
    }
}
