using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>Writes components as content lines (RFC 5545 §3.1): names, parameters and values, escaped as each asks.</summary>
internal sealed class ContentLineWriter : IComponentWriter, IDisposable
{
    private readonly FoldedLines lines = new();

    /// <summary>The lines so far.</summary>
    public ReadOnlySpan<byte> Written => lines.Written;

    public void Dispose() => lines.Dispose();

    public void Begin(ReadOnlySpan<byte> component)
    {
        lines.Ascii("BEGIN:"u8);
        EndWith(component);
    }

    public void End(ReadOnlySpan<byte> component)
    {
        lines.Ascii("END:"u8);
        EndWith(component);
    }

    public void Property(ReadOnlySpan<byte> name) => lines.Ascii(name);

    public void ValueType(ReadOnlySpan<byte> type)
    {
        lines.Ascii(";VALUE="u8);
        lines.Ascii(type);
    }

    public void Keyword(ReadOnlySpan<byte> name, string value)
    {
        BeginParameter(name);
        lines.Characters(value);
    }

    // Quoted (RFC 5545 §3.2) with the escapes of RFC 6868.
    public void Parameter(ReadOnlySpan<byte> name, string value)
    {
        BeginParameter(name);
        lines.Ascii("\""u8);
        Escaped(value, Escapes.OfParameter);
        lines.Ascii("\""u8);
    }

    public void Text(string value)
    {
        lines.Ascii(":"u8);
        Escaped(value, Escapes.OfText);
        lines.End();
    }

    public void Texts(ImmutableArray<string> values)
    {
        var separator = ":"u8;
        foreach (var value in values)
        {
            lines.Ascii(separator);
            Escaped(value, Escapes.OfText);
            separator = ","u8;
        }

        lines.End();
    }

    public void Unknown(string value) => Text(value);

    public void Integer(int value) => Characters(value.ToString(CultureInfo.InvariantCulture));

    public void Uri(string value) => Characters(value);

    public void CalendarAddress(string value) => Characters(value);

    public void Date(LocalDate value)
    {
        lines.Ascii(":"u8);
        Digits(value);
        lines.End();
    }

    public void Local(LocalDateTime value)
    {
        lines.Ascii(":"u8);
        Digits(value);
        lines.End();
    }

    public void Utc(Instant value)
    {
        lines.Ascii(":"u8);
        Digits(value.InUtc().LocalDateTime);
        EndWith("Z"u8);
    }

    public void Duration(Duration value) => Characters(DurationText.Of(value));

    public void UtcOffset(Offset value)
    {
        var seconds = Math.Abs(value.Seconds);
        lines.Ascii(value < Offset.Zero ? ":-"u8 : ":+"u8);
        Digits((seconds / 3600 * 100) + (seconds / 60 % 60), 4);
        if (seconds % 60 != 0) Digits(seconds % 60, 2);
        lines.End();
    }

    public void Position(string latitude, string longitude)
    {
        lines.Ascii(":"u8);
        lines.Characters(latitude);
        lines.Ascii(";"u8);
        lines.Characters(longitude);
        lines.End();
    }

    public void Recurrence(string rule) => Characters(rule);

    private void BeginParameter(ReadOnlySpan<byte> name)
    {
        lines.Ascii(";"u8);
        lines.Ascii(name);
        lines.Ascii("="u8);
    }

    private void Digits(LocalDateTime time)
    {
        Digits(time.Date);
        lines.Ascii("T"u8);
        Digits((time.Hour * 10_000) + (time.Minute * 100) + time.Second, 6);
    }

    private void Digits(LocalDate date) => Digits((date.Year * 10_000) + (date.Month * 100) + date.Day, 8);

    private void Digits(int number, int count)
    {
        Span<byte> digits = stackalloc byte[count];
        for (var i = count - 1; i >= 0; i--, number /= 10) digits[i] = (byte)('0' + (number % 10));
        lines.Ascii(digits);
    }

    private void Characters(string value)
    {
        lines.Ascii(":"u8);
        lines.Characters(value);
        lines.End();
    }

    private void EndWith(ReadOnlySpan<byte> ascii)
    {
        lines.Ascii(ascii);
        lines.End();
    }

    private void Escaped(string value, Escapes escapes)
    {
        ReadOnlySpan<char> rest = CalendarText.Clean(value);
        while (!rest.IsEmpty)
        {
            var plain = escapes.PlainLength(rest);
            if (plain > 0)
            {
                lines.Characters(rest[..plain]);
                rest = rest[plain..];
                continue;
            }

            // Nothing in ASCII joins what is before it.
            if (escapes.Second(rest[0]) is not '\0' and var second && (rest.Length == 1 || char.IsAscii(rest[1])))
            {
                lines.Pair(escapes.First, second);
                rest = rest[1..];
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
