using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>The local times that a rule gives, whatever ends it.</summary>
internal sealed class RuleExpansion
{
    /// <summary>A rule that gave nothing in so many units of time gives nothing more: all that calendars repeat is shorter.</summary>
    private const int MaxEmptyPeriods = 100_000;

    private readonly RecurrenceRule rule;
    private readonly LocalDateTime start;
    private readonly RulePeriods periods;
    private readonly RuleDays days;
    private readonly RuleTimes times;

    /// <summary>What a rule gives from a start on.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">The first time, which says what the rule leaves out.</param>
    public RuleExpansion(RecurrenceRule rule, LocalDateTime start)
    {
        this.rule = rule;
        this.start = start.With(TimeAdjusters.TruncateToSecond);
        periods = new RulePeriods(rule, this.start);
        days = new RuleDays(rule, this.start.Date);
        times = new RuleTimes(rule, this.start.TimeOfDay);
    }

    /// <summary>The times in order, from those of a unit of time that holds a day, and never before the start.</summary>
    public IEnumerable<LocalDateTime> TimesFrom(LocalDate earliest)
    {
        var empty = 0;
        for (var index = periods.IndexOf(earliest.AtMidnight()); empty < MaxEmptyPeriods && periods.At(index) is { } period;)
        {
            empty++;
            foreach (var time in Chosen(TimesIn(period)))
            {
                if (time < start) continue;
                empty = 0;
                yield return time;
            }

            index = empty == 0 || rule.Frequency >= Frequency.Daily ? index + 1 : Math.Max(index + 1, periods.IndexFrom(NextPossible(period)));
        }
    }

    private IEnumerable<LocalDateTime> TimesIn(LocalDateTime period) =>
        from date in RulePeriods.DaysOf(period, rule.Frequency)
        where days.Contains(date)
        from time in times.Of(period)
        select date + time;

    /// <summary>The positions that <c>BYSETPOS</c> chooses.</summary>
    private IEnumerable<LocalDateTime> Chosen(IEnumerable<LocalDateTime> set)
    {
        if (rule.BySetPosition.IsEmpty) return set;
        var all = set.ToImmutableArray();
        return rule.BySetPosition.Select(position => position > 0 ? position - 1 : all.Length + position)
            .Where(index => index >= 0 && index < all.Length)
            .Distinct()
            .Order()
            .Select(index => all[index]);
    }

    // Of seconds there are too many to look at each of a day that does not count.
    private LocalDateTime NextPossible(LocalDateTime period)
    {
        if (!days.Contains(period.Date)) return period.Date.PlusDays(1).AtMidnight();
        if (!rule.ByHour.IsEmpty && !rule.ByHour.Contains(period.Hour)) return period.Date.At(new LocalTime(period.Hour, 0)).PlusHours(1);
        if (!rule.ByMinute.IsEmpty && !rule.ByMinute.Contains(period.Minute)) return period.With(TimeAdjusters.TruncateToMinute).PlusMinutes(1);
        return period;
    }
}
