using System.Globalization;
using System.Text;

namespace Feeds.Formats.Calendar;

/// <summary>Writes components as content lines (RFC 5545 §3.1): names, parameters and values, escaped as each asks.</summary>
internal sealed class ContentLineWriter : IComponentWriter, IDisposable
{
    private readonly FoldedLines lines = new();

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

    public void Integer(int value) => Value(value.ToString(CultureInfo.InvariantCulture));

    public void Value(ReadOnlySpan<byte> type, string value) => Value(value);

    public void Date(DateOnly value) => Value(value.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    public void Local(DateTime value) => Value(value.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));

    public void Utc(DateTime value) => Value(value.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public void UtcOffset(TimeSpan value)
    {
        var digits = value.ToString(value.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
        Value((value < TimeSpan.Zero ? "-" : "+") + digits);
    }

    public void Position(string latitude, string longitude) => Value($"{latitude};{longitude}");

    public void Recurrence(string rule) => Value(rule);

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

    private void Value(string value)
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
            if (escapes.PlainLength(rest) is > 0 and var plain)
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
