using System.Text.Json;
using Feeds.Pages.Languages;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>Dates and times are written as ICU writes them with the same CLDR.</summary>
public sealed class DateInteropTests : IDisposable
{
    private const int Dates = 400;

    // With a country: its clock, its digits, its first day of the week.
    private static readonly string[] Languages =
        ["en-AU", "de", "fr", "es", "pt", "it", "nl", "cs", "ar", "he", "ja", "ar-EG", "ar-AE", "de-CH", "pt-PT"];

    /// <summary>Patterns that differ, each with the languages and the reason.</summary>
    private static readonly Dictionary<string, string[]> Exceptions = new(StringComparer.Ordinal)
    {
        // English stays as it was before there were other languages; only its names of days and months are compared.
        ["day"] = ["en-AU"],
        ["shortMonth"] = ["en-AU"],
        ["moment"] = ["en-AU"],
        // Portuguese in Portugal has a comma of its own; here a country changes the clock, the digits and the week only.
        // ICU falls back to numbers for a range in Japanese; CLDR has a pattern with the names of the parts.
        ["hours"] = ["en-AU", "ja", "pt-PT"],
        ["days"] = ["en-AU", "ja"],
        ["manyDays"] = ["en-AU", "ja"],
        ["moments"] = ["en-AU", "ja"],
        // The week of English pages starts on Monday in every country.
        ["firstDay"] = ["en-AU"],
    };

    private readonly TempFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task WritesDates_AsIcuDoes()
    {
        var dates = Enumerable.Range(0, Dates).Select(Date).ToArray();
        home.Write("dates.json", JsonSerializer.Serialize(new { languages = Languages, dates = dates.Select(date => LocalDateTimePattern.GeneralIso.Format(date) + "Z") }));

        var icu = await ForeignProgram.Icu.ReadAsync<Dictionary<string, Dictionary<string, string>[]>>(home, home.At("dates.json"));
        if (icu.Count == 0) SkipIfMissing.EndsTheTest("The node that is installed does not have CLDR 48, from which the tables of dates are.");

        var differences =
            from language in Languages
            from found in icu[language].Zip(dates)
            from own in Written(Words.Of(language).Dates, found.Second)
            where own.Text != found.First[own.Pattern] && found.First[own.Pattern].Length > 0
            where !Exceptions.GetValueOrDefault(own.Pattern, []).Contains(language)
            select $"{language} {own.Pattern} {LocalDateTimePattern.GeneralIso.Format(found.Second)}: {own.Text} | {found.First[own.Pattern]}";
        Assert.Equal([], differences.Take(20));
    }

    [Fact]
    public async Task CountsInTheForms_OfIcu()
    {
        string[] languages = [.. LanguageTag.WithWords];
        int[] numbers = [.. Enumerable.Range(0, 1001), 1_000_000, 2_000_000, 1_000_001];
        home.Write("numbers.json", JsonSerializer.Serialize(new { languages, numbers }));

        var icu = await ForeignProgram.IcuPlurals.ReadAsync<Dictionary<string, Dictionary<string, string[]>>>(home, home.At("numbers.json"));

        Assert.All(languages, language => Assert.Equal(icu[language]["cardinal"], numbers.Select(number => PluralRules.Of(language, number))));
        // A position is the day of a month.
        Assert.All(languages, language => Assert.Equal(icu[language]["ordinal"].Take(32), numbers.Take(32).Select(number => PluralRules.OfOrdinal(language, number))));
    }

    private static IEnumerable<(string Pattern, string Text)> Written(DateFormat format, LocalDateTime at)
    {
        yield return ("day", format.Day(at.Date));
        yield return ("month", format.Month(at.Date.ToYearMonth()));
        yield return ("year", format.Year(at.Year));
        yield return ("shortMonth", format.ShortMonthName(at.Month));
        yield return ("weekday", format.Weekday(at.DayOfWeek));
        yield return ("moment", format.Moment(at));
        yield return ("hours", format.Moments(at, at.PlusMinutes(90)));
        yield return ("days", format.Days(at.Date, at.Date.PlusDays(3)));
        yield return ("manyDays", format.Days(at.Date, at.Date.PlusDays(40)));
        yield return ("moments", format.Moments(at, at.PlusDays(3)));
        yield return ("firstDay", FormattableString.Invariant($"{(int)format.Week[0]}"));
    }

    // Every day of a year and some weeks, at hours that go round.
    private static LocalDateTime Date(int index) => new LocalDateTime(2026, 11, 20, 0, 5).PlusDays(index).PlusMinutes(index * 37 % (24 * 60));
}
