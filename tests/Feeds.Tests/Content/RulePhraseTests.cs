using System.Globalization;
using Feeds.Content.Recurrence;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>English words say how an event comes back.</summary>
public sealed class RulePhraseTests
{
    [Theory]
    [InlineData("wednesday", "FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("every Wednesday", "FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("Wednesdays", "FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("mon, wed and fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR")]
    [InlineData("weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("weekend", "FREQ=WEEKLY;BYDAY=SA,SU")]
    [InlineData("other thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("every other week", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("week", "FREQ=WEEKLY")]
    [InlineData("weekly", "FREQ=WEEKLY")]
    [InlineData("weekly on tuesday and thursday", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("two weeks", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("3 weeks on monday", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO")]
    [InlineData("fortnight", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("wednesday in july and august", "FREQ=WEEKLY;BYMONTH=7,8;BYDAY=WE")]
    [InlineData("day", "FREQ=DAILY")]
    [InlineData("daily", "FREQ=DAILY")]
    [InlineData("ten days", "FREQ=DAILY;INTERVAL=10")]
    [InlineData("third wednesday", "FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("3rd Wednesday of each month", "FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("2nd and 4th tuesday", "FREQ=MONTHLY;BYDAY=2TU,4TU")]
    [InlineData("first, third and fifth monday", "FREQ=MONTHLY;BYDAY=1MO,3MO,5MO")]
    [InlineData("first monday and friday", "FREQ=MONTHLY;BYDAY=1MO,1FR")]
    [InlineData("last friday of the month", "FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("last friday of every other month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR")]
    [InlineData("last weekday of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")]
    [InlineData("last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1")]
    [InlineData("month", "FREQ=MONTHLY")]
    [InlineData("monthly", "FREQ=MONTHLY")]
    [InlineData("quarter", "FREQ=MONTHLY;INTERVAL=3")]
    [InlineData("month on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15")]
    [InlineData("1st and 15th of the month", "FREQ=MONTHLY;BYMONTHDAY=1,15")]
    [InlineData("15th", "FREQ=MONTHLY;BYMONTHDAY=15")]
    [InlineData("other month on the second tuesday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU")]
    [InlineData("two months on the 1st", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1")]
    [InlineData("first monday of march and september", "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO")]
    [InlineData("last sunday in october", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")]
    [InlineData("15 march", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15")]
    [InlineData("15th of march", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15")]
    [InlineData("15th of march and june", "FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=15")]
    [InlineData("year on March 15", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15")]
    [InlineData("year on the second sunday of may", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU")]
    [InlineData("year", "FREQ=YEARLY")]
    [InlineData("yearly", "FREQ=YEARLY")]
    [InlineData("two years", "FREQ=YEARLY;INTERVAL=2")]
    [InlineData("third wednesday 18:30", "FREQ=MONTHLY;BYDAY=3WE at 18:30")]
    [InlineData("2nd and 4th tuesday at 7 pm", "FREQ=MONTHLY;BYDAY=2TU,4TU at 19:00")]
    [InlineData("wednesday 18:30-21:00", "FREQ=WEEKLY;BYDAY=WE at 18:30–21:00")]
    [InlineData("wednesday from 18:30 to 21:00", "FREQ=WEEKLY;BYDAY=WE at 18:30–21:00")]
    [InlineData("wednesday until 2026-12-31", "FREQ=WEEKLY;BYDAY=WE until 2026-12-31")]
    [InlineData("wednesday until December 31st, 2026", "FREQ=WEEKLY;BYDAY=WE until 2026-12-31")]
    [InlineData("biweekly", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("bi-weekly on thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("bi-weekly thursdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("fortnightly on mondays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")]
    [InlineData("every alternate thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("second week", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("every 3rd week on monday", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO")]
    [InlineData("monthly third thursday", "FREQ=MONTHLY;BYDAY=3TH")]
    [InlineData("last thursday except december", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11;BYDAY=-1TH")]
    [InlineData("last thursday (except in December)", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11;BYDAY=-1TH")]
    [InlineData("second tuesday, no august", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=2TU")]
    [InlineData("second tuesday, but not in july or august", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=2TU")]
    [InlineData("second tuesday; no meetings in July & August", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=2TU")]
    [InlineData("wednesday without june to august", "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,9,10,11,12;BYDAY=WE")]
    [InlineData("wednesday except july, 2026-12-16", "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,8,9,10,11,12;BYDAY=WE except 2026-12-16")]
    [InlineData("wednesday except december 16, 2026", "FREQ=WEEKLY;BYDAY=WE except december 16, 2026")]
    [InlineData("monday of july and august except august", "FREQ=WEEKLY;BYMONTH=7;BYDAY=MO")]
    [InlineData("third thursday from september to june", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=3TH")]
    [InlineData("third thursday in sep-jun", "FREQ=YEARLY;BYMONTH=9,10,11,12,1,2,3,4,5,6;BYDAY=3TH")]
    [InlineData("thursday 18:30 from October through May", "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,10,11,12;BYDAY=TH at 18:30")]
    [InlineData("third thursday from september to june from 18:30 to 21:00 except december", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11;BYDAY=3TH at 18:30–21:00")]
    [InlineData("day except sunday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA")]
    [InlineData("weekday except fridays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH")]
    [InlineData("monday to thursday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH")]
    [InlineData("mon-fri", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("first thursday of each quarter", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1TH")]
    [InlineData("second thursday in every quarter", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=2TH")]
    [InlineData("last thursday of the quarter 19:00", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=-1TH at 19:00")]
    [InlineData("first weekday of the quarter", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1")]
    [InlineData("15th of each quarter", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=15")]
    [InlineData("first weekday of march and september", "FREQ=MONTHLY;BYMONTH=3,9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1")]
    [InlineData("wednesday, 10 times", "FREQ=WEEKLY;BYDAY=WE 10 times")]
    [InlineData("wednesday except 2026-12-16", "FREQ=WEEKLY;BYDAY=WE except 2026-12-16")]
    [InlineData("third wednesday 18:30 until 2026-12-31 except 2026-12-16, 2026-11-18 and 2026-10-21", "FREQ=MONTHLY;BYDAY=3WE at 18:30 until 2026-12-31 except 2026-12-16|2026-11-18|2026-10-21")]
    public void IsUnderstood(string text, string expected)
    {
        Assert.True(RulePhrase.TryRead(text, DateOrder.Unstated, out var phrase, out var problem), problem);
        Assert.Equal(expected, Shown(phrase));
    }

    [Theory]
    [InlineData("", "is not understood; write it such as 'wednesday'")]
    [InlineData("full moon", "is not understood; write it such as 'wednesday'")]
    [InlineData("bimonthly", "may mean twice a month or every two months; write '1st and 15th' or 'other month'")]
    [InlineData("bi-monthly on friday", "may mean twice a month or every two months; write '1st and 15th' or 'other month'")]
    [InlineData("second day of march and then some", "is not understood; write it such as 'last day of the month'")]
    [InlineData("thursday until june", "has no date after 'until'; write it such as 'wednesday until 2026-12-31'")]
    [InlineData("thursday until june 2026", "has no date after 'until'; write it such as 'wednesday until 2026-12-31'")]
    [InlineData("last thursday except easter", "leaves out 'easter', which is not understood; write dates such as 'except 2026-12-16', or months such as 'except july and august'")]
    [InlineData("last thursday except 24 december", "leaves out '24 december', which has no year; write it as 2024-02-21")]
    [InlineData("last thursday except", "is not understood; write it such as 'thursday except december'")]
    [InlineData("third thursday from september to june except for the holidays", "leaves out 'the holidays', which is not understood; write dates such as 'except 2026-12-16', or months such as 'except july and august'")]
    [InlineData("first thursday except fridays", "leaves out 'fridays', which is not understood; write dates such as 'except 2026-12-16', or months such as 'except july and august'")]
    [InlineData("year except december", "leaves out 'december', which it cannot leave out; write the dates, as in 'except 2026-12-16'")]
    [InlineData("wednesday in july except july", "leaves out 'july', which it cannot leave out; write the dates, as in 'except 2026-12-16'")]
    [InlineData("fifth thursday of the quarter", "is not understood; write it such as 'first thursday of the quarter'")]
    [InlineData("first and last thursday of each quarter", "is not understood; write it such as 'first thursday of the quarter'")]
    [InlineData("sixth wednesday", "is not understood; write it such as 'wednesday'")]
    [InlineData("6th wednesday", "is not understood; write it such as 'wednesday'")]
    [InlineData("month on the 32nd", "is not understood; write it such as 'month on the 15th'")]
    [InlineData("month on wednesday", "is not understood; write it such as 'month on the 15th'")]
    [InlineData("third wednesday of march and then some", "is not understood; write it such as 'first monday of march and september'")]
    [InlineData("wednesday until easter", "has no date after 'until'; write it such as 'wednesday until 2026-12-31'")]
    [InlineData("wednesday 0 times", "is not understood; write it such as 'wednesday 10 times'")]
    [InlineData("wednesday 10 times until 2026-12-31", "ends twice; write either the last day or the number of times")]
    [InlineData("wednesday 18:30 from 19:00", "gives two times of day; write one")]
    [InlineData("18:30", "is not understood; write it such as 'third wednesday 18:30'")]
    public void IsRefused_WithTheNearestExample(string text, string expected)
    {
        Assert.False(RulePhrase.TryRead(text, DateOrder.Unstated, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void IsRefused_WhenItIsLongerThanAnyRule()
    {
        var phrase = string.Concat(Enumerable.Repeat("monday and ", 1_000)) + "tuesday";

        Assert.False(RulePhrase.TryRead(phrase, DateOrder.Unstated, out _, out var problem));
        Assert.StartsWith("is not understood", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void UnderstandsItsOwnExamples() =>
        Assert.All(RulePhrase.Examples, example => Assert.True(RulePhrase.TryRead(example, DateOrder.Unstated, out _, out var problem), $"{example} {problem}"));

    private static string Shown(RulePhrase phrase)
    {
        var time = phrase.Time is { } at ? $" at {at.Start.ToString("HH:mm", CultureInfo.InvariantCulture)}" : "";
        var end = phrase.Time?.End is { } until ? $"–{until.Time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : "";
        var last = phrase.Until is { } day ? $" until {day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}" : "";
        var times = phrase.Times is { } count ? string.Create(CultureInfo.InvariantCulture, $" {count} times") : "";
        return $"{phrase.Rule}{time}{end}{last}{times}{(phrase.Except.IsEmpty ? "" : " except " + string.Join('|', phrase.Except))}";
    }
}
