using System.Globalization;
using System.Text;

namespace Feeds.Formats.Calendar;

/// <summary>Writes components as content lines (RFC 5545 §3.1): names, parameters and values, escaped as each asks.</summary>
internal sealed class ContentLineWriter : IComponentWriter, IDisposable
{
    private readonly FoldedLines lines = new();

    /// <summary>The lines so far.</summary>
    public ReadOnlySpan<byte> Written => lines.Written;

    public void Dispose() => lines.Dispose();

    /// <summary>Writes the lines so far, and begins anew.</summary>
    public void MoveTo(Stream output)
    {
        output.Write(lines.Written);
        lines.Clear();
    }

    public void Begin(string component) => Line("BEGIN:", component);

    public void End(string component) => Line("END:", component);

    public void Property(string name) => lines.Characters(name);

    public void ValueType(string type) => Keyword("VALUE", type);

    public void Keyword(string name, string value)
    {
        BeginParameter(name);
        lines.Characters(value);
    }

    // Quoted (RFC 5545 §3.2) with the escapes of RFC 6868.
    public void Parameter(string name, string value)
    {
        BeginParameter(name);
        lines.Ascii("\""u8);
        Escaped(value, Escapes.OfParameter);
        lines.Ascii("\""u8);
    }

    public void Texts(IEnumerable<string> values)
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

    public void Unknown(string value) => Texts([value]);

    public void Integer(int value) => Characters(value.ToString(CultureInfo.InvariantCulture));

    public void Uri(string value) => Characters(value);

    public void CalendarAddress(string value) => Characters(value);

    public void Date(DateOnly value)
    {
        lines.Ascii(":"u8);
        Digits(value.Year, value.Month, value.Day);
        lines.End();
    }

    public void Local(DateTime value)
    {
        Digits(value);
        lines.End();
    }

    public void Utc(DateTime value)
    {
        Digits(value);
        lines.Ascii("Z"u8);
        lines.End();
    }

    public void Duration(string value) => Characters(value);

    public void UtcOffset(TimeSpan value)
    {
        lines.Ascii(value < TimeSpan.Zero ? ":-"u8 : ":+"u8);
        value = value.Duration();
        Digits((value.Hours * 100) + value.Minutes, 4);
        if (value.Seconds != 0) Digits(value.Seconds, 2);
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

    private void Line(string name, string component)
    {
        lines.Characters(name);
        lines.Characters(component);
        lines.End();
    }

    private void BeginParameter(string name)
    {
        lines.Ascii(";"u8);
        lines.Characters(name);
        lines.Ascii("="u8);
    }

    private void Digits(DateTime time)
    {
        lines.Ascii(":"u8);
        Digits(time.Year, time.Month, time.Day);
        lines.Ascii("T"u8);
        Digits((time.Hour * 10_000) + (time.Minute * 100) + time.Second, 6);
    }

    private void Digits(int year, int month, int day) => Digits((year * 10_000) + (month * 100) + day, 8);

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
