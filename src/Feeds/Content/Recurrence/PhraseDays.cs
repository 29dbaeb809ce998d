using System.Collections.Immutable;
using Feeds.Formats.Calendar.Recurrence;

namespace Feeds.Content.Recurrence;

/// <summary>Reads the months and the days of the week to which a recurrence in words is limited.</summary>
internal static class PhraseDays
{
    /// <summary>Words that never change the meaning.</summary>
    private static readonly ImmutableArray<string> Fillers =
        ["in", "the", "each", "every", "of", "month", "months", "meeting", "meetings", "meetup", "meetups", "event", "events"];

    /// <summary>The months of a text such as <c>september to june</c>; null for another text.</summary>
    public static ImmutableArray<int>? Months(string text)
    {
        var words = Words(text);
        var months = words.ReadMonths();
        return words.IsAtEnd && !months.IsEmpty ? months : null;
    }

    /// <summary>The rule without the months or the days of the week of a text; null when it cannot be such a rule.</summary>
    public static string? Without(string rule, string text)
    {
        if (Months(text) is { } months) return Only(rule, [.. Enumerable.Range(1, 12).Except(months)]);
        var words = Words(text);
        if (words.ReadWeekdays() is not { } days || !words.IsAtEnd) return null;
        var read = RecurrenceRule.Parse(rule);
        if (read.Frequency is not (Frequency.Daily or Frequency.Weekly) || read.ByDay.Any(day => day.Ordinal is not null)) return null;
        if (read is { Frequency: Frequency.Weekly, ByDay.IsEmpty: true }) return null;
        var all = RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU").ByDay;
        ImmutableArray<WeekdayNumber> left =
            [.. (read.ByDay.IsEmpty ? all : read.ByDay).Where(day => !days.Contains(day.ToString(), StringComparison.Ordinal))];
        if (left.IsEmpty) return null;
        var without = (read with { ByDay = left }).ToString();
        return read.Interval > 1 ? without : without.Replace("FREQ=DAILY", "FREQ=WEEKLY", StringComparison.Ordinal);
    }

    /// <summary>The rule in these months alone; null when it cannot be such a rule.</summary>
    public static string? Only(string rule, ImmutableArray<int> months)
    {
        var read = RecurrenceRule.Parse(rule);
        // In a yearly rule, months add dates instead of leaving some out (RFC 5545 §3.3.10).
        if (read is { Frequency: Frequency.Yearly, ByMonth.IsEmpty: true }) return null;
        ImmutableArray<int> left = [.. months.Order().Where(month => read.ByMonth.IsEmpty || read.ByMonth.Contains(month))];
        return left.IsEmpty ? null : (read with { ByMonth = left }).ToString();
    }

    private static WordCursor Words(string text) => WordCursor.Of(
        text.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word)));
}
