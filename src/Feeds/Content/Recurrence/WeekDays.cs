using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Recurrence;

/// <summary>Reads the days of a week as FullCalendar and its plugin for Obsidian write them, such as <c>daysOfWeek: [3, 5]</c>.</summary>
internal static class WeekDays
{
    /// <summary>The letters of the plugin, in the order of FullCalendar's numbers.</summary>
    private const string Letters = "UMTWRFS";

    /// <summary>The phrase that the days make; null when there are none, or one is unknown, which is reported.</summary>
    public static Field? Phrase(FrontMatterFields front, DiagnosticBag report)
    {
        if (front.FindWritten(FieldNames.WeekDays) is not { } field) return null;
        var days = field.Words().Select(DayOf).ToArray();
        if (!days.Contains(IsoDayOfWeek.None))
            return field with { Value = new TextValue(string.Join(", ", days) + Until(front, report), field.Line) };
        const string Cure = "write 'every: wednesday and friday', or days such as [wed, fri]";
        report.Error(field.Line, $"'{field.Key}' has a day that is not known; {Cure}");
        return null;
    }

    // FullCalendar has the day after the last.
    private static string Until(FrontMatterFields front, DiagnosticBag report)
    {
        if (front.FindText(FieldNames.LastRecurrence) is not { } end) return "";
        if (DateRangeReader.TryReadDate(end.Text()!, DateOrder.Unstated, out var date, out var problem))
            return $" until {LocalDatePattern.Iso.Format(date.Date.PlusDays(-1))}";
        report.Error(end, $"{problem}");
        return "";
    }

    private static IsoDayOfWeek DayOf(string word)
    {
        if (CalendarWords.TryReadWeekday(word, out var day)) return day;
        if (word is not [var mark]) return IsoDayOfWeek.None;
        var number = char.IsAsciiDigit(mark) ? mark - '0' : Letters.IndexOf(char.ToUpperInvariant(mark));
        if (number == 0) return IsoDayOfWeek.Sunday;
        return number is > 0 and < 7 ? (IsoDayOfWeek)number : IsoDayOfWeek.None;
    }
}
