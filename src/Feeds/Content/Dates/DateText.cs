using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>A date as an author wrote it, with whatever was written beside it.</summary>
/// <param name="Offset">The offset as written; <c>UTC</c>, <c>GMT</c> and <c>Z</c> are offset zero.</param>
/// <param name="Weekday">The weekday as written, which need not be that of <paramref name="Date"/>.</param>
/// <param name="Abbreviation">A zone's abbreviation as written, such as <c>CET</c>, which means nothing without a zone.</param>
internal readonly record struct DateText(
    LocalDate Date, LocalTime? Time = null, Offset? Offset = null, IsoDayOfWeek? Weekday = null, string? Abbreviation = null)
{
    /// <summary>Moves the date to the next day, and the weekday with it, so that the two agree no less than before.</summary>
    public bool TryMoveToNextDay(out DateText moved, [NotNullWhen(false)] out string? problem)
    {
        moved = this;
        problem = Date == LocalDate.MaxIsoValue ? DateErrors.LastDay : null;
        if (problem is not null)
            return false;

        var weekday = Weekday == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : Weekday + 1;
        moved = this with { Date = Date.PlusDays(1), Weekday = weekday };
        return true;
    }
}

/// <summary>A date, or the two dates between which something lasts.</summary>
/// <param name="EndTime">The end where that is a time of day only.</param>
internal readonly record struct DateRange(DateText Start, DateText? End, EndTime? EndTime = null);

/// <summary>A time of day as an author wrote it, or the two times between which something lasts.</summary>
/// <param name="Abbreviation">A zone's abbreviation as written, such as <c>CET</c>, which means nothing without a zone.</param>
internal readonly record struct TimeText(LocalTime Start, EndTime? End = null, Offset? Offset = null, string? Abbreviation = null);

/// <summary>A time of day at which something ends; it may be before the start, when the end is past midnight.</summary>
/// <param name="IsDaysEnd">Whether it is written <c>24:00</c> or <c>midnight</c>, which can only be the midnight that follows.</param>
internal readonly record struct EndTime(LocalTime Time, bool IsDaysEnd = false);
