using System.Collections.Immutable;
using System.Globalization;
using Feeds.Formats.Calendar.Recurrence;

namespace Feeds.Pages.Events;

/// <summary>Puts recurrence rules into English words.</summary>
internal static class RecurrenceText
{
    private static readonly DateTimeFormatInfo Calendar = CultureInfo.InvariantCulture.DateTimeFormat;

    private static readonly ImmutableArray<string> Ordinals = ["", "first", "second", "third", "fourth", "fifth"];

    /// <summary>The rule in a few words; null when it needs more.</summary>
    public static string? Of(RecurrenceRule? rule)
    {
        if (rule is not { BySetPosition.IsEmpty: true, ByWeekNumber.IsEmpty: true, ByYearDay.IsEmpty: true }) return null;
        if (rule is not { ByHour.IsEmpty: true, ByMinute.IsEmpty: true, BySecond.IsEmpty: true }) return null;
        var months = rule.ByMonth.IsEmpty ? "" : $" in {Listed(rule.ByMonth.Select(Calendar.GetMonthName))}";
        return (rule.Frequency, Days(rule), DatesOfMonth(rule)) switch
        {
            (_, "", "") => $"every {Unit(rule)}{months}",
            (Frequency.Weekly, var days, "") when rule.Interval == 1 => $"every {days}{months}",
            (Frequency.Weekly, var days, "") => $"every {Unit(rule)} on {days}{months}",
            (Frequency.Monthly, "", var dates) => $"every {Unit(rule)} on the {dates}{months}",
            (Frequency.Monthly, var days, "") => $"every {(rule.Interval == 1 ? "month" : Unit(rule))} on the {days}{months}",
            (Frequency.Yearly, "", var dates) when months.Length > 0 => $"every {Unit(rule)} on the {dates}{months}",
            (Frequency.Yearly, var days, "") when months.Length > 0 => $"every {Unit(rule)} on the {days}{months}",
            _ => null,
        };
    }

    private static string Unit(RecurrenceRule rule)
    {
        var unit = rule.Frequency switch
        {
            Frequency.Daily => "day",
            Frequency.Weekly => "week",
            Frequency.Monthly => "month",
            _ => "year",
        };
        return rule.Interval switch
        {
            1 => unit,
            2 => $"other {unit}",
            var interval => FormattableString.Invariant($"{interval} {unit}s"),
        };
    }

    private static string Days(RecurrenceRule rule) => Listed(rule.ByDay.Select(day => day.Ordinal switch
    {
        null => $"{day.Day}",
        -1 => $"last {day.Day}",
        > 0 and <= 5 => $"{Ordinals[day.Ordinal.Value]} {day.Day}",
        var ordinal => FormattableString.Invariant($"{day.Day} number {ordinal}"),
    }));

    private static string DatesOfMonth(RecurrenceRule rule) => Listed(rule.ByMonthDay.Select(day => day switch
    {
        -1 => "last day",
        < 0 => FormattableString.Invariant($"day {-day} from the end"),
        1 or 21 or 31 => FormattableString.Invariant($"{day}st"),
        2 or 22 => FormattableString.Invariant($"{day}nd"),
        3 or 23 => FormattableString.Invariant($"{day}rd"),
        _ => FormattableString.Invariant($"{day}th"),
    }));

    private static string Listed(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
