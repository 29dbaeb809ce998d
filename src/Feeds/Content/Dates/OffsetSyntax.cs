using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>Reads a signed offset from UTC.</summary>
internal static class OffsetSyntax
{
    private const int MaxMinutes = 14 * 60;

    /// <summary>Splits <c>+02:00</c>, <c>+0200</c>, <c>+02</c> or <c>+2</c> into its parts.</summary>
    /// <param name="length">The number of tokens, with the sign.</param>
    public static bool TryMeasure(Cursor cursor, out Clock clock, out int length)
    {
        clock = default;
        length = 0;
        if (!(cursor.Current.IsLine || cursor.Current.Kind == TokenKind.Plus) || !cursor.IsJoinedNumber(1, 1, 4))
            return false;

        var number = cursor.Ahead(1);
        if (number.Length == 4)
        {
            clock = new Clock(number.Number / 100, 2) { Minute = number.Number % 100 };
            length = 2;
        }
        else if (number.Length <= 2 && cursor.IsJoined(2, TokenKind.Colon) && cursor.IsJoinedNumber(3, 2, 2))
        {
            clock = new Clock(number.Number, number.Length) { Minute = cursor.Ahead(3).Number };
            length = 4;
        }
        else if (number.Length <= 2)
        {
            clock = new Clock(number.Number, number.Length);
            length = 2;
        }

        // 2024-02-03 -2024-02-04 is a range, and so are 10:00 -11:00 AM and 10:00:00-11:00:00.
        return length > 0
            && ClockSyntax.HalfAt(cursor, length) == HalfDay.Unstated
            && !(cursor.IsJoined(length, TokenKind.Colon) && cursor.IsJoined(length + 1, TokenKind.Number))
            && !(cursor.IsJoined(length, TokenKind.Hyphen) && cursor.IsJoined(length + 1, TokenKind.Number));
    }

    public static bool TryResolve(TokenKind sign, Clock clock, out Offset offset)
    {
        var minutes = clock.Hour * 60 + (clock.Minute ?? 0);
        offset = default;
        if (clock.Minute > 59 || minutes > MaxMinutes) return false;

        offset = Offset.FromSeconds((sign == TokenKind.Plus ? minutes : -minutes) * 60);
        return true;
    }
}
