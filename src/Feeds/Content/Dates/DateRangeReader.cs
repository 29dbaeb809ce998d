using System.Diagnostics.CodeAnalysis;
using Feeds.Model;

namespace Feeds.Content.Dates;

/// <summary>Reads a date or a range of dates, where each side may omit what the other contains.</summary>
internal static class DateRangeReader
{
    /// <param name="problem">A half sentence that follows the quoted text.</param>
    public static bool TryRead(string text, DateOrder order, out DateRange value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        if (!MomentReader.TryRead(text, Reading.DateRange, order, out var start, out var second, out problem))
            return false;
        if (second is not { } end)
        {
            var isDate = start.TryResolve(out var date, out problem);
            value = new DateRange(date, null);
            return isDate;
        }

        var hasOneDate = ShareDate(ref start, ref end);
        ShareClock(ref start, ref end);
        if (start.Clock is null && end.Clock is not null)
        {
            problem = DateErrors.TimeAtEndOnly;
            return false;
        }

        if (!start.TryResolve(out var first, out problem)) return false;
        if (hasOneDate && end.Clock is { } clock && start.Offset == end.Offset)
        {
            var isTime = clock.TryResolveEnd(out var time, out problem);
            value = new DateRange(first, null, time);
            return isTime;
        }

        var isRead = end.TryResolve(out var last, out problem);
        value = new DateRange(first, last);
        if (!isRead || !DateSpelling.JoinsDays(text) || last.Date == first.Date.PlusDays(1)) return isRead;
        problem = DateErrors.SeparateDays;
        return false;
    }

    /// <summary>Reads a single date, where a hyphen after a time begins a range and not an offset.</summary>
    /// <param name="problem">A half sentence that follows the quoted text.</param>
    public static bool TryReadDate(string text, DateOrder order, out DateText value, [NotNullWhen(false)] out string? problem)
    {
        var isRead = TryRead(text, order, out var range, out problem);
        value = range.Start;
        if (!isRead || range is { End: null, EndTime: null }) return isRead;

        problem = DateErrors.Range;
        return false;
    }

    /// <summary>Reads the start of a range with an invalid end.</summary>
    public static bool TryReadStart(string text, DateOrder order, out DateText value)
    {
        value = default;
        return MomentParser.TryReadStart(text, Reading.DateRange, order, out var start) && start.TryResolve(out value, out _);
    }

    /// <summary>Copies the parts of the date that only one side has; true when a side had no date at all.</summary>
    private static bool ShareDate(ref Moment start, ref Moment end)
    {
        if (start.Clock is not null && end is { Clock: null, Day: not null, IsDayPlain: true, Month: null, Year: null, Weekday: null })
            end.TakeDayAsHour();
        if (end.Clock is not null && start is { Clock: null, Day: not null, IsDayPlain: true, Month: null, Year: null, Weekday: null })
            start.TakeDayAsHour();

        if (!end.HasDatePart)
        {
            end.TakeDate(start);
            return true;
        }

        if (!start.HasDatePart)
        {
            start.TakeDate(end);
            return true;
        }

        (start.Month, end.Month) = (start.Month ?? end.Month, end.Month ?? start.Month);
        (start.Year, end.Year) = (start.Year ?? end.Year, end.Year ?? start.Year);
        return false;
    }

    private static void ShareClock(ref Moment start, ref Moment end)
    {
        if (start.Clock is not { } from || end.Clock is not { } until) return;

        Clock.ShareHalf(ref from, ref until);
        (start.Clock, end.Clock) = (from, until);
        if (!start.HasZone)
            (start.Offset, start.Abbreviation) = (end.Offset, end.Abbreviation);
        else if (!end.HasZone)
            (end.Offset, end.Abbreviation) = (start.Offset, start.Abbreviation);
    }
}
