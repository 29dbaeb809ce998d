using Feeds.Formats.Calendar.Recurrence;
using NodaTime;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>The rule that puts one date into each of several years, of those that RFC 5545 §3.3.10 can say in one month.</summary>
internal sealed record YearlyRule
{
    private readonly int month;
    private readonly IsoDayOfWeek weekday;
    private readonly int minDay;
    private readonly int maxDay;
    private readonly bool isLast;

    private YearlyRule(int month, IsoDayOfWeek weekday, int minDay, int maxDay, bool isLast)
    {
        this.month = month;
        this.weekday = weekday;
        this.minDay = minDay;
        this.maxDay = maxDay;
        this.isLast = isLast;
    }

    /// <summary>The rule of which one date is known.</summary>
    public static YearlyRule Of(LocalDate date) => new(date.Month, date.DayOfWeek, date.Day, date.Day, IsOfLastWeek(date));

    /// <summary>The rule that gives this date too; null when there is none.</summary>
    public YearlyRule? With(LocalDate date)
    {
        if (date.Month != month) return null;
        var rule = new YearlyRule(
            month,
            date.DayOfWeek == weekday ? weekday : IsoDayOfWeek.None,
            Math.Min(minDay, date.Day),
            Math.Max(maxDay, date.Day),
            isLast && IsOfLastWeek(date));
        var maxDays = rule.weekday == IsoDayOfWeek.None ? 1 : 7;
        return rule.maxDay - rule.minDay < maxDays ? rule : null;
    }

    /// <summary>The parts of an <c>RRULE</c> that say it.</summary>
    public override string ToString()
    {
        if (weekday == IsoDayOfWeek.None) return FormattableString.Invariant($"BYMONTH={month};BYMONTHDAY={minDay}");

        var day = WeekdayNumber.NameOf(weekday);
        if (isLast) return FormattableString.Invariant($"BYMONTH={month};BYDAY=-1{day}");

        // All the dates lie in seven days that begin on one of these.
        var (earliest, latest) = (Math.Max(1, maxDay - 6), minDay);
        var week = (latest + 6) / 7;
        if ((7 * week) - 6 >= earliest) return FormattableString.Invariant($"BYMONTH={month};BYDAY={week}{day}");
        return FormattableString.Invariant($"BYMONTH={month};BYDAY={day};BYMONTHDAY={string.Join(',', Enumerable.Range(earliest, 7))}");
    }

    private static bool IsOfLastWeek(LocalDate date) => date.PlusWeeks(1).Month != date.Month;
}
