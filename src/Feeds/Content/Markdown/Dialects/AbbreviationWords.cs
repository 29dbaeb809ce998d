using Markdig.Extensions.Abbreviations;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Explains abbreviations beside punctuation and other marks, where Markdig finds only those after a blank.</summary>
internal static class AbbreviationWords
{
    public static void Explain(MarkdownDocument document)
    {
        if (document.GetAbbreviations() is not { Count: > 0 } abbreviations) return;
        var labels = abbreviations.Keys.OrderByDescending(label => label.Length).ToArray();
        foreach (var literal in document.Descendants<LiteralInline>().ToArray())
        {
            Inline last = literal;
            foreach (var (text, label) in Parts(literal.Content.ToString(), labels))
            {
                Inline part = label is null ? new LiteralInline(text) : new AbbreviationInline(abbreviations[label]);
                last.InsertAfter(part);
                last = part;
            }

            if (last != literal) literal.Remove();
        }
    }

    /// <summary>The text between abbreviations and these; nothing when there is none.</summary>
    private static IEnumerable<(string Text, string? Label)> Parts(string text, string[] labels)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Array.Find(labels, label => IsAt(text, at, label)) is not { } found) continue;
            if (at > start) yield return (text[start..at], null);
            yield return (found, found);
            start = at + found.Length;
            at = start - 1;
        }

        if (start > 0 && start < text.Length) yield return (text[start..], null);
    }

    private static bool IsAt(string text, int at, string label) =>
        string.CompareOrdinal(text, at, label, 0, label.Length) == 0
        && (at == 0 || !IsWord(text[at - 1]))
        && (at + label.Length == text.Length || !IsWord(text[at + label.Length]));

    // Other letters may be Chinese, which has no blanks between words.
    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
