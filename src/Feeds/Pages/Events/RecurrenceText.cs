using System.Collections.Immutable;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Pages.Languages;

namespace Feeds.Pages.Events;

/// <summary>Puts recurrence rules into words.</summary>
internal sealed class RecurrenceText
{
    private static readonly ImmutableArray<string> Ordinals =
        ["weekday", "first weekday", "second weekday", "third weekday", "fourth weekday", "fifth weekday"];

    private readonly RecurrenceRule rule;
    private readonly Words words;

    private RecurrenceText(RecurrenceRule rule, Words words) => (this.rule, this.words) = (rule, words);

    /// <summary>The rule in a few words; null when it needs more.</summary>
    public static string? Of(RecurrenceRule? rule, Words words)
    {
        if (rule is not { BySetPosition.IsEmpty: true, ByWeekNumber.IsEmpty: true, ByYearDay.IsEmpty: true }) return null;
        if (rule is not { ByHour.IsEmpty: true, ByMinute.IsEmpty: true, BySecond.IsEmpty: true }) return null;
        var days = new RecurrenceText(rule, words).Days();
        if (days is null || rule.ByMonth.IsEmpty) return days;
        return words.Format("in months", days, words.List(rule.ByMonth.Select(month => InMonth(month, words))));
    }

    private string? Days() => (rule.Frequency, rule.ByDay.IsEmpty, rule.ByMonthDay.IsEmpty) switch
    {
        (_, true, true) => Every(),
        (Frequency.Weekly, false, true) when rule.Interval == 1 => words.Format("every weekdays", Weekdays("every weekday")),
        (Frequency.Weekly, false, true) => words.Format("on weekdays", Every(), Weekdays("on weekday")),
        (Frequency.Monthly, true, false) => words.Format("on days", Every(), DatesOfMonth()),
        (Frequency.Monthly, false, true) => words.Format("on weekdays of month", Every(), WeekdaysOfMonth()),
        (Frequency.Yearly, true, false) when !rule.ByMonth.IsEmpty => words.Format("on days", Every(), DatesOfMonth()),
        (Frequency.Yearly, false, true) when !rule.ByMonth.IsEmpty => words.Format("on weekdays of month", Every(), WeekdaysOfMonth()),
        _ => null,
    };

    private string Every() => (rule.Frequency, rule.Interval) switch
    {
        (Frequency.Daily, 1) => words["every day"],
        (Frequency.Daily, 2) => words["every other day"],
        (Frequency.Daily, var interval) => words.Count("every days", interval),
        (Frequency.Weekly, 1) => words["every week"],
        (Frequency.Weekly, 2) => words["every other week"],
        (Frequency.Weekly, var interval) => words.Count("every weeks", interval),
        (Frequency.Monthly, 1) => words["every month"],
        (Frequency.Monthly, 2) => words["every other month"],
        (Frequency.Monthly, var interval) => words.Count("every months", interval),
        (_, 1) => words["every year"],
        (_, 2) => words["every other year"],
        (_, var interval) => words.Count("every years", interval),
    };

    private string Weekdays(string key) => words.List(rule.ByDay.Select(day => Named(key, day)));

    private string WeekdaysOfMonth() => words.List(rule.ByDay.Select(day => day.Ordinal switch
    {
        null => Named(Ordinals[0], day),
        -1 => Named("last weekday", day),
        > 0 and <= 5 => Named(Ordinals[day.Ordinal.Value], day),
        var ordinal => words.Format("weekday number", words.Dates.Weekday(day.Day), ordinal),
    }));

    private string Named(string key, WeekdayNumber day) => words.Named(key, (int)day.Day - 1, words.Dates.Weekday(day.Day));

    private string DatesOfMonth() => words.List(rule.ByMonthDay.Select(day => day switch
    {
        -1 => words["last day"],
        < 0 => words.Format("day from the end", -day),
        _ => words.Ordinal("day", day),
    }));

    private static string InMonth(int month, Words words) => words.Named("in month", month - 1, words.Dates.MonthName(month));
}
