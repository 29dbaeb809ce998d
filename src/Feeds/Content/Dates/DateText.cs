using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>A date as an author wrote it, with the parts beside it.</summary>
/// <param name="Weekday">The written weekday, which may differ from that of <paramref name="Date"/>.</param>
/// <param name="Abbreviation">A time zone abbreviation such as <c>CET</c>, which is ambiguous without a zone.</param>
internal readonly record struct DateText(
    LocalDate Date, LocalTime? Time = null, Offset? Offset = null, IsoDayOfWeek? Weekday = null, string? Abbreviation = null)
{
    /// <summary>Moves the date and the weekday to the next day.</summary>
    public bool TryMoveToNextDay(out DateText moved, [NotNullWhen(false)] out string? problem)
    {
        moved = this;
        problem = Date == LocalDate.MaxIsoValue ? DateErrors.LastDay : null;
        if (problem is not null) return false;

        var weekday = Weekday == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : Weekday + 1;
        moved = this with { Date = Date.PlusDays(1), Weekday = weekday };
        return true;
    }
}

/// <summary>A date, or the start and end of a range.</summary>
/// <param name="EndTime">An end that is only a time of day.</param>
internal readonly record struct DateRange(DateText Start, DateText? End, EndTime? EndTime = null);

/// <summary>A time of day as an author wrote it, or the start and end of a range.</summary>
internal readonly record struct TimeText(LocalTime Start, EndTime? End = null, Offset? Offset = null, string? Abbreviation = null);

/// <summary>The time of day of an end, which may be after midnight and so before the start.</summary>
/// <param name="IsEndOfDay">Whether it is <c>24:00</c> or <c>midnight</c>, which can only be the following midnight.</param>
internal readonly record struct EndTime(LocalTime Time, bool IsEndOfDay = false);
