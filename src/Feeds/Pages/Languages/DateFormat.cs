using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Pages.Languages;

/// <summary>Writes dates and times as a language does.</summary>
internal sealed class DateFormat
{
    private readonly DateTable table;
    private readonly RegionHabits habits;
    private readonly LocalDatePattern day;
    private readonly YearMonthPattern month;
    private readonly LocalDatePattern[][] days;
    private readonly LocalTimePattern time;
    private readonly LocalTimePattern[] hours;
    private readonly LocalTimePattern[] hoursFromMorning;

    private DateFormat(DateTable table, RegionHabits habits)
    {
        (this.table, this.habits) = (table, habits);
        var culture = CultureOf(table);
        var clock = habits.Hours == 12 ? table.Clock12 : table.Clock24;
        day = LocalDatePattern.Create(table.Day, culture);
        month = YearMonthPattern.Create(table.Month, culture);
        days = table.Days is { } ranges ? [Halves(ranges.SameMonth), Halves(ranges.SameYear), Halves(ranges.Other)] : [];
        time = LocalTimePattern.Create(clock.Time, culture);
        hours = HalvesOfHours(clock.Hours);
        hoursFromMorning = HalvesOfHours(clock.HoursFromMorning ?? clock.Hours);
        var first = habits.FirstDay;
        Week = [.. Enumerable.Range(first - 1, 7).Select(index => (IsoDayOfWeek)((index % 7) + 1))];

        LocalDatePattern[] Halves(string[] patterns) => Array.ConvertAll(patterns, half => LocalDatePattern.Create(half, culture));

        LocalTimePattern[] HalvesOfHours(string[] patterns) => Array.ConvertAll(patterns, half => LocalTimePattern.Create(half, culture));
    }

    /// <summary>The days of the week, the first one first.</summary>
    public ImmutableArray<IsoDayOfWeek> Week { get; }

    /// <param name="region">The country; null for the one where most speak the language.</param>
    public static DateFormat Of(DateTable table, string? region) =>
        new(table, table.Regions.GetValueOrDefault(region ?? "") ?? table.Regions[""]);

    /// <summary>With the weekday.</summary>
    public string Day(LocalDate date) => Native(day.Format(date));

    public string Month(YearMonth date) => Native(month.Format(date));

    public string Year(int year) => Native(string.Format(CultureInfo.InvariantCulture, table.Year, year));

    public string Number(int number) => Native(number.ToString(CultureInfo.InvariantCulture));

    public string MonthName(int number) => table.MonthsAlone[number - 1];

    public string ShortMonthName(int number) => table.ShortMonths[number - 1];

    public string Weekday(IsoDayOfWeek weekday) => table.Weekdays[(int)weekday - 1];

    public string ShortWeekday(IsoDayOfWeek weekday) => table.ShortWeekdays[(int)weekday - 1];

    /// <summary>A day and a time.</summary>
    public string Moment(LocalDateTime moment) => Joined(table.DayAndTime, Native(time.Format(moment.TimeOfDay)), Day(moment.Date));

    public string Days(LocalDate first, LocalDate last)
    {
        if (first == last) return Day(first);
        if (days.Length == 0) return Joined(table.Range, Day(first), Day(last));
        var halves = (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => days[0],
            (true, _) => days[1],
            _ => days[2],
        };
        return Native(halves[0].Format(first) + halves[1].Format(last));
    }

    /// <summary>From one moment to another, with the day once where it is the same.</summary>
    public string Moments(LocalDateTime start, LocalDateTime end)
    {
        if (start.Date != end.Date) return Joined(table.Range, Moment(start), Moment(end));
        var halves = start.Hour < 12 == end.Hour < 12 ? hours : hoursFromMorning;
        var range = Native(halves[0].Format(start.TimeOfDay) + halves[1].Format(end.TimeOfDay));
        return Joined(table.DayAndHours, range, Day(start.Date));
    }

    /// <summary>Says after a time that it is that of a city.</summary>
    /// <param name="zone">The id of its zone.</param>
    public string ZoneOf(string zone)
    {
        var city = table.Cities.GetValueOrDefault(zone) ?? zone.Split('/')[^1].Replace('_', ' ');
        return string.Format(CultureInfo.InvariantCulture, table.Zone, city);
    }

    private static string Joined(string template, string first, string second) =>
        string.Format(CultureInfo.InvariantCulture, template, first, second);

    private string Native(string text) => habits.Digits == "arab"
        ? string.Create(text.Length, text, (native, latin) =>
        {
            for (var i = 0; i < latin.Length; i++) native[i] = char.IsAsciiDigit(latin[i]) ? (char)(latin[i] - '0' + '٠') : latin[i];
        })
        : text;

    private static CultureInfo CultureOf(DateTable table)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var names = culture.DateTimeFormat;
        (names.MonthNames, names.MonthGenitiveNames) = ([.. table.MonthsAlone, ""], [.. table.Months, ""]);
        (names.DayNames, names.AbbreviatedDayNames) = (FromSunday(table.Weekdays), FromSunday(table.ShortWeekdays));
        (names.AMDesignator, names.PMDesignator) = (table.DayPeriods[0], table.DayPeriods[1]);
        return culture;

        static string[] FromSunday(string[] names) => [names[^1], .. names[..^1]];
    }
}
