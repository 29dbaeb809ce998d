using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>The units of time in which a rule comes back, counted from the one that holds its start.</summary>
internal sealed class RulePeriods
{
    private const long SecondsOfDay = 86_400;
    private static readonly LocalDate LastDay = new(Require.MaxYear - 1, 12, 31);

    private readonly Frequency frequency;
    private readonly int interval;
    private readonly LocalDateTime origin;

    public RulePeriods(RecurrenceRule rule, LocalDateTime start)
    {
        frequency = rule.Frequency;
        interval = rule.Interval;
        origin = frequency switch
        {
            Frequency.Yearly => new LocalDate(start.Year, 1, 1).AtMidnight(),
            Frequency.Monthly => new LocalDate(start.Year, start.Month, 1).AtMidnight(),
            Frequency.Weekly => start.Date.PlusDays(-((start.DayOfWeek - rule.WeekStart + 7) % 7)).AtMidnight(),
            Frequency.Daily => start.Date.AtMidnight(),
            Frequency.Hourly => start.Date.At(new LocalTime(start.Hour, 0)),
            Frequency.Minutely => start.With(TimeAdjusters.TruncateToMinute),
            _ => start,
        };
    }

    /// <summary>Where a unit of time begins; null when it is after the last year there is.</summary>
    public LocalDateTime? At(long index)
    {
        var count = index * interval;
        if (frequency >= Frequency.Monthly)
        {
            var months = (origin.Year * 12L) + origin.Month - 1 + (frequency == Frequency.Yearly ? 12 * count : count);
            return months / 12 > LastDay.Year ? null : new LocalDate((int)(months / 12), (int)(months % 12) + 1, 1).AtMidnight();
        }

        var seconds = count * UnitSeconds;
        return seconds / SecondsOfDay > Period.DaysBetween(origin.Date, LastDay) ? null : origin.PlusDays((int)(seconds / SecondsOfDay)).PlusSeconds(seconds % SecondsOfDay);
    }

    /// <summary>The unit of time that holds a time, else the last one before it; the first for all that is earlier.</summary>
    public long IndexOf(LocalDateTime time)
    {
        if (time <= origin) return 0;
        return (frequency switch
        {
            Frequency.Yearly => time.Year - origin.Year,
            Frequency.Monthly => ((time.Year - origin.Year) * 12) + time.Month - origin.Month,
            _ => SecondsTo(time) / UnitSeconds,
        }) / interval;
    }

    /// <summary>The first unit of time that does not begin before a time.</summary>
    public long IndexFrom(LocalDateTime time) => IndexOf(time) is var index && At(index) < time ? index + 1 : index;

    /// <summary>The days that a unit of time lies on.</summary>
    public static IEnumerable<LocalDate> DaysOf(LocalDateTime period, Frequency frequency)
    {
        var count = frequency switch
        {
            Frequency.Yearly => CalendarSystem.Iso.GetDaysInYear(period.Year),
            Frequency.Monthly => CalendarSystem.Iso.GetDaysInMonth(period.Year, period.Month),
            Frequency.Weekly => 7,
            _ => 1,
        };
        for (var i = 0; i < count; i++) yield return period.Date.PlusDays(i);
    }

    private long UnitSeconds => frequency switch
    {
        Frequency.Weekly => 7 * SecondsOfDay,
        Frequency.Daily => SecondsOfDay,
        Frequency.Hourly => 3600,
        Frequency.Minutely => 60,
        _ => 1,
    };

    private long SecondsTo(LocalDateTime time) =>
        (Period.DaysBetween(origin.Date, time.Date) * SecondsOfDay) + ((time.TimeOfDay - origin.TimeOfDay).ToDuration().BclCompatibleTicks / NodaConstants.TicksPerSecond);
}
