using NodaTime;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>A day of the week, or one of those that a month or year has of it (RFC 5545 §3.3.10, <c>weekdaynum</c>).</summary>
/// <param name="Ordinal">Which one: 1 is the first, -1 the last; null for every one.</param>
/// <param name="Day">The day of the week.</param>
public readonly record struct WeekdayNumber(int? Ordinal, IsoDayOfWeek Day)
{
    private static readonly string[] Names = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The two letters that stand for a day of the week.</summary>
    internal static string NameOf(IsoDayOfWeek day) => Names[(int)day];

    /// <summary>The day of the week that two letters stand for; none when they stand for none.</summary>
    internal static IsoDayOfWeek DayOf(ReadOnlySpan<char> name)
    {
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            if (name.Equals(NameOf(day), StringComparison.OrdinalIgnoreCase)) return day;
        }

        return IsoDayOfWeek.None;
    }

    /// <summary>As <c>BYDAY</c> says it: <c>WE</c>, <c>3WE</c>, <c>-1WE</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ordinal}{NameOf(Day)}");
}
