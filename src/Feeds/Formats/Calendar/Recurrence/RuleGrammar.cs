namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>Which parts of a rule may stand together (RFC 5545 §3.3.10).</summary>
internal static class RuleGrammar
{
    /// <summary>What is wrong, as a sentence without its end; null when nothing is.</summary>
    public static string? ProblemOf(RecurrenceRule rule)
    {
        var frequency = rule.Frequency;
        if (!rule.ByWeekNumber.IsEmpty && frequency != Frequency.Yearly) return "BYWEEKNO goes with FREQ=YEARLY only";
        if (!rule.ByYearDay.IsEmpty && frequency != Frequency.Yearly)
            return "BYYEARDAY goes neither with FREQ=DAILY nor with WEEKLY or MONTHLY";
        if (!rule.ByMonthDay.IsEmpty && frequency == Frequency.Weekly) return "BYMONTHDAY does not go with FREQ=WEEKLY";
        if (rule.ByDay.Any(day => day.Ordinal is not null))
        {
            if (frequency is not (Frequency.Monthly or Frequency.Yearly))
                return "a number before a day, as in 2MO, goes with FREQ=MONTHLY and FREQ=YEARLY only";
            if (!rule.ByWeekNumber.IsEmpty) return "a number before a day, as in 2MO, does not go with BYWEEKNO";
        }

        var choosesFromNothing = !rule.BySetPosition.IsEmpty && !HasOtherParts(rule);
        return choosesFromNothing ? "BYSETPOS needs another part that it chooses from, such as BYDAY" : null;
    }

    private static bool HasOtherParts(RecurrenceRule rule) =>
        !(rule.ByMonth.IsEmpty && rule.ByWeekNumber.IsEmpty && rule.ByYearDay.IsEmpty && rule.ByMonthDay.IsEmpty
            && rule.ByDay.IsEmpty && !rule.HasTimes);
}
