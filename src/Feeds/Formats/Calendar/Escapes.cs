using System.Buffers;
using System.Text;

namespace Feeds.Formats.Calendar;

/// <summary>Which characters are written as a pair, and as which.</summary>
internal sealed class Escapes
{
    /// <summary>Those of a TEXT value (RFC 5545 §3.3.11).</summary>
    public static readonly Escapes OfText = new('\\', "\\;,\n", "\\;,n");

    /// <summary>Those of a quoted parameter (RFC 6868 §3).</summary>
    public static readonly Escapes OfParameter = new('^', "^\"\n", "^'n");

    private readonly string characters;
    private readonly string seconds;
    private readonly SearchValues<char> plainAscii;

    private Escapes(char first, string characters, string seconds)
    {
        First = first;
        this.characters = characters;
        this.seconds = seconds;
        plainAscii = SearchValues.Create([.. Enumerable.Range('\t', 0x7F - '\t').Select(code => (char)code).Except(characters)]);
    }

    /// <summary>The first character of each pair.</summary>
    public char First { get; }

    /// <summary>The second character of the pair that stands for this one; NUL when it stands for itself.</summary>
    public char Second(char character)
    {
        var index = characters.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? '\0' : seconds[index];
    }

    /// <summary>The text with each pair in the place of what it stands for.</summary>
    public string Apply(string text)
    {
        if (text.AsSpan().IndexOfAny(characters) < 0) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Second(c) is not '\0' and var second) escaped.Append(First).Append(second);
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>How many characters the text begins with that stand for themselves and that no grapheme cluster joins.</summary>
    public int PlainLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(plainAscii);
        if (end < 0) return text.Length;
        while (end < text.Length && (IsLoneLetter(text[end]) || plainAscii.Contains(text[end]))) end++;

        // What follows may be a mark that belongs to the last of them.
        return end > 0 && end < text.Length && !char.IsAscii(text[end]) ? end - 1 : end;
    }

    // Letters of Latin, Greek and Cyrillic: no marks, no emoji, nothing that joins (UAX #29), and most of what is not ASCII.
    private static bool IsLoneLetter(char c) =>
        c is (>= '\u00C0' and <= '\u02FF') or (>= '\u0370' and <= '\u0482') or (>= '\u048A' and <= '\u052F');
}
