using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>The units of time in which a rule recurs, counted from the one that holds its start.</summary>
internal sealed class RulePeriods
{
    private static readonly LocalDate LastDay = new(WritableYears.Max - 1, 12, 31);

    private readonly Frequency frequency;
    private readonly int interval;
    private readonly LocalDate origin;

    public RulePeriods(RecurrenceRule rule, LocalDate start)
    {
        (frequency, interval) = (rule.Frequency, rule.Interval);
        origin = frequency switch
        {
            Frequency.Yearly => new LocalDate(start.Year, 1, 1),
            Frequency.Monthly => new LocalDate(start.Year, start.Month, 1),
            Frequency.Weekly => start.PlusDays(-((start.DayOfWeek - rule.WeekStart + 7) % 7)),
            _ => start,
        };
    }

    private int UnitDays => frequency == Frequency.Weekly ? 7 : 1;

    /// <summary>The first day of a unit of time; null when it is after the last year there is.</summary>
    public LocalDate? At(long index)
    {
        var count = index * interval;
        if (frequency >= Frequency.Monthly)
        {
            var months = (origin.Year * 12L) + origin.Month - 1 + (frequency == Frequency.Yearly ? 12 * count : count);
            return months / 12 > LastDay.Year ? null : new LocalDate((int)(months / 12), (int)(months % 12) + 1, 1);
        }

        var days = count * UnitDays;
        return days > Period.DaysBetween(origin, LastDay) ? null : origin.PlusDays((int)days);
    }

    /// <summary>The unit of time that holds a day, else the last one before it; the first for all that is earlier.</summary>
    public long IndexOf(LocalDate day)
    {
        if (day <= origin) return 0;
        return (frequency switch
        {
            Frequency.Yearly => day.Year - origin.Year,
            Frequency.Monthly => ((day.Year - origin.Year) * 12) + day.Month - origin.Month,
            _ => Period.DaysBetween(origin, day) / UnitDays,
        }) / interval;
    }

    /// <summary>The days of a unit of time.</summary>
    public static IEnumerable<LocalDate> DaysOf(LocalDate period, Frequency frequency)
    {
        var count = frequency switch
        {
            Frequency.Yearly => CalendarSystem.Iso.GetDaysInYear(period.Year),
            Frequency.Monthly => CalendarSystem.Iso.GetDaysInMonth(period.Year, period.Month),
            Frequency.Weekly => 7,
            _ => 1,
        };
        for (var i = 0; i < count; i++) yield return period.PlusDays(i);
    }
}
