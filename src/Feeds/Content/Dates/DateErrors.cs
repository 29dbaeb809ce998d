using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>Problems of dates and times, as half sentences that follow the quoted text.</summary>
internal static class DateErrors
{
    public const string NotADate = "is not a date; write it as 2024-02-21 or 2024-02-21T18:30";
    public const string NotATime = "is not a time; write it as 18:30 or 18:30–20:00";
    public const string NoYear = "has no year; write it as 2024-02-21";
    public const string NoMonth = "has no month; write it as 2024-02-21";
    public const string NoDay = "has no day; write it as 2024-02-21";
    public const string ShortYear = "has a year of two digits; write all four, as in 2024-02-21";
    public const string YearZero = "has year 0, but years go from 1 to 9999";
    public const string Range = "is a range; write one date, as in 2024-02-21 or 2024-02-21T18:30";
    public const string SeparateDays = "names days that do not run on; write 'dates: [2024-02-21, 2024-02-28]', or an event for each";
    public const string TimeAtEndOnly =
        "has a time at its end but none at its start; write both, as in 2024-02-21T18:30 – 2024-02-22T20:00";
    public const string StartsAtEndOfDay = "starts when the day has ended; write 00:00 and the date of the next day";
    public const string Offset = "has an offset past 14:00; offsets go from -14:00 to +14:00";
    public const string LastDay = "is after 9999-12-31, the last day there is";

    public static string Month(int month) => string.Create(null, $"has month {month}, but a year has 12 months");

    public static string Day(int year, int month, int day)
    {
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return string.Create(null, $"has day {day}, but {CalendarWords.NameOf(month)} {year} has {days} days");
    }

    public static string Ambiguous(int year, int first, int second)
    {
        const string Setting = "'dates: day-first' or 'dates: month-first' in site.yaml";
        return string.Create(
            null,
            $"could be {first} {CalendarWords.NameOf(second)} or {second} {CalendarWords.NameOf(first)}; " +
            $"write {year:D4}-{second:D2}-{first:D2} or {year:D4}-{first:D2}-{second:D2}, or {Setting}");
    }

    public static string Hour(int hour) => string.Create(null, $"has hour {hour}, but a day ends at 24:00");

    public static string HourOfHalf(int hour, int minute) => string.Create(
        null, $"has hour {hour} with AM or PM, but that clock goes from 1 to 12; write {hour}:{minute:D2} alone");

    public static string Minute(int minute) => string.Create(null, $"has minute {minute}, but an hour has 60 minutes");

    public static string Second(int second) => string.Create(null, $"has second {second}, but a minute has 60 seconds");
}
