using Feeds.Formats.Calendar.Recurrence;
using NodaTime;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>The rule that puts one date into each of several years, of those that RFC 5545 §3.3.10 can say in one month.</summary>
internal sealed record YearlyRule(int Month, IsoDayOfWeek Weekday, int MinDay, int MaxDay, bool IsLast)
{
    /// <summary>The rule of which one date is known.</summary>
    public static YearlyRule Of(LocalDate date) => new(date.Month, date.DayOfWeek, date.Day, date.Day, IsOfLastWeek(date));

    /// <summary>The rule that gives this date too; null when there is none.</summary>
    public YearlyRule? With(LocalDate date)
    {
        if (date.Month != Month) return null;
        var rule = this with
        {
            Weekday = date.DayOfWeek == Weekday ? Weekday : IsoDayOfWeek.None,
            MinDay = Math.Min(MinDay, date.Day),
            MaxDay = Math.Max(MaxDay, date.Day),
            IsLast = IsLast && IsOfLastWeek(date),
        };
        var maxDays = rule.Weekday == IsoDayOfWeek.None ? 1 : 7;
        return rule.MaxDay - rule.MinDay < maxDays ? rule : null;
    }

    /// <summary>The parts of an <c>RRULE</c> that say it.</summary>
    public override string ToString()
    {
        if (Weekday == IsoDayOfWeek.None) return FormattableString.Invariant($"BYMONTH={Month};BYMONTHDAY={MinDay}");

        var day = WeekdayNumber.NameOf(Weekday);
        if (IsLast) return FormattableString.Invariant($"BYMONTH={Month};BYDAY=-1{day}");

        // All the dates lie in seven days that begin on one of these.
        var (earliest, latest) = (Math.Max(1, MaxDay - 6), MinDay);
        var week = (latest + 6) / 7;
        if ((7 * week) - 6 >= earliest) return FormattableString.Invariant($"BYMONTH={Month};BYDAY={week}{day}");
        return FormattableString.Invariant($"BYMONTH={Month};BYDAY={day};BYMONTHDAY={string.Join(',', Enumerable.Range(earliest, 7))}");
    }

    private static bool IsOfLastWeek(LocalDate date) => date.PlusWeeks(1).Month != date.Month;
}
