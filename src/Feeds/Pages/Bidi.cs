using System.Buffers;

namespace Feeds.Pages;

/// <summary>Isolates a text with marks of direction (UAX #9), so that they do not reorder what stands beside it.</summary>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private static readonly SearchValues<char> Marks = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static string Isolate(string text) => text.AsSpan().ContainsAny(Marks)
        ? $"{FirstStrongIsolate}{text.Replace(PopIsolate.ToString(), "", StringComparison.Ordinal)}{PopIsolate}"
        : text;
}
