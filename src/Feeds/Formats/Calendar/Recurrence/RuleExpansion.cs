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
    private readonly ImmutableArray<LocalTime> times;

    /// <param name="start">The first time, which says what the rule leaves out.</param>
    public RuleExpansion(RecurrenceRule rule, LocalDateTime start)
    {
        this.rule = rule;
        this.start = start.With(TimeAdjusters.TruncateToSecond);
        periods = new RulePeriods(rule, start.Date);
        days = new RuleDays(rule, start.Date);
        times =
        [
            .. from hour in rule.ByHour.IsEmpty ? [start.Hour] : rule.ByHour
               from minute in rule.ByMinute.IsEmpty ? [start.Minute] : rule.ByMinute
               from second in rule.BySecond.IsEmpty ? [start.Second] : rule.BySecond
               select new LocalTime(hour, minute, second),
        ];
    }

    /// <summary>The times in order, from those of a unit of time that holds a day, and never before the start.</summary>
    public IEnumerable<LocalDateTime> TimesFrom(LocalDate earliest)
    {
        var empty = 0;
        for (var index = periods.IndexOf(earliest); empty < MaxEmptyPeriods && periods.At(index) is { } period; index++)
        {
            empty++;
            foreach (var time in Chosen(TimesIn(period)))
            {
                if (time < start) continue;
                empty = 0;
                yield return time;
            }
        }
    }

    private IEnumerable<LocalDateTime> TimesIn(LocalDate period) =>
        from date in RulePeriods.DaysOf(period, rule.Frequency)
        where days.Contains(date)
        from time in times
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
}
