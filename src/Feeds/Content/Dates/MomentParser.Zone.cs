using NodaTime;

namespace Feeds.Content.Dates;

/// <content>The parts that tell of a zone: an offset, a zone's abbreviation, its name in parentheses.</content>
internal ref partial struct MomentParser
{
    private readonly bool IsUniversal(int ahead) =>
        cursor.IsWord(ahead, "UTC") || cursor.IsWord(ahead, "GMT") || cursor.IsWord(ahead, "Z") || cursor.IsWord(ahead, "UT");

    private bool TryReadUniversal()
    {
        if (moment.IsEmpty || moment.Offset is { } written && written != Offset.Zero)
            return false;

        cursor.Skip();
        // "+0000 UTC" is how Go writes it.
        if (moment.Offset is not null)
            return true;

        var isSigned = OffsetSyntax.TryMeasure(cursor, out var clock, out var length) & cursor.Current.IsJoined;
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

    /// <summary>Skips an opening parenthesis, and the whole of one that JavaScript fills with the long name of a zone.</summary>
    private void SkipZoneName()
    {
        var length = 1;
        while (cursor.Ahead(length).Kind == TokenKind.Word)
            length++;

        var isName = length > 2 && moment.Offset is not null && cursor.Ahead(length).Kind == TokenKind.Close;
        cursor.Skip(isName ? length + 1 : 1);
    }

    private readonly bool IsOffset()
    {
        if (moment.Offset is not null || moment.IsEmpty || !OffsetSyntax.TryMeasure(cursor, out var clock, out _))
            return false;
        if (moment.Clock is not { } time)
            return moment.HasDate && clock.Minute is not null;
        if (clock.HourDigits == 1 || !OffsetSyntax.TryResolve(cursor.Current.Kind, clock, out _))
            return false;
        if (reading == Reading.Date || time.Second is not null || moment.IsClockIso || cursor.Current.Kind == TokenKind.Plus)
            return true;

        // 18:30-07:00 can only be meant as an offset, 10:00-12:00 as a range.
        var isFourDigits = cursor.Ahead(1).Length == 4;
        if (time.IsBefore(clock) && !(isFourDigits && !cursor.Current.IsJoined))
            return false;
        return isFourDigits || cursor.Current.Kind == TokenKind.Hyphen && time.Half == HalfDay.Unstated && !time.IsBare;
    }

    private bool TryReadOffset()
    {
        if (moment.Offset is not null || moment.IsEmpty || !OffsetSyntax.TryMeasure(cursor, out var clock, out var length))
            return false;
        if (!OffsetSyntax.TryResolve(cursor.Current.Kind, clock, out var offset))
        {
            problem = Problems.Offset;
            return false;
        }

        moment.Offset = offset;
        cursor.Skip(length);
        return true;
    }
}
