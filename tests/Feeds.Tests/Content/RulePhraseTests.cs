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
    [InlineData("biweekly", "is not understood; write it such as 'wednesday'")]
    [InlineData("second week", "is not understood; write it such as 'weekday'")]
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
