using Feeds.Formats.Calendar.Recurrence;
using Feeds.Pages.Events;
using Feeds.Pages.Languages;
using Xunit;

namespace Feeds.Tests.Pages.Languages;

/// <summary>Recurrence rules in words.</summary>
public sealed class RecurrenceTextTests
{
    [Theory]
    [InlineData("en", "FREQ=WEEKLY;BYDAY=MO,FR", "every Monday and Friday")]
    [InlineData("cs", "FREQ=WEEKLY;BYDAY=MO,WE", "každé pondělí a každou středu")]
    [InlineData("de", "FREQ=WEEKLY;BYDAY=MO,FR", "jeden Montag und Freitag")]
    [InlineData("pt", "FREQ=WEEKLY;BYDAY=MO,SA", "toda segunda-feira e todo sábado")]
    [InlineData("en", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every other week on Tuesday")]
    [InlineData("cs", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "každý druhý týden v úterý")]
    [InlineData("cs", "FREQ=DAILY;INTERVAL=3", "každé 3 dny")]
    [InlineData("cs", "FREQ=DAILY;INTERVAL=5", "každých 5 dní")]
    [InlineData("en", "FREQ=MONTHLY;BYDAY=3WE", "every month on the third Wednesday")]
    [InlineData("cs", "FREQ=MONTHLY;BYDAY=3WE", "každý měsíc vždy třetí středu")]
    [InlineData("de", "FREQ=MONTHLY;BYDAY=1MO,-1FR", "jeden Monat am letzten Freitag und ersten Montag")]
    [InlineData("fr", "FREQ=MONTHLY;BYDAY=1MO", "chaque mois, le premier lundi")]
    [InlineData("it", "FREQ=MONTHLY;BYDAY=-1SU", "ogni mese, l’ultima domenica")]
    [InlineData("es", "FREQ=MONTHLY;BYDAY=2TH", "cada mes, el segundo jueves")]
    [InlineData("nl", "FREQ=MONTHLY;BYDAY=2TH", "elke maand op de tweede donderdag")]
    [InlineData("en", "FREQ=MONTHLY;BYMONTHDAY=1,22,11", "every month on the 1st, 11th and 22nd")]
    [InlineData("fr", "FREQ=MONTHLY;BYMONTHDAY=1,15", "chaque mois, le 1er et le 15")]
    [InlineData("cs", "FREQ=MONTHLY;BYMONTHDAY=1,-1", "každý měsíc vždy poslední a 1. den")]
    [InlineData("cs", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8", "každý rok vždy 8. den v březnu")]
    [InlineData("en", "FREQ=YEARLY;INTERVAL=4;BYMONTH=3,9;BYDAY=1SU", "every 4 years on the first Sunday in March and September")]
    [InlineData("cs", "FREQ=YEARLY;BYDAY=1SU", null)]
    public void IsSaid_InEachLanguage(string language, string rule, string? expected)
    {
        Assert.True(RecurrenceRule.TryParse(rule, out var parsed, out _));

        Assert.Equal(expected, RecurrenceText.Of(parsed, Words.Of(language)));
    }
}
