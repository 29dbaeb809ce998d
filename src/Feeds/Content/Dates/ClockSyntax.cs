namespace Feeds.Content.Dates;

/// <summary>The unambiguous spellings of a time in its context, where each allows those before it.</summary>
internal enum ClockSpelling
{
    /// <summary>18:30, 18h30, 6 PM, noon.</summary>
    Marked,

    /// <summary>18.30, which within a date is a day and a month.</summary>
    Dotted,

    /// <summary>1830, which beside a date is a year.</summary>
    FourDigits,

    /// <summary>18 and 183000, which are times only after a T.</summary>
    Digits,
}

/// <summary>Reads a time of day, with or without AM or PM.</summary>
internal static class ClockSyntax
{
    private const int NanosecondDigits = 9;

    public static bool TryRead(ref Cursor cursor, ClockSpelling spelling, out Clock clock)
    {
        if (cursor.IsWord(0, "noon", "midnight"))
        {
            var isMidnight = cursor.IsWord(0, "midnight");
            clock = new Clock(isMidnight ? 0 : 12, 2) { Minute = 0, IsMidnight = isMidnight };
            cursor.Skip();
            return true;
        }

        clock = default;
        if (cursor.Current is not { Kind: TokenKind.Number, Number: >= 0 } hour) return false;

        if (hour.Length > 2) return TryReadDigits(ref cursor, spelling, out clock);

        clock = new Clock(hour.Number, hour.Length);
        var length = MinuteMark(cursor, spelling);
        if (length > 0)
        {
            clock = clock with { Minute = cursor.Ahead(length).Number };
            cursor.Skip(length + 1);
            if (cursor.IsJoined(0, TokenKind.Colon) && cursor.IsJoinedNumber(1, 1, 2))
            {
                clock = clock with { Second = cursor.Ahead(1).Number };
                cursor.Skip(2);
                clock = clock with { Nanosecond = ReadFraction(ref cursor) };
            }
        }
        else if (HalfAt(cursor, 1) != HalfDay.Unstated)
        {
            cursor.Skip();
        }
        else if (IsHourMark(cursor, 1) || spelling == ClockSpelling.Digits)
        {
            clock = clock with { Minute = 0 };
            cursor.Skip();
        }
        else
        {
            return false;
        }

        clock = clock with { Half = ReadHalf(ref cursor) };
        SkipHourWord(ref cursor);
        return true;
    }

    /// <summary>The number of tokens to the minutes; 0 when there are none.</summary>
    private static int MinuteMark(Cursor cursor, ClockSpelling spelling)
    {
        if (cursor.IsJoined(1, TokenKind.Colon)) return cursor.IsJoinedNumber(2, 1, 2) ? 2 : 0;
        if (IsHourMark(cursor, 1)) return cursor.IsJoinedNumber(2, 2, 2) ? 2 : 0;

        var isDotted = spelling >= ClockSpelling.Dotted
            && cursor.IsJoined(1, TokenKind.Dot)
            && cursor.IsJoinedNumber(2, 2, 2)
            && !(cursor.IsJoined(3, TokenKind.Dot) && cursor.IsJoined(4, TokenKind.Number));
        return isDotted ? 2 : 0;
    }

    private static bool TryReadDigits(ref Cursor cursor, ClockSpelling spelling, out Clock clock)
    {
        clock = default;
        var token = cursor.Current;
        if (token.Length == 4 && spelling >= ClockSpelling.FourDigits)
            clock = new Clock(token.Number / 100, 2) { Minute = token.Number % 100 };
        else if (token.Length == 6 && spelling == ClockSpelling.Digits)
            clock = new Clock(token.Number / 10000, 2) { Minute = token.Number / 100 % 100, Second = token.Number % 100 };
        else
            return false;

        cursor.Skip();
        if (clock.Second is not null) clock = clock with { Nanosecond = ReadFraction(ref cursor) };
        SkipHourWord(ref cursor);
        return true;
    }

    private static int ReadFraction(ref Cursor cursor)
    {
        if (!(cursor.IsJoined(0, TokenKind.Dot) || cursor.IsJoined(0, TokenKind.Comma)) || !cursor.IsJoined(1, TokenKind.Number))
            return 0;

        var digits = cursor.TextOf(cursor.Ahead(1));
        var nanoseconds = 0;
        for (var i = 0; i < NanosecondDigits; i++)
            nanoseconds = nanoseconds * 10 + (i < digits.Length ? digits[i] - '0' : 0);

        cursor.Skip(2);
        return nanoseconds;
    }

    private static HalfDay ReadHalf(ref Cursor cursor)
    {
        var half = HalfAt(cursor, 0);
        if (half == HalfDay.Unstated) return half;

        // "p.m." is four tokens, its last dot may be missing, and "pm." ends with one, too.
        cursor.Skip(cursor.Current.Length == 1 ? 3 : 1);
        if (cursor.IsJoined(0, TokenKind.Dot)) cursor.Skip();
        return half;
    }

    public static HalfDay HalfAt(Cursor cursor, int ahead)
    {
        if (cursor.Ahead(ahead).Kind != TokenKind.Word) return HalfDay.Unstated;

        var isDotted = cursor.IsJoined(ahead + 1, TokenKind.Dot) && cursor.IsWord(ahead + 2, "m");
        if (cursor.IsWord(ahead, "am") || isDotted && cursor.IsWord(ahead, "a")) return HalfDay.Morning;
        return cursor.IsWord(ahead, "pm") || isDotted && cursor.IsWord(ahead, "p") ? HalfDay.Afternoon : HalfDay.Unstated;
    }

    private static bool IsHourMark(Cursor cursor, int ahead) => cursor.IsJoined(ahead, TokenKind.Word) && cursor.IsWord(ahead, "h");

    private static void SkipHourWord(ref Cursor cursor)
    {
        if (IsHourMark(cursor, 0) || cursor.IsWord(0, "hrs")) cursor.Skip();
    }
}
