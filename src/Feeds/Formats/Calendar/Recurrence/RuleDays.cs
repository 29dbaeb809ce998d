using System.Collections.Immutable;
using NodaTime;
using NodaTime.Calendars;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>The days that a rule lets through; what it leaves out the start says (RFC 5545 §3.3.10).</summary>
internal sealed class RuleDays
{
    private readonly ImmutableArray<int> months;
    private readonly ImmutableArray<int> weeks;
    private readonly ImmutableArray<int> yearDays;
    private readonly ImmutableArray<int> monthDays;
    private readonly ImmutableArray<WeekdayNumber> weekdays;
    private readonly bool countsInMonth;
    private readonly IWeekYearRule weekYears;

    public RuleDays(RecurrenceRule rule, LocalDate start)
    {
        (months, weeks, yearDays, monthDays, weekdays) = (rule.ByMonth, rule.ByWeekNumber, rule.ByYearDay, rule.ByMonthDay, rule.ByDay);
        countsInMonth = rule.Frequency == Frequency.Monthly || !months.IsEmpty;
        weekYears = WeekYearRules.ForMinDaysInFirstWeek(4, rule.WeekStart);
        if (!yearDays.IsEmpty || !monthDays.IsEmpty || !weekdays.IsEmpty || rule.Frequency < Frequency.Weekly) return;
        if (rule.Frequency == Frequency.Weekly || !weeks.IsEmpty)
        {
            weekdays = [new WeekdayNumber(null, start.DayOfWeek)];
            return;
        }

        monthDays = [start.Day];
        if (rule.Frequency == Frequency.Yearly && months.IsEmpty) months = [start.Month];
    }

    public bool Contains(LocalDate date) =>
        (months.IsEmpty || months.Contains(date.Month))
        && (monthDays.IsEmpty || IsAt(monthDays, date.Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month)))
        && (yearDays.IsEmpty || IsAt(yearDays, date.DayOfYear, CalendarSystem.Iso.GetDaysInYear(date.Year)))
        && (weekdays.IsEmpty || IsOnWeekday(date))
        && (weeks.IsEmpty || IsAt(weeks, weekYears.GetWeekOfWeekYear(date), weekYears.GetWeeksInWeekYear(weekYears.GetWeekYear(date))));

    private bool IsOnWeekday(LocalDate date)
    {
        foreach (var weekday in weekdays)
        {
            if (weekday.Day == date.DayOfWeek && (weekday.Ordinal is not { } ordinal || IsNumber(ordinal, date))) return true;
        }

        return false;
    }

    private bool IsNumber(int ordinal, LocalDate date)
    {
        var (day, days) = countsInMonth
            ? (date.Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month))
            : (date.DayOfYear, CalendarSystem.Iso.GetDaysInYear(date.Year));
        return ordinal > 0 ? (day + 6) / 7 == ordinal : (days - day) / 7 == -ordinal - 1;
    }

    /// <summary>Whether a number counted from 1 is one of the positions, some of which may be counted from the end.</summary>
    private static bool IsAt(ImmutableArray<int> positions, int number, int count) =>
        positions.Contains(number) || positions.Contains(number - count - 1);
}
