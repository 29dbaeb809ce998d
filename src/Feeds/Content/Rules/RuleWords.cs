using System.Collections.Immutable;
using System.Globalization;
using Feeds.Content.Dates;

namespace Feeds.Content.Rules;

/// <summary>Reads the words that say on which days an event comes back.</summary>
internal sealed class RuleWords
{
    private static readonly ImmutableArray<string> DayNames = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly ImmutableArray<string> Ordinals = ["", "first", "second", "third", "fourth", "fifth"];
    private static readonly ImmutableArray<string> Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private const int MaxWeeksOfMonth = 5;

    private readonly ImmutableArray<string> words;
    private int position;

    private RuleWords(ImmutableArray<string> words) => this.words = words;

    /// <summary>The parts of an <c>RRULE</c>; null when the words are not understood.</summary>
    public static string? Read(ImmutableArray<string> words)
    {
        // Words that change nothing where they may stand.
        var reader = new RuleWords([.. words.Where(word => word is not ("the" or "each" or "every"))]);
        var rule = reader.ReadUnit() ?? reader.ReadDays();
        return reader.position == reader.words.Length ? rule : null;
    }

    private string Current => position < words.Length ? words[position] : "";

    /// <summary>A unit of time, perhaps with the days in it: <c>two weeks on monday</c>.</summary>
    private string? ReadUnit()
    {
        var start = position;
        var interval = ReadInterval();
        var (frequency, factor) = Current switch
        {
            "day" or "days" or "daily" => ("DAILY", 1),
            "week" or "weeks" or "weekly" => ("WEEKLY", 1),
            "fortnight" or "fortnightly" => ("WEEKLY", 2),
            "month" or "months" or "monthly" => ("MONTHLY", 1),
            "quarter" or "quarterly" => ("MONTHLY", 3),
            "year" or "years" or "yearly" or "annually" => ("YEARLY", 1),
            _ => ("", 0),
        };
        if (factor == 0)
        {
            position = start;
            return null;
        }

        position++;
        var rule = FormattableString.Invariant($"FREQ={frequency}{IntervalOf(interval * factor)}");
        if (!Take("on")) return rule;
        var selected = frequency switch
        {
            "WEEKLY" => ReadWeekdays() is { } days ? $"BYDAY={days}" : null,
            "MONTHLY" => ReadDayOfMonth(),
            "YEARLY" => ReadDate() ?? ReadDayOfMonths(),
            _ => null,
        };
        if (selected is not null) return $"{rule};{selected}";
        position = start;
        return null;
    }

    /// <summary>Days alone: <c>other thursday</c>, <c>third wednesday</c>, <c>15 march</c>.</summary>
    private string? ReadDays()
    {
        if (ReadDate() is { } date) return $"FREQ=YEARLY;{date}";
        var start = position;
        var interval = Take("other") ? 2 : 1;
        if (ReadWeekdays() is { } weekdays)
        {
            var months = ReadMonthsOf() is { } only ? $";BYMONTH={only}" : "";
            return $"FREQ=WEEKLY{IntervalOf(interval)}{months};BYDAY={weekdays}";
        }

        position = start;
        if (ReadDayOfMonth() is not { } day) return null;
        if (ReadMonthsOf() is { } named) return $"FREQ=YEARLY;BYMONTH={named};{day}";
        if (!Take("of")) return $"FREQ=MONTHLY;{day}";
        var every = ReadInterval();
        return Take("month") || Take("months") ? $"FREQ=MONTHLY{IntervalOf(every)};{day}" : null;
    }

    /// <summary>A day of the year, if nothing stands behind it: <c>15 march</c>, <c>march 15</c>, <c>15th of march</c>.</summary>
    private string? ReadDate()
    {
        var start = position;
        var (month, day) = (ReadMonth(), ReadNumber(31));
        if (month is null && day is not null)
        {
            Take("of");
            month = ReadMonth();
        }

        if (month is not null && day is not null && position == words.Length) return FormattableString.Invariant($"BYMONTH={month};BYMONTHDAY={day}");
        position = start;
        return null;
    }

