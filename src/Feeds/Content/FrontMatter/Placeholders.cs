using System.Collections.Frozen;

namespace Feeds.Content.FrontMatter;

/// <summary>Recognizes what people and forms write where there is nothing to say yet.</summary>
internal static class Placeholders
{
    private static readonly FrozenSet<string> Empty =
        FrozenSet.ToFrozenSet(["", "none", "null", "nil", "n/a", "no response"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Open = FrozenSet.ToFrozenSet(
        [
            "false", "no", "tba", "tbd", "tbc", "to be announced", "to be confirmed", "to be decided", "to be determined", "unknown",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text says nothing, such as a hyphen or the <c>_No response_</c> of a form.</summary>
    public static bool IsEmpty(string text) => Empty.Contains(Word(text));

    /// <summary>Whether a text says that a time is not known, or that there is none.</summary>
    public static bool IsOpen(string text) => Word(text) is var word && (Empty.Contains(word) || Open.Contains(word));

    private static string Word(string text) => text.Trim().Trim('-', '–', '—', '/', '_', '?', '.', '(', ')', '[', ']', ' ');
}
