using NodaTime;

namespace Feeds.Content.Dates;

/// <content>Reads offsets, time zone abbreviations and time zone names in parentheses.</content>
internal ref partial struct MomentParser
{
    private bool TryReadUniversal()
    {
        if (moment.IsEmpty || moment.Offset is { } written && written != Offset.Zero) return false;

        // UTC-05:00 is an offset, and 20:00Z-22:00 a range.
        var isZulu = cursor.IsWord(0, "Z");
        cursor.Skip();
        // Go writes "+0000 UTC".
        if (moment.Offset is not null) return true;

        var isSigned = OffsetSyntax.TryMeasure(cursor, out var clock, out var length) & cursor.Current.IsJoined & !isZulu;
        if (isSigned && OffsetSyntax.TryResolve(cursor.Current.Kind, clock, out var offset))
        {
            moment.Offset = offset;
            cursor.Skip(length);
        }
        else
        {
            moment.Offset = Offset.Zero;
        }

        return true;
    }

    private bool TryReadAbbreviation()
    {
        var word = cursor.TextOf(cursor.Current);
        if (moment.Abbreviation is not null || moment.Clock is null || word.Length is < 2 or > 5 || word.ContainsAnyExceptInRange('A', 'Z'))
            return false;

        moment.Abbreviation = word.ToString();
        cursor.Skip();
        return true;
    }

    /// <summary>Skips an opening parenthesis, with the long name of a zone that JavaScript writes in it.</summary>
    private void SkipZoneName()
    {
        var length = 1;
        while (cursor.Ahead(length).Kind == TokenKind.Word) length++;

        var isName = length > 2 && moment.Offset is not null && cursor.Ahead(length).Kind == TokenKind.Close;
        cursor.Skip(isName ? length + 1 : 1);
    }

    private readonly bool IsOffset()
    {
        if (moment.Offset is not null || moment.IsEmpty || !OffsetSyntax.TryMeasure(cursor, out var clock, out var length))
            return false;
        if (moment.Clock is not { } time) return moment.HasDate && clock.Minute is not null;
        if (clock.HourDigits == 1 || !OffsetSyntax.TryResolve(cursor.Current.Kind, clock, out var offset)) return false;
        if (reading == Reading.Date || (isEnd && !time.IsBare) || moment.IsClockIso || cursor.Current.Kind == TokenKind.Plus)
            return true;

        // Programs write 10:00:00-03; a range has seconds on both sides or on none.
        if (time.Second is not null && (moment.HasDate || offset != Offset.Zero)) return true;

        // After an hour and minute a hyphen begins the end, as in 20:00-00:00, but Jekyll writes the offset "2018-03-15 18:00 -0800".
        return (moment.HasDate || IsSeparator(length)) && !cursor.Current.IsJoined && IsSeparateOffset(time, clock);
    }

    private readonly bool IsSeparateOffset(Clock time, Clock clock)
    {
        // No place has the offset -12:00 or -00:00.
        if (cursor.Current.Kind != TokenKind.Hyphen || clock.Hour is 0 or >= 12) return false;
        if (cursor.Ahead(1).Length == 4) return true;
        return !time.IsBefore(clock) && time.Half == HalfDay.Unstated && !time.IsBare;
    }

    private bool TryReadOffset()
    {
        if (moment.Offset is not null || moment.IsEmpty || !OffsetSyntax.TryMeasure(cursor, out var clock, out var length))
            return false;
        if (!OffsetSyntax.TryResolve(cursor.Current.Kind, clock, out var offset))
        {
            problem = DateErrors.Offset;
            return false;
        }

        moment.Offset = offset;
        cursor.Skip(length);
        return true;
    }
}
