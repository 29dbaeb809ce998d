using System.Diagnostics.CodeAnalysis;
using Feeds.Model;

namespace Feeds.Content.Dates;

/// <summary>The expected content of a text.</summary>
internal enum Reading
{
    Date,
    DateRange,
    Time,
}

/// <summary>Reads the parts of a date and time, in any order, up to the separator of a range.</summary>
internal ref partial struct MomentParser(Cursor cursor, Reading reading, DateOrder order)
{
    private Cursor cursor = cursor;
    private Moment moment;
    private string? problem;
    private bool isEnd;
    private bool isEndOfTime;

    private readonly string NotUnderstood => reading == Reading.Time ? DateErrors.NotATime : DateErrors.NotADate;

    /// <summary>Reads one moment, or the two of a range.</summary>
    public static bool TryRead(
        string text, Reading reading, DateOrder order, out Moment start, out Moment? end, [NotNullWhen(false)] out string? problem)
    {
        Span<Token> tokens = stackalloc Token[Token.MaxCount];
        end = null;
        var parser = new MomentParser(new Cursor(text, tokens[..Token.Split(text, tokens)]), reading, order);
        if (parser.TryReadMoment(out start) && parser.TryReadEnd(out end))
        {
            problem = null;
            return true;
        }

        problem = parser.problem ?? parser.NotUnderstood;
        return false;
    }

    /// <summary>Reads the start of a range with an invalid end.</summary>
    public static bool TryReadStart(string text, Reading reading, DateOrder order, out Moment start)
    {
        Span<Token> tokens = stackalloc Token[Token.MaxCount];
        var parser = new MomentParser(new Cursor(text, tokens[..Token.Split(text, tokens)]), reading, order);
        return parser.TryReadMoment(out start) && parser.cursor.Current.Kind != TokenKind.End;
    }

    private bool TryReadEnd(out Moment? end)
    {
        end = null;
        if (cursor.Current.Kind == TokenKind.End) return true;

        cursor.Skip();
        (isEnd, isEndOfTime) = (true, moment.Clock is not null);
        var isRead = TryReadMoment(out var second) && cursor.Current.Kind == TokenKind.End;
        end = second;
        return isRead;
    }

    private bool TryReadMoment(out Moment read)
    {
        moment = default;
        while (cursor.Current.Kind != TokenKind.End && !IsSeparator())
        {
            if (TryReadPart()) continue;
            read = default;
            return false;
        }

        read = moment;
        return !moment.IsEmpty;
    }

    private readonly bool IsSeparator() => IsSeparator(0) && !(cursor.Current.IsLine && IsOffset());

    private readonly bool IsSeparator(int ahead) =>
        cursor.Ahead(ahead) is { IsLine: true } or { Kind: TokenKind.Slash }
        || cursor.IsWord(ahead, "to", "until", "till", "til", "through");

    private bool TryReadPart()
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.Number:
                return TryReadNumber();
            case TokenKind.Word:
                return TryReadWord();
            case TokenKind.Plus or TokenKind.Hyphen or TokenKind.Dash:
                return TryReadOffset();
            case TokenKind.Open:
                SkipZoneName();
                return true;
            case TokenKind.Comma or TokenKind.Close or TokenKind.At:
                cursor.Skip();
                return true;
            default:
                return false;
        }
    }

    private bool TryReadNumber()
    {
        var spelling = moment.HasDate ? ClockSpelling.Dotted : ClockSpelling.Marked;
        if (TryReadClock(reading == Reading.Time ? ClockSpelling.FourDigits : spelling)) return true;

        var number = cursor.Current;
        if (reading != Reading.Time && !moment.HasDatePart && NumericDate.TryRead(ref cursor, order, ref moment, ref problem))
            return problem is null;
        if (IsFourDigitTime() && TryReadClock(ClockSpelling.FourDigits)) return true;
        if (number.Length == 4 && moment.Year is null)
        {
            moment.Year = number.Number;
            cursor.Skip();
            return true;
        }

        return number.Length <= 2 && TryReadShortNumber(number);
    }

    private bool TryReadClock(ClockSpelling spelling)
    {
        if (moment.Clock is not null || !ClockSyntax.TryRead(ref cursor, spelling, out var clock)) return false;
        moment.Clock = clock;
        return true;
    }

    /// <summary>Whether a number is a time such as 2200; beside a date only in a range such as 2200-0200 or 22:00-0200.</summary>
    private readonly bool IsFourDigitTime()
    {
        if (reading != Reading.DateRange || moment.Clock is not null || cursor.Current.Length != 4) return false;
        if (isEnd) return isEndOfTime && !moment.HasDatePart;
        return moment.HasDate
            && cursor.Ahead(1).IsLine
            && cursor.Ahead(2) is { Kind: TokenKind.Number, Length: 4 }
            && !cursor.Ahead(3).IsLine;
    }

    private bool TryReadShortNumber(Token number)
    {
        cursor.Skip();
        if (moment.Day is null && reading != Reading.Time)
        {
            (moment.Day, moment.IsDayPlain) = (number.Number, !SkipOrdinalSuffix());
            return true;
        }

        if (moment.Clock is null && (moment.HasDate || reading == Reading.Time))
        {
            moment.Clock = new Clock(number.Number, number.Length);
            return true;
        }

        if (moment.Month is not null && moment.Year is null) problem = DateErrors.ShortYear;
        return false;
    }

    private bool SkipOrdinalSuffix()
    {
        if (cursor.IsJoined(0, TokenKind.Dot))
        {
            cursor.Skip();
            return false;
        }

        var isOrdinal = cursor.Current.IsJoined && cursor.IsWord(0, "st", "nd", "rd", "th");
        if (isOrdinal) cursor.Skip();
        return isOrdinal;
    }

    private bool TryReadWord()
    {
        var word = cursor.TextOf(cursor.Current);
        if (CalendarWords.TryReadMonth(word, out var month))
        {
            if (moment.Month is not null) return false;
            moment.Month = month;
            SkipName();
            return true;
        }

        if (CalendarWords.TryReadWeekday(word, out var weekday))
        {
            if (moment.Weekday is not null) return false;
            moment.Weekday = weekday;
            SkipName();
            return true;
        }

        if (moment.HasDate && moment.Clock is null && cursor.IsWord(0, "T") && cursor.IsJoined(1, TokenKind.Number))
        {
            cursor.Skip();
            var isClock = ClockSyntax.TryRead(ref cursor, ClockSpelling.Digits, out var iso);
            (moment.Clock, moment.IsClockIso) = (iso, true);
            return isClock;
        }

        if (TryReadClock(ClockSpelling.Marked)) return true;
        if (!moment.HasDatePart && cursor.IsWord(0, "Date") && cursor.Ahead(1).Kind == TokenKind.Open)
            return NumericDate.TryReadCall(ref cursor, ref moment);

        return cursor.IsWord(0, "UTC", "GMT", "Z", "UT") ? TryReadUniversal() : TryReadAbbreviation() || TrySkipFiller();
    }

    private void SkipName()
    {
        cursor.Skip();
        if (cursor.IsJoined(0, TokenKind.Dot)) cursor.Skip();
    }

    private bool TrySkipFiller()
    {
        var isFiller = cursor.IsWord(0, "at", "of", "on", "the", "from");
        if (isFiller) cursor.Skip();
        return isFiller;
    }
}
