using System.Collections.Immutable;
using System.Text.Json;

namespace Feeds.Pages.Languages;

/// <summary>How a language writes dates and times, as CLDR has it, with patterns of NodaTime.</summary>
internal sealed record DateTable
{
    /// <summary>The names beside a day, such as <c>března</c>.</summary>
    public required string[] Months { get; init; }

    /// <summary>The names without a day, such as <c>březen</c>.</summary>
    public required string[] MonthsAlone { get; init; }

    public required string[] ShortMonths { get; init; }

    /// <summary>From Monday.</summary>
    public required string[] Weekdays { get; init; }

    /// <summary>From Monday.</summary>
    public required string[] ShortWeekdays { get; init; }

    /// <summary>The words for the hours before noon, and for those after.</summary>
    public required string[] DayPeriods { get; init; }

    public required string Day { get; init; }

    public required string Month { get; init; }

    public required string Year { get; init; }

    /// <summary>Null where both days are always written in full.</summary>
    public DayRanges? Days { get; init; }

    public required string DayAndTime { get; init; }

    public required string DayAndHours { get; init; }

    public required string Range { get; init; }

    public required ClockPatterns Clock24 { get; init; }

    public required ClockPatterns Clock12 { get; init; }

    /// <summary>Says after a time that it is that of a city.</summary>
    public required string Zone { get; init; }

    /// <summary>By country; the empty name is for all others.</summary>
    public required Dictionary<string, RegionHabits> Regions { get; init; }

    /// <summary>The cities that do not have the name in the id of their zone, by that id.</summary>
    public required Dictionary<string, string> Cities { get; init; }

    /// <summary>The languages that have a table.</summary>
    public static ImmutableArray<string> Languages { get; } = ["en", "de", "fr", "es", "pt", "it", "nl", "cs", "ar", "he", "ja"];

    public static DateTable Read(string language) =>
        JsonSerializer.Deserialize<DateTable>(Page.Resource($"dates.{language}.json"), JsonSerializerOptions.Web)!;
}

/// <summary>The two halves of a range of days.</summary>
internal sealed record DayRanges(string[] SameMonth, string[] SameYear, string[] Other);

/// <summary>A time, and the two halves of a range of times.</summary>
/// <param name="HoursFromMorning">The halves where one time is before noon and the other after it; null where they are the same.</param>
internal sealed record ClockPatterns(string Time, string[] Hours, string[]? HoursFromMorning);

/// <summary>What is customary in a country.</summary>
/// <param name="FirstDay">Of the week; 1 is Monday.</param>
/// <param name="Hours">Of the clock: 12 or 24.</param>
/// <param name="Digits">As Unicode calls them; null for those of this program.</param>
internal sealed record RegionHabits(int FirstDay, int Hours, string? Digits);
