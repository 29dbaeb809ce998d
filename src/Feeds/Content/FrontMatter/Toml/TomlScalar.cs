using NodaTime;

namespace Feeds.Content.FrontMatter;

/// <summary>What TOML makes of an unquoted value.</summary>
internal enum TomlScalarKind
{
    Unknown,
    Known,
    TooLarge,
    NoSuchTime,
}

/// <summary>Tells the unquoted values of TOML 1.0 from text that lacks its quotes.</summary>
internal static class TomlScalar
{
    public static TomlScalarKind KindOf(ReadOnlySpan<char> text)
    {
        if (text is "true" or "false")
            return TomlScalarKind.Known;
        if (text.IsEmpty)
            return TomlScalarKind.Unknown;

        var unsigned = text[0] is '+' or '-' ? text[1..] : text;
        if (unsigned is "inf" or "nan" || IsFloat(unsigned))
            return TomlScalarKind.Known;
        if (IsInteger(text, unsigned, out var radix))
            return Fits(text, radix) ? TomlScalarKind.Known : TomlScalarKind.TooLarge;
        return KindOfTime(text);
    }

    private static bool IsInteger(ReadOnlySpan<char> text, ReadOnlySpan<char> unsigned, out int radix)
    {
        radix = text.Length < 2 ? 10 : (text[0], text[1]) switch
        {
            ('0', 'x') => 16,
            ('0', 'o') => 8,
            ('0', 'b') => 2,
            _ => 10,
        };
        return radix == 10 ? DecimalLength(unsigned) is var length && length > 0 && length == unsigned.Length : IsDigits(text[2..], radix);
    }

    private static bool IsFloat(ReadOnlySpan<char> text)
    {
        var at = DecimalLength(text);
        if (at == 0 || at == text.Length)
            return false;

        if (text[at] == '.')
        {
            var digits = DigitsLength(text[(at + 1)..], 10);
            if (digits == 0)
                return false;
            at += 1 + digits;
        }

        if (at == text.Length)
            return true;
        if (text[at] is not ('e' or 'E'))
            return false;

        at++;
        if (at < text.Length && text[at] is '+' or '-')
            at++;
        return IsDigits(text[at..], 10);
    }

    /// <summary>The length of a decimal number, which has no zero before its other digits.</summary>
    private static int DecimalLength(ReadOnlySpan<char> text)
    {
        var length = DigitsLength(text, 10);
        return length > 1 && text[0] == '0' ? 0 : length;
    }

    private static bool IsDigits(ReadOnlySpan<char> text, int radix) => !text.IsEmpty && DigitsLength(text, radix) == text.Length;

    /// <summary>The length of a run of digits, which may have single underscores between them.</summary>
    private static int DigitsLength(ReadOnlySpan<char> text, int radix)
    {
        var at = 0;
        while (at < text.Length && (IsDigit(text[at], radix) || at > 0 && text[at] == '_' && text[at - 1] != '_'))
            at++;
        return at > 0 && text[at - 1] == '_' ? 0 : at;
    }

    private static bool IsDigit(char c, int radix) => char.IsAsciiHexDigit(c) && DigitOf(c) < radix;

    private static int DigitOf(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static bool Fits(ReadOnlySpan<char> text, int radix)
    {
        var limit = (UInt128)long.MaxValue + (text[0] == '-' ? 1u : 0u);
        UInt128 value = 0;
        foreach (var c in radix == 10 ? text : text[2..])
        {
            if (!char.IsAsciiHexDigit(c))
                continue;
            value = value * (uint)radix + (uint)DigitOf(c);
            if (value > limit)
                return false;
        }

        return true;
    }

    private static TomlScalarKind KindOfTime(ReadOnlySpan<char> text)
    {
        const string Date = "0000-00-00";
        var exists = true;
        if (Has(text, Date))
        {
            exists = IsDay(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
            if (text.Length == Date.Length)
                return Found(exists);
            if (text[Date.Length] is not ('T' or 't' or ' '))
                return TomlScalarKind.Unknown;
            text = text[(Date.Length + 1)..];
            if (!TryCutOffset(ref text, ref exists))
                return TomlScalarKind.Unknown;
        }

        const string Time = "00:00:00";
        if (!Has(text, Time) || text.Length > Time.Length && !(text[Time.Length] == '.' && IsPlainDigits(text[(Time.Length + 1)..])))
            return TomlScalarKind.Unknown;

        return Found(exists && Number(text, 0, 2) < 24 && Number(text, 3, 2) < 60 && Number(text, 6, 2) <= 60);
    }

    private static bool TryCutOffset(ref ReadOnlySpan<char> time, ref bool exists)
    {
        if (time.IsEmpty)
            return false;
        if (time[^1] is 'Z' or 'z')
        {
            time = time[..^1];
            return true;
        }

        var sign = time.IndexOfAny('+', '-');
        if (sign < 0)
            return true;

        const string Offset = "00:00";
        var offset = time[(sign + 1)..];
        time = time[..sign];
        if (offset.Length != Offset.Length || !Has(offset, Offset))
            return false;

        exists &= Number(offset, 0, 2) < 24 && Number(offset, 3, 2) < 60;
        return true;
    }

    private static TomlScalarKind Found(bool exists) => exists ? TomlScalarKind.Known : TomlScalarKind.NoSuchTime;

    private static bool IsDay(int year, int month, int day) =>
        year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    /// <summary>Whether the text begins like the pattern, in which <c>0</c> stands for any digit.</summary>
    private static bool Has(ReadOnlySpan<char> text, string pattern)
    {
        if (text.Length < pattern.Length)
            return false;

        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != pattern[i])
                return false;
        }

        return true;
    }

    private static bool IsPlainDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> text, int start, int length)
    {
        var number = 0;
        foreach (var digit in text.Slice(start, length))
            number = number * 10 + digit - '0';
        return number;
    }
}
