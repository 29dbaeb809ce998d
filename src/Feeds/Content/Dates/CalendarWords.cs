using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>The names of months and weekdays; those in English in full or abbreviated to at least three letters.</summary>
internal static class CalendarWords
{
    private const int MinLetters = 3;

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static string NameOf(int month) => Months[month - 1];

    public static bool TryReadMonth(ReadOnlySpan<char> word, out int month)
    {
        month = 1 + IndexOf(Months, word);
        return month > 0 || ForeignNames.TryReadMonth(word, out month);
    }

    public static bool TryReadWeekday(ReadOnlySpan<char> word, out IsoDayOfWeek weekday)
    {
        weekday = (IsoDayOfWeek)(1 + IndexOf(Weekdays, word));
        return weekday != IsoDayOfWeek.None || ForeignNames.TryReadWeekday(word, out weekday);
    }

    private static int IndexOf(string[] names, ReadOnlySpan<char> word)
    {
        if (word.Length < MinLetters) return -1;

        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}
