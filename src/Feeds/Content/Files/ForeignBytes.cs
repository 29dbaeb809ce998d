using System.Text;
using System.Text.Unicode;

namespace Feeds.Content.Files;

/// <summary>Decodes a file of others that is not all UTF-8.</summary>
internal static class ForeignBytes
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, with each line that is not UTF-8 read as Windows-1252.</summary>
    /// <param name="line">The first such line; null when there is none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, out int? line)
    {
        line = null;
        var (text, number) = (new StringBuilder(bytes.Length), 0);
        ReadOnlySpan<byte> whole = WithWholeCharacters(bytes);
        foreach (var range in whole.Split((byte)'\n'))
        {
            if (number++ > 0) text.Append('\n');
            var isUtf8 = Utf8.IsValid(whole[range]);
            if (!isUtf8) line ??= number;
            text.Append((isUtf8 ? Encoding.UTF8 : Western).GetString(whole[range]));
        }

        return text.ToString();
    }

    /// <summary>The bytes with each fold after the character that it splits, because some programs fold between any two octets.</summary>
    private static byte[] WithWholeCharacters(ReadOnlySpan<byte> bytes)
    {
        var (whole, length) = (new byte[bytes.Length], 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            var fold = FoldAt(bytes[at..]);
            if (fold > 0)
            {
                var rest = at + fold;
                var isAfterPart = length > 0 && whole[length - 1] >= 0x80;
                while (isAfterPart && rest < bytes.Length && bytes[rest] is >= 0x80 and < 0xC0) whole[length++] = bytes[rest++];
                bytes.Slice(at, fold).CopyTo(whole.AsSpan(length));
                (length, at) = (length + fold, rest - 1);
                continue;
            }

            whole[length++] = bytes[at];
        }

        return whole;
    }

    /// <summary>The length of the fold with which the bytes begin (RFC 5545 §3.1); 0 where they begin with none.</summary>
    private static int FoldAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [(byte)'\r', (byte)'\n', (byte)' ' or (byte)'\t', ..]) return 3;
        return bytes is [(byte)'\n', (byte)' ' or (byte)'\t', ..] ? 2 : 0;
    }
}
