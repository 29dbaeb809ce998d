using System.Collections.Immutable;
using System.Globalization;
using Feeds.Content.Dates;

namespace Feeds.Content.Recurrence;

/// <summary>A place in a row of words, from which numbers, months and days of the week are read.</summary>
internal sealed class WordCursor(ImmutableArray<string> words)
{
    private static readonly ImmutableArray<string> DayNames = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly ImmutableArray<string> Ordinals = ["", "first", "second", "third", "fourth", "fifth"];
    private static readonly ImmutableArray<string> Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private const int MaxNumber = 31;

    /// <summary>How many words are passed.</summary>
    public int Position { get; set; }

    /// <summary>The word that comes next; empty behind the last.</summary>
    public string Current => Position < words.Length ? words[Position] : "";

    /// <summary>The word passed last.</summary>
    public string Previous => words[Position - 1];

    public bool IsAtEnd => Position == words.Length;

    public void Skip() => Position++;

    /// <summary>Days of the week with <c>and</c> or nothing between them.</summary>
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
        }
    }

    private static string? WeekdaysOf(string word)
    {
        if (word is "weekday" or "weekdays") return "MO,TU,WE,TH,FR";
        if (word is "weekend" or "weekends") return "SA,SU";
        return CalendarWords.TryReadWeekday(word, out var day) || (word.EndsWith('s') && CalendarWords.TryReadWeekday(word.AsSpan(..^1), out day)) ? DayNames[(int)day] : null;
    }

    /// <summary>Months behind <c>of</c> or <c>in</c>.</summary>
    public string? ReadMonthsOf()
    {
        var start = Position;
        var months = new List<int>();
        if (Take("of") || Take("in"))
        {
            while (ReadMonth() is { } month)
            {
                months.Add(month);
                if (Position + 1 < words.Length) Take("and");
            }
        }

        if (months.Count > 0) return string.Join(',', months.Select(month => month.ToString(CultureInfo.InvariantCulture)));
        Position = start;
        return null;
    }

    /// <summary>The number of a month by its name.</summary>
    public int? ReadMonth()
    {
        if (!CalendarWords.TryReadMonth(Current, out var month)) return null;
        Position++;
        return month;
    }

    /// <summary>How many units apart: 1 where nothing is said.</summary>
    public int ReadInterval()
    {
        if (Take("other")) return 2;
        var number = Numbers.IndexOf(Current);
        if (number < 1 && !(int.TryParse(Current, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < 1000)) return 1;
        Position++;
        return number;
    }

    /// <summary>Whether a number that counts comes next.</summary>
    public bool IsNumber()
    {
        var start = Position;
        var isNumber = ReadNumber() is not null;
        Position = start;
        return isNumber;
    }

    /// <summary>A number that counts: <c>3rd</c>, <c>third</c>, <c>15</c>, or -1 for <c>last</c>.</summary>
    public int? ReadNumber()
    {
        var number = Current == "last" ? -1 : Ordinals.IndexOf(Current);
        if (number is 0 || (number < 1 && Current != "last"))
        {
            var digits = Current.TrimEnd('s', 't', 'n', 'd', 'r', 'h', '.');
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1 || number > MaxNumber) return null;
        }

        Position++;
        return number;
    }

    /// <summary>Whether this word comes next, which is then passed.</summary>
    public bool Take(string word)
    {
        if (Current != word) return false;
        Position++;
        return true;
    }
}
