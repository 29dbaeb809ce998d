using System.Buffers;
using System.Text;

namespace Feeds.Text;

/// <summary>An address to which mail can be sent.</summary>
internal static class EmailAddress
{
    private static readonly SearchValues<char> EndOfAddress = SearchValues.Create("\"(),:;<>[\\]");

    /// <summary>Whether a text is one address that needs no quoting in feeds and calendars.</summary>
    public static bool Is(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && text.AsSpan().IndexOfAny(EndOfAddress) < 0
            && text.EnumerateRunes().All(rune => !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) && rune != Rune.ReplacementChar);
    }
}
