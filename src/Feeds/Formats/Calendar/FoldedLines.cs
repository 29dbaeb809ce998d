using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Feeds.Formats.Calendar;

/// <summary>A growing buffer of lines in UTF-8, folded at 75 octets and ended with CRLF (RFC 5545 §3.1).</summary>
internal sealed class FoldedLines : IDisposable
{
    private const int MaxOctets = 75;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int length;
    private int column;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    /// <summary>ASCII, which may be folded between any two octets.</summary>
    public void Ascii(ReadOnlySpan<byte> octets)
    {
        while (octets.Length > MaxOctets - column)
        {
            var head = MaxOctets - column;
            Append(octets[..head]);
            octets = octets[head..];
            Fold();
        }

        Append(octets);
    }

    /// <summary>Characters that may be folded between any two.</summary>
    public void Characters(ReadOnlySpan<char> characters)
    {
        while (!characters.IsEmpty)
        {
            Utf8.FromUtf16(characters, Free(MaxOctets - column), out var read, out var octets);
            Advance(octets);
            characters = characters[read..];
            if (!characters.IsEmpty) Fold();
        }
    }

    /// <summary>One code point, on one line.</summary>
    public void CodePoint(Rune rune)
    {
        KeepTogether(rune.Utf8SequenceLength);
        Advance(rune.EncodeToUtf8(Free(rune.Utf8SequenceLength)));
    }

    /// <summary>Two ASCII characters that stand for one, on one line.</summary>
    public void Pair(char first, char second)
    {
        KeepTogether(2);
        Append([(byte)first, (byte)second]);
    }

    /// <summary>Folds here unless the next octets fit on the line; does nothing when no line could hold them.</summary>
    public void KeepTogether(int octets)
    {
        if (column + octets > MaxOctets && octets < MaxOctets) Fold();
    }

    public void End()
    {
        Append("\r\n"u8);
        column = 0;
    }

    // The space that begins the next line counts as one of its octets.
    private void Fold()
    {
        Append("\r\n "u8);
        column = 1;
    }

    private void Append(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Free(octets.Length));
        Advance(octets.Length);
    }

    private void Advance(int octets)
    {
        length += octets;
        column += octets;
    }

    private Span<byte> Free(int octets)
    {
        if (buffer.Length - length < octets)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(length, octets);
    }
}