    private string? ReadDayOfMonths() => ReadDayOfMonth() is { } day && ReadMonthsOf() is { } months ? $"BYMONTH={months};{day}" : null;

    /// <summary>Days of a month: <c>third wednesday</c>, <c>1st and 15th</c>, <c>last day</c>, <c>last weekday</c>.</summary>
    private string? ReadDayOfMonth()
    {
        var numbers = new List<int>();
        do
        {
            if (ReadNumber(31) is not { } number) return null;
            numbers.Add(number);
        }
        while (Take("and") || IsNumber());

        var list = string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        if (Take("weekday")) return $"BYDAY=MO,TU,WE,TH,FR;BYSETPOS={list}";
        if (ReadWeekdays() is { } days)
        {
            var numbered = from day in days.Split(',') from number in numbers select FormattableString.Invariant($"{number}{day}");
            return numbers.TrueForAll(number => number <= MaxWeeksOfMonth) ? $"BYDAY={string.Join(',', numbered)}" : null;
        }

        if (Take("day") || Take("days")) return $"BYMONTHDAY={list}";

        // A lone 'last' is no day, and a number of words alone no date.
        return numbers.TrueForAll(number => number > 0) && char.IsAsciiDigit(words[position - 1][0]) ? $"BYMONTHDAY={list}" : null;
    }

    /// <summary>Days of the week with <c>and</c> or nothing between them.</summary>
    private string? ReadWeekdays()
    {
        var days = new List<string>();
        while (true)
        {
            var start = position;
            if (days.Count > 0) Take("and");
            if (WeekdaysOf(Current) is not { } read)
            {
                position = start;
                return days.Count > 0 ? string.Join(',', days) : null;
            }

            position++;
            days.Add(read);
        }
    }

    private static string? WeekdaysOf(string word)
    {
        if (word is "weekday" or "weekdays") return "MO,TU,WE,TH,FR";
        if (word is "weekend" or "weekends") return "SA,SU";
        return CalendarWords.TryReadWeekday(word, out var day) || (word.EndsWith('s') && CalendarWords.TryReadWeekday(word.AsSpan(..^1), out day)) ? DayNames[(int)day] : null;
    }

    /// <summary>Months behind <c>of</c> or <c>in</c>.</summary>
    private string? ReadMonthsOf()
    {
        var start = position;
        var months = new List<int>();
        if (Take("of") || Take("in"))
        {
            while (ReadMonth() is { } month)
            {
                months.Add(month);
                if (position + 1 < words.Length) Take("and");
            }
        }

        if (months.Count > 0) return string.Join(',', months.Select(month => month.ToString(CultureInfo.InvariantCulture)));
        position = start;
        return null;
    }

    private int? ReadMonth()
    {
        if (!CalendarWords.TryReadMonth(Current, out var month)) return null;
        position++;
        return month;
    }

    private int ReadInterval()
    {
        if (Take("other")) return 2;
        var number = Numbers.IndexOf(Current);
        if (number < 1 && !(int.TryParse(Current, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < 1000)) return 1;
        position++;
        return number;
    }

    private bool IsNumber() => new RuleWords(words) { position = position }.ReadNumber(31) is not null;

    /// <summary>A number that counts: <c>3rd</c>, <c>third</c>, <c>15</c>, or -1 for <c>last</c>.</summary>
    private int? ReadNumber(int max)
    {
        var number = Current == "last" ? -1 : Ordinals.IndexOf(Current);
        if (number is 0 || (number < 1 && Current != "last"))
        {
            var digits = Current.TrimEnd('s', 't', 'n', 'd', 'r', 'h', '.');
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1 || number > max) return null;
        }

        position++;
        return number;
    }

    private bool Take(string word)
    {
        if (Current != word) return false;
        position++;
        return true;
    }

    private static string IntervalOf(int interval) => interval == 1 ? "" : FormattableString.Invariant($";INTERVAL={interval}");
}
