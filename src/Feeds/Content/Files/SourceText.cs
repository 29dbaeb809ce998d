using System.Buffers;
using System.Text;

namespace Feeds.Content.Files;

/// <summary>Decodes the text of a source file, with LF line ends and without characters that no feed can contain.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Without U+FFFE and U+FFFF, because only the search for an ASCII set is vectorized well.
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code).Except("\t\n"), '\u007F']);

    /// <summary>The text; null when its encoding is unknown, which is reported.</summary>
    public static string? Read(SourceFile file, DiagnosticBag report)
    {
        ReadOnlySpan<byte> bytes = file.Content.Unpacked();
        if (Decode(bytes) is not { } text)
        {
            report.Error(LineOfFirstInvalidByte(bytes), $"the text is not UTF-8 from here on; save the file as UTF-8");
            return null;
        }

        text = WithLineFeeds(text);
        if (FirstForbidden(text) is { } at)
        {
            var line = 1 + text.AsSpan(0, at).Count('\n');
            report.Warning(line, $"a control character (U+{(int)text[at]:X4}) was left out: no feed can carry it");
        }

        return Clean(text);
    }

    /// <summary>The text of somebody else's file, of which the lines that are not UTF-8 are read as Windows-1252.</summary>
    public static string ReadForeign(SourceFile file, DiagnosticBag report)
    {
        var text = ReadForeign(file.Content.Unpacked(), out var line);
        if (line is { } first) report.Warning(first, $"this line is not UTF-8, so it is read as Windows-1252, as are all others like it");
        return text;
    }

    /// <summary>The same text, of bytes that are no file yet.</summary>
    /// <param name="line">The first line that is not UTF-8; null when there is none.</param>
    public static string ReadForeign(ReadOnlySpan<byte> bytes, out int? line)
    {
        line = null;
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return Clean(WithLineFeeds(Decode(bytes) ?? ForeignBytes.Decode(bytes, out line)).TrimStart('\uFEFF'));
    }

    /// <summary>The text without characters that XML forbids (XML 1.0 §2.2).</summary>
    public static string Clean(string text)
    {
        if (FirstForbidden(text) is null && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // An unpaired surrogate is enumerated as U+FFFD.
            if (rune.Value > char.MaxValue || !IsForbidden((char)rune.Value)) kept.Append(rune);
        }

        return kept.ToString();
    }

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static int? FirstForbidden(ReadOnlySpan<char> text)
    {
        var (control, other) = (text.IndexOfAny(Controls), text.IndexOfAny('\uFFFE', '\uFFFF'));
        if (control < 0 || other < 0) return Math.Max(control, other) is >= 0 and var only ? only : null;
        return Math.Min(control, other);
    }

    private static bool IsForbidden(char c) => Controls.Contains(c) || c is '\uFFFE' or '\uFFFF';

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8.GetString(bytes) : null;
    }

    private static int LineOfFirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
        {
            if (rune.Value == '\n') line++;
            bytes = bytes[length..];
        }

        return line;
    }
}
