using System.Collections.Immutable;
using System.Globalization;
using Feeds.Content.Dates;
using Feeds.Formats.Calendar.Recurrence;
using NodaTime;

namespace Feeds.Content.Recurrence;

/// <summary>Reads numbers, months and days of the week from a list of words.</summary>
internal sealed class WordCursor(ImmutableArray<string> words)
{
    private static readonly ImmutableArray<string> Ordinals = ["", "first", "second", "third", "fourth", "fifth"];
    private static readonly ImmutableArray<string> Numbers =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private const int MaxNumber = 31;

    public int Position { get; set; }

    /// <summary>The next word; empty at the end.</summary>
    public string Current => Position < words.Length ? words[Position] : "";

    public string Previous => words[Position - 1];

    public bool IsAtEnd => Position == words.Length;

    public void Skip() => Position++;

    /// <summary>The words, with <c>to</c> for a hyphen between two of them.</summary>
    public static WordCursor Of(IEnumerable<string> words) => new([.. words.SelectMany(Parts)]);

    private static IEnumerable<string> Parts(string written)
    {
        var word = written.Replace('–', '-').Replace('—', '-');
        if (word.StartsWith("bi-", StringComparison.Ordinal)) return [$"bi{word[3..]}"];
        var parts = word.Split('-');
        return word switch
        {
            "-" or "through" or "thru" => ["to"],
            "&" or "or" => ["and"],
            "alternate" or "alternating" => ["other"],
            _ when parts is [{ Length: > 0 } first, { Length: > 0 } second] && parts.All(part => part.All(char.IsLetter)) =>
                [first, "to", second],
            _ => [word],
        };
    }

    /// <summary>Reads days of the week, separated by <c>and</c> or nothing.</summary>
    public string? ReadWeekdays()
    {
        var days = new List<string>();
        while (true)
        {
            var start = Position;
            if (days.Count > 0) Take("and");
            if (WeekdaysOf(Current) is not { } read)
            {
                Position = start;
                return days.Count > 0 ? string.Join(',', days) : null;
            }

            Position++;
            days.Add(read);
            if (Current != "to" || WeekdaysAfter(read, Position + 1 < words.Length ? words[Position + 1] : "") is not { } last) continue;
            Position += 2;
            days.Add(last);
        }
    }

    /// <summary>The days of the week after one up to another: <c>monday to friday</c>.</summary>
    private static string? WeekdaysAfter(string first, string word)
    {
        if (WeekdaysOf(word) is not { Length: 2 } last || first.Length > 2) return null;
        var (from, until) = (WeekdayNumber.DayOf(first), WeekdayNumber.DayOf(last));
        var count = ((int)until - (int)from + 7) % 7;
        return count == 0
            ? null
            : string.Join(',', Enumerable.Range(1, count)
                .Select(later => WeekdayNumber.NameOf((IsoDayOfWeek)((((int)from - 1 + later) % 7) + 1))));
    }

    private static string? WeekdaysOf(string word)
    {
        if (word is "weekday" or "weekdays") return "MO,TU,WE,TH,FR";
        if (word is "weekend" or "weekends") return "SA,SU";
        var isDay = CalendarWords.TryReadWeekday(word, out var day)
            || (word.EndsWith('s') && CalendarWords.TryReadWeekday(word.AsSpan(..^1), out day));
        return isDay ? WeekdayNumber.NameOf(day) : null;
    }

    /// <summary>Reads months after <c>of</c> or <c>in</c>.</summary>
    public string? ReadMonthsOf()
    {
        var start = Position;
        var months = Take("of") || Take("in") ? ReadMonths() : [];
        if (months.Length > 0) return string.Join(',', months.Select(month => month.ToString(CultureInfo.InvariantCulture)));
        Position = start;
        return null;
    }

    /// <summary>Reads months and ranges of them: <c>march and september</c>, <c>october to may</c>.</summary>
    public ImmutableArray<int> ReadMonths()
    {
        var months = new List<int>();
        while (ReadMonth() is { } month)
        {
            months.Add(month);
            var start = Position;
            if (Take("to") && ReadMonth() is { } last)
            {
                for (; month != last; months.Add(month)) month = (month % 12) + 1;
            }
            else
            {
                Position = start;
            }

            if (Position + 1 < words.Length) Take("and");
        }

        return [.. months.Distinct()];
    }

    public int? ReadMonth()
    {
        if (!CalendarWords.TryReadMonth(Current, out var month)) return null;
        Position++;
        return month;
    }

    /// <summary>Reads an interval, which is 1 when there is none.</summary>
    public int ReadInterval()
    {
        if (Take("other")) return 2;
        var number = Numbers.IndexOf(Current);
        var isNumber = number > 0 || int.TryParse(Current, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        if (!isNumber || number is < 1 or >= 1000) return 1;
        Position++;
        return number;
    }

    public bool IsNumber()
    {
        var start = Position;
        var isNumber = ReadNumber() is not null;
        Position = start;
        return isNumber;
    }

    /// <summary>Reads an ordinal or a number: <c>3rd</c>, <c>third</c>, <c>15</c>, or -1 for <c>last</c>.</summary>
    public int? ReadNumber()
    {
        var number = Current == "last" ? -1 : Ordinals.IndexOf(Current);
        if (number is 0 || (number < 1 && Current != "last"))
        {
            var digits = Current.TrimEnd('s', 't', 'n', 'd', 'r', 'h', '.');
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return null;
            if (number < 1 || number > MaxNumber) return null;
        }

        Position++;
        return number;
    }

    /// <summary>Skips a word if it is the next one.</summary>
    public bool Take(string word)
    {
        if (Current != word) return false;
        Position++;
        return true;
    }
}
