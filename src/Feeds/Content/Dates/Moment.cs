using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>The written parts of a date and time, before they are checked.</summary>
internal record struct Moment
{
    public int? Year { get; set; }
    public int? Month { get; set; }
    public int? Day { get; set; }

    /// <summary>Whether the day is only a number, which may be an hour beside a time.</summary>
    public bool IsDayPlain { get; set; }

    public IsoDayOfWeek? Weekday { get; set; }
    public Clock? Clock { get; set; }

    /// <summary>Whether the time is in ISO 8601 format, where a hyphen after it begins an offset.</summary>
    public bool IsClockIso { get; set; }

    public Offset? Offset { get; set; }
    public string? Abbreviation { get; set; }

    public readonly bool IsEmpty => !HasDatePart && Weekday is null && Clock is null;

    public readonly bool HasDatePart => (Year ?? Month ?? Day) is not null;

    public readonly bool HasDate => Year is not null && Month is not null && Day is not null;

    public readonly bool HasZone => Offset is not null || Abbreviation is not null;

    /// <summary>Uses the day as an hour, as in <c>6-8 PM</c>.</summary>
    public void TakeDayAsHour()
    {
        Clock = new Clock(Day!.Value, Day.Value < 10 ? 1 : 2);
        Day = null;
    }

    public void TakeDate(Moment other)
    {
        (Year, Month, Day) = (other.Year, other.Month, other.Day);
        Weekday ??= other.Weekday;
    }

    public readonly bool TryResolve(out DateText value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = Check();
        if (problem is not null) return false;

        value = new DateText(new LocalDate(Year!.Value, Month!.Value, Day!.Value), null, Offset, Weekday, Abbreviation);
        if (Clock is not { } clock) return true;
        if (!clock.TryResolve(out var time, out problem)) return false;

        value = value with { Time = time };
        return !clock.IsEndOfDay || value.TryMoveToNextDay(out value, out problem);
    }

    private readonly string? Check()
    {
        if (!HasDatePart) return DateErrors.NotADate;
        if (Year is not { } year) return DateErrors.NoYear;
        if (Month is not { } month) return DateErrors.NoMonth;
        if (Day is not { } day) return DateErrors.NoDay;
        if (year < 1) return DateErrors.YearZero;
        if (month is < 1 or > 12) return DateErrors.Month(month);
        return day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month) ? DateErrors.Day(year, month, day) : null;
    }
}
