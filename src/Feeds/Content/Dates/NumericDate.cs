using Feeds.Model;

namespace Feeds.Content.Dates;

/// <summary>Reads a date without spaces: <c>2024-02-21</c>, <c>2/13/2022</c>, <c>21-Feb-2024</c>, <c>20240221</c>.</summary>
internal static class NumericDate
{
    /// <summary>Whether there is such a date, even an invalid one with a <paramref name="problem"/>.</summary>
    public static bool TryRead(ref Cursor cursor, DateOrder order, ref Moment moment, ref string? problem)
    {
        var first = cursor.Current;
        if (first.Length == 8)
        {
            (moment.Year, moment.Month, moment.Day) = (first.Number / 10000, first.Number / 100 % 100, first.Number % 100);
            cursor.Skip();
            return true;
        }

        // Word processors may replace one hyphen of a date with a dash.
        var (mark, second, other) = (cursor.Ahead(1), cursor.Ahead(2), cursor.Ahead(3));
        var isMarked = (mark.IsLine || mark.Kind is TokenKind.Slash or TokenKind.Dot)
            && mark.IsJoined && second.IsJoined && other.IsJoined
            && (other.Kind == mark.Kind || (mark.IsLine && other.IsLine))
            && cursor.IsJoined(4, TokenKind.Number);
        if (!isMarked) return false;

        var third = cursor.Ahead(4);
        if (second.Kind == TokenKind.Word && CalendarWords.TryReadMonth(cursor.TextOf(second), out var month))
        {
            if (!TrySet(first, month, third, ref moment, ref problem)) return false;
        }
        else if (second.Kind != TokenKind.Number || second.Length > 2
            || !TrySetNumbers(first, second, third, order, ref moment, ref problem))
        {
            return false;
        }

        cursor.Skip(5);
        return true;
    }

    /// <summary>Reads <c>Date(2018, 9, 12)</c> of Julia.</summary>
    public static bool TryReadCall(ref Cursor cursor, ref Moment moment)
    {
        var (year, month, day) = (cursor.Ahead(2), cursor.Ahead(4), cursor.Ahead(6));
        var isDate = year is { Kind: TokenKind.Number, Length: 4 }
            && month is { Kind: TokenKind.Number, Length: <= 2 }
            && day is { Kind: TokenKind.Number, Length: <= 2 }
            && cursor.Ahead(3).Kind == TokenKind.Comma
            && cursor.Ahead(5).Kind == TokenKind.Comma
            && cursor.Ahead(7).Kind == TokenKind.Close;
        if (!isDate) return false;

        (moment.Year, moment.Month, moment.Day) = (year.Number, month.Number, day.Number);
        cursor.Skip(8);
        return true;
    }

    private static bool TrySet(Token first, int month, Token third, ref Moment moment, ref string? problem)
    {
        if (first.Length == 4 && third.Length <= 2)
            (moment.Year, moment.Month, moment.Day) = (first.Number, month, third.Number);
        else if (first.Length <= 2 && third.Length == 4)
            (moment.Year, moment.Month, moment.Day) = (third.Number, month, first.Number);
        else if (first.Length <= 2 && third.Length <= 2)
            problem = DateErrors.ShortYear;
        else
            return false;

        return true;
    }

    private static bool TrySetNumbers(Token first, Token second, Token third, DateOrder order, ref Moment moment, ref string? problem)
    {
        if (first.Length <= 2 && third.Length == 4)
        {
            var isEither = first.Number is >= 1 and <= 12 && second.Number is >= 1 and <= 12 && first.Number != second.Number;
            if (isEither && order == DateOrder.Unstated)
                problem = DateErrors.Ambiguous(third.Number, first.Number, second.Number);
            else if (second.Number > 12 || order == DateOrder.MonthFirst && first.Number <= 12)
                (first, second) = (second, first);
        }

        return TrySet(first, second.Number, third, ref moment, ref problem);
    }
}
