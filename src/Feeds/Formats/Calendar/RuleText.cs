using System.Collections.Immutable;
using System.Globalization;
using Ical.Net.DataTypes;

namespace Feeds.Formats.Calendar;

/// <summary>Recurrence rules as <c>RRULE</c> holds them: the library writes none of the type that it recommends.</summary>
internal static class RuleText
{
    /// <summary>The order of the parts in events.</summary>
    public static readonly ImmutableArray<string> EventParts =
    [
        "FREQ", "UNTIL", "COUNT", "INTERVAL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY",
        "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS", "WKST",
    ];

    /// <summary>The order of the parts in time zones.</summary>
    public static readonly ImmutableArray<string> OnsetParts = ["FREQ", "UNTIL", "BYMONTH", "BYDAY", "BYMONTHDAY"];

    /// <summary>The text of a rule, without the parts that go without saying.</summary>
    public static string Of(RecurrenceRule rule, ImmutableArray<string> order)
    {
        var parts = order.Select(name => (Name: name, Value: ValueOf(rule, name))).Where(part => part.Value.Length > 0);
        return string.Join(';', parts.Select(part => $"{part.Name}={part.Value}"));
    }

    private static string ValueOf(RecurrenceRule rule, string part) => part switch
    {
        "FREQ" => rule.Frequency.ToString().ToUpperInvariant(),
        "UNTIL" when rule.Until is { } until =>
            until.Value.ToString(until.HasTime ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd", CultureInfo.InvariantCulture),
        "UNTIL" => "",
        "COUNT" => FormattableString.Invariant($"{rule.Count}"),
        "INTERVAL" => rule.Interval > 1 ? Listed([rule.Interval]) : "",
        "BYMONTH" => Listed(rule.ByMonth),
        "BYWEEKNO" => Listed(rule.ByWeekNo),
        "BYYEARDAY" => Listed(rule.ByYearDay),
        "BYMONTHDAY" => Listed(rule.ByMonthDay),
        "BYDAY" => string.Join(',', rule.ByDay.Select(day => FormattableString.Invariant($"{day.Offset}{NameOf(day.DayOfWeek)}"))),
        "BYHOUR" => Listed(rule.ByHour),
        "BYMINUTE" => Listed(rule.ByMinute),
        "BYSECOND" => Listed(rule.BySecond),
        "BYSETPOS" => Listed(rule.BySetPosition),
        "WKST" => rule.FirstDayOfWeek == DayOfWeek.Monday ? "" : NameOf(rule.FirstDayOfWeek),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static string Listed(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Select(number => FormattableString.Invariant($"{number}")));

    private static string NameOf(DayOfWeek day) => day.ToString()[..2].ToUpperInvariant();
}
