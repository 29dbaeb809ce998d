using System.Buffers;
using System.Text;

namespace Feeds.Formats.Calendar;

/// <summary>Text as iCalendar can hold it: well-formed, with LF as the only line break and no other control but TAB.</summary>
internal static class CalendarText
{
    // RFC 5545 §3.1: a value holds no control character but TAB. U+2028 and U+2029 end a line in clients written in Python.
    private static readonly SearchValues<char> UnwantedAscii = SearchValues.Create([.. Controls(0, 0x80)]);
    private static readonly SearchValues<char> UnwantedBeyond = SearchValues.Create([.. Controls(0x80, 0xA0), '\u2028', '\u2029']);

    /// <summary>The text without what iCalendar cannot hold; the same string when there is nothing to change.</summary>
    public static string Clean(string value)
    {
        if (value.AsSpan().IndexOfAny(UnwantedAscii) < 0 && (Ascii.IsValid(value) || IsClean(value))) return value;

        var text = new StringBuilder(value.Length);
        var afterReturn = false;
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\u0085' or '\u2028' or '\u2029' || (rune.Value == '\n' && !afterReturn)) text.Append('\n');
            else if (rune.Value == '\t' || !Rune.IsControl(rune)) text.Append(rune);
            afterReturn = rune.Value == '\r';
        }

        return text.ToString();
    }

    /// <summary>The text itself, which is one line and not empty.</summary>
    public static string RequireLine(string value) =>
        !string.IsNullOrWhiteSpace(value) && Clean(value) == value && value.AsSpan().IndexOfAny('\t', '\n') < 0
        ? value
        : throw new ArgumentException("It is empty, or holds a control character, a line break or half a surrogate pair.", nameof(value));

    private static IEnumerable<char> Controls(int from, int to) =>
        Enumerable.Range(from, to - from).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n'));

    private static bool IsClean(ReadOnlySpan<char> text) => text.IndexOfAny(UnwantedBeyond) < 0 && IsWellFormed(text);

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (int i; (i = text.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0; text = text[(i + 2)..])
        {
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
        }

        return true;
    }
}
