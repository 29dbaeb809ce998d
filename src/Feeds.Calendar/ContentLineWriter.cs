using System.Globalization;
using System.Text;
using NodaTime;

namespace Feeds.Calendar;

/// <summary>Collects content lines (RFC 5545 §3.1): names, parameters and values, escaped as each asks.</summary>
internal sealed class ContentLineWriter
{
    private readonly FoldedLines lines = new();

    /// <summary>The lines so far.</summary>
    public ReadOnlySpan<byte> Written => lines.Written;

    /// <summary>A whole line of ASCII that needs no escape.</summary>
    public void Line(ReadOnlySpan<byte> line)
    {
        Ascii(line);
        End();
    }

    /// <summary>A property whose value is TEXT (RFC 5545 §3.3.11); no line at all when there is no value.</summary>
    /// <param name="property">The name, with its parameters if it has any.</param>
    /// <param name="value">The text, not escaped.</param>
    public void Text(ReadOnlySpan<byte> property, string? value)
    {
        if (value is null) return;
        Ascii(property);
        Ascii(":"u8);
        Text(value);
        End();
    }

    /// <summary>A property whose value is a URI (RFC 5545 §3.3.13); no line at all when there is no value.</summary>
    public void Uri(ReadOnlySpan<byte> property, Uri? value)
    {
        if (value is null) return;
        Ascii(property);
        Ascii(":"u8);
        Ascii(Require.Ascii(value));
        End();
    }

    /// <summary>A property whose value is a time in UTC (RFC 5545 §3.3.5, form 2); no line at all when there is no value.</summary>
    public void Utc(ReadOnlySpan<byte> property, Instant? value)
    {
        if (value is null) return;
        Ascii(property);
        Ascii(":"u8);
        Utc(value.Value);
        End();
    }

    /// <summary>A part of a line that is ASCII and needs no escape.</summary>
    public void Ascii(ReadOnlySpan<byte> part) => lines.Ascii(part);

    /// <inheritdoc cref="Ascii(ReadOnlySpan{byte})"/>
    public void Ascii(string part) => lines.Characters(part);

    /// <summary>A parameter whose value is quoted (RFC 5545 §3.2) with the escapes of RFC 6868.</summary>
    public void Parameter(ReadOnlySpan<byte> name, string value)
    {
        Ascii(";"u8);
        Ascii(name);
        Ascii("=\""u8);
        Escaped(value, Escapes.OfParameter);
        Ascii("\""u8);
    }

    /// <summary>A TEXT value, or one of a list of them (RFC 5545 §3.3.11).</summary>
    public void Text(string value) => Escaped(value, Escapes.OfText);

    /// <summary>A time in UTC (RFC 5545 §3.3.5, form 2), without its fraction of a second.</summary>
    public void Utc(Instant time)
    {
        Local(time.InUtc().LocalDateTime);
        Ascii("Z"u8);
    }

    /// <summary>A time as a clock on the wall shows it (RFC 5545 §3.3.5), without its fraction of a second.</summary>
    public void Local(LocalDateTime time)
    {
        Date(time.Date);
        Ascii("T"u8);
        Digits((time.Hour * 10_000) + (time.Minute * 100) + time.Second, 6);
    }

    /// <summary>A date (RFC 5545 §3.3.4).</summary>
    public void Date(LocalDate date) => Digits((date.Year * 10_000) + (date.Month * 100) + date.Day, 8);

    /// <summary>A whole number in exactly so many digits.</summary>
    public void Digits(int number, int count)
    {
        Span<byte> digits = stackalloc byte[count];
        for (var i = count - 1; i >= 0; i--, number /= 10) digits[i] = (byte)('0' + (number % 10));
        Ascii(digits);
    }

    /// <summary>Ends the line.</summary>
    public void End() => lines.End();

    private void Escaped(string value, Escapes escapes)
    {
        ReadOnlySpan<char> rest = PlainText.Clean(value);
        while (!rest.IsEmpty)
        {
            var plain = escapes.PlainLength(rest);
            if (plain > 0)
            {
                lines.Characters(rest[..plain]);
                rest = rest[plain..];
                continue;
            }

            var cluster = StringInfo.GetNextTextElementLength(rest);
            Cluster(rest[..cluster], escapes);
            rest = rest[cluster..];
        }
    }

    /// <summary>One grapheme cluster, on one line unless it is longer than a line.</summary>
    private void Cluster(ReadOnlySpan<char> cluster, Escapes escapes)
    {
        var octets = Encoding.UTF8.GetByteCount(cluster);
        foreach (var c in cluster) octets += escapes.Second(c) == '\0' ? 0 : 1;
        lines.KeepTogether(octets);

        foreach (var rune in cluster.EnumerateRunes())
        {
            var second = rune.IsBmp ? escapes.Second((char)rune.Value) : '\0';
            if (second == '\0') lines.CodePoint(rune);
            else lines.Pair(escapes.First, second);
        }
    }
}
