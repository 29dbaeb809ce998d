using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>The times of day that a rule lets through; what it leaves out the start says (RFC 5545 §3.3.10).</summary>
internal sealed class RuleTimes
{
    private readonly RecurrenceRule rule;
    private readonly LocalTime start;
    private readonly ImmutableArray<int> seconds;
    private readonly ImmutableArray<LocalTime> ofDay;

    public RuleTimes(RecurrenceRule rule, LocalTime start)
    {
        this.rule = rule;
        this.start = start;

        // RFC 5545 §3.3.12: where there are no leap seconds, second 60 is second 59.
        seconds = [.. rule.BySecond.Select(second => Math.Min(second, 59)).Distinct()];
        ofDay = rule.Frequency < Frequency.Daily ? [] : [.. Times(rule.ByHour.IsEmpty ? [start.Hour] : rule.ByHour, rule.ByMinute.IsEmpty ? [start.Minute] : rule.ByMinute)];
    }

    /// <summary>Those within a unit of time, in order.</summary>
    public IEnumerable<LocalTime> Of(LocalDateTime period) => rule.Frequency switch
    {
        Frequency.Hourly => Times(Limited(rule.ByHour, period.Hour), rule.ByMinute.IsEmpty ? [start.Minute] : rule.ByMinute),
        Frequency.Minutely => Times(Limited(rule.ByHour, period.Hour), Limited(rule.ByMinute, period.Minute)),
        Frequency.Secondly => Times(Limited(rule.ByHour, period.Hour), Limited(rule.ByMinute, period.Minute)).Where(_ => seconds.IsEmpty || seconds.Contains(period.Second)).Select(_ => period.TimeOfDay),
        _ => ofDay,
    };

    private IEnumerable<LocalTime> Times(ImmutableArray<int> hours, ImmutableArray<int> minutes) =>
        from hour in hours
        from minute in minutes
        from second in seconds.IsEmpty || rule.Frequency == Frequency.Secondly ? [start.Second] : seconds
        select new LocalTime(hour, minute, second);

    private static ImmutableArray<int> Limited(ImmutableArray<int> allowed, int value) => allowed.IsEmpty || allowed.Contains(value) ? [value] : [];
}
