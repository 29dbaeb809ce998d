using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Text;

namespace Feeds.Content.Recurrence;

/// <summary>Reads the words for the days on which an event recurs.</summary>
internal sealed class RuleWords(WordCursor words)
{
    private static readonly Regex Digits = new("-?[0-9]+", LinearRegex.Options);

    private const int MaxWeeksOfMonth = 5;

    /// <summary>The parts of an <c>RRULE</c>; null when a word is not understood.</summary>
    public static string? Read(ImmutableArray<string> words)
    {
        // These words never change the meaning.
        var cursor = WordCursor.Of(words.Where(word => word is not ("the" or "each" or "every")));
        var reader = new RuleWords(cursor);
        var rule = reader.ReadUnit() ?? reader.ReadDays();
        return cursor.IsAtEnd ? rule : null;
    }

    /// <summary>Reads a unit of time with or without days: <c>two weeks on monday</c>.</summary>
    private string? ReadUnit()
    {
        var start = words.Position;
        var interval = words.ReadInterval();
        // 'second week' can only be every two weeks.
        var ordinal = words.Position == start ? words.ReadNumber() : null;
        if (ordinal is <= 1) (words.Position, ordinal) = (start, null);
        var isAdverb = words.Current.EndsWith("ly", StringComparison.Ordinal);
        var (frequency, factor) = words.Current switch
        {
            "day" or "days" or "daily" => ("DAILY", 1),
            "week" or "weeks" or "weekly" => ("WEEKLY", 1),
            "fortnight" or "fortnights" or "fortnightly" or "biweekly" => ("WEEKLY", 2),
            "month" or "months" or "monthly" => ("MONTHLY", 1),
            "quarter" or "quarterly" => ("MONTHLY", 3),
            "year" or "years" or "yearly" or "annually" => ("YEARLY", 1),
            _ => ("", 0),
        };
        if (factor == 0)
        {
            words.Position = start;
            return null;
        }

        words.Skip();
        if (ordinal is not null && !words.IsAtEnd && words.Current != "on")
        {
            words.Position = start;
            return null;
        }

        var rule = FormattableString.Invariant($"FREQ={frequency}{IntervalOf((ordinal ?? interval) * factor)}");
        if (!words.Take("on") && (words.IsAtEnd || !isAdverb)) return rule;
        var selected = frequency switch
        {
            "WEEKLY" => words.ReadWeekdays() is { } days ? $"BYDAY={days}" : null,
            "MONTHLY" => ReadDayOfMonth(),
            "YEARLY" => ReadDate() ?? ReadDayOfMonths(),
            _ => null,
        };
        if (selected is not null) return $"{rule};{selected}";
        words.Position = start;
        return null;
    }

    /// <summary>Reads days alone: <c>other thursday</c>, <c>third wednesday</c>, <c>15 march</c>.</summary>
    private string? ReadDays()
    {
        if (ReadDate() is { } date) return $"FREQ=YEARLY;{date}";
        var start = words.Position;
        var interval = words.Take("other") ? 2 : 1;
        if (words.ReadWeekdays() is { } weekdays)
        {
            var months = words.ReadMonthsOf() is { } only ? $";BYMONTH={only}" : "";
            return $"FREQ=WEEKLY{IntervalOf(interval)}{months};BYDAY={weekdays}";
        }

        words.Position = start;
        if (ReadDayOfMonth() is not { } day) return null;
        // A position counts within the unit of the rule, here the month.
        var isPosition = day.Contains("BYSETPOS", StringComparison.Ordinal);
        if (words.ReadMonthsOf() is { } named) return $"FREQ={(isPosition ? "MONTHLY" : "YEARLY")};BYMONTH={named};{day}";
        if (!words.Take("of") && !words.Take("in")) return $"FREQ=MONTHLY;{day}";
        if (words.Take("quarter") || words.Take("quarters"))
            return MonthsOfQuarters(day) is { } months ? $"FREQ=MONTHLY;BYMONTH={months};{day}" : null;
        var every = words.ReadInterval();
        return words.Take("month") || words.Take("months") ? $"FREQ=MONTHLY{IntervalOf(every)};{day}" : null;
    }

    /// <summary>Reads a day of the year at the end of the words: <c>15 march</c>, <c>march 15</c>, <c>15th of march</c>.</summary>
    private string? ReadDate()
    {
        var start = words.Position;
        var (month, day) = (words.ReadMonth(), words.ReadNumber());
        if (month is null && day is not null)
        {
            words.Take("of");
            month = words.ReadMonth();
        }

        if (month is not null && day is not null && words.IsAtEnd)
            return FormattableString.Invariant($"BYMONTH={month};BYMONTHDAY={day}");
        words.Position = start;
        return null;
    }

    private string? ReadDayOfMonths() =>
        ReadDayOfMonth() is { } day && words.ReadMonthsOf() is { } months ? $"BYMONTH={months};{day}" : null;

    /// <summary>Reads days of a month: <c>third wednesday</c>, <c>1st and 15th</c>, <c>last day</c>, <c>last weekday</c>.</summary>
    private string? ReadDayOfMonth()
    {
        var numbers = new List<int>();
        do
        {
            if (words.ReadNumber() is not { } number) return null;
            numbers.Add(number);
        }
        while (words.Take("and") || words.IsNumber());

        var list = string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        if (words.Take("weekday")) return $"BYDAY=MO,TU,WE,TH,FR;BYSETPOS={list}";
        if (words.ReadWeekdays() is { } days)
        {
            var numbered = from day in days.Split(',') from number in numbers select FormattableString.Invariant($"{number}{day}");
            return numbers.TrueForAll(number => number <= MaxWeeksOfMonth) ? $"BYDAY={string.Join(',', numbered)}" : null;
        }

        if (words.Take("day") || words.Take("days")) return $"BYMONTHDAY={list}";

        // Neither 'last' nor an ordinal in letters is a day by itself.
        return numbers.TrueForAll(number => number > 0) && char.IsAsciiDigit(words.Previous[0]) ? $"BYMONTHDAY={list}" : null;
    }

    /// <summary>The months of the quarters in which such days are; null when they are in several.</summary>
    private static string? MonthsOfQuarters(string days)
    {
        var numbers = Digits.Matches(days).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        var isDayOfMonth = days.StartsWith("BYMONTHDAY", StringComparison.Ordinal);
        if (numbers.All(number => number == -1)) return "3,6,9,12";
        return numbers.All(number => number > 0 && number <= (isDayOfMonth ? 28 : 4)) ? "1,4,7,10" : null;
    }

    private static string IntervalOf(int interval) => interval == 1 ? "" : FormattableString.Invariant($";INTERVAL={interval}");
}
