using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;
using Feeds.Text;
using NodaTime.Text;

namespace Feeds.Content.Recurrence;

/// <summary>A rule as iCalendar has it, with the lines that libraries such as rrule.js write around it.</summary>
/// <param name="Rules">The values of <c>RRULE</c>.</param>
/// <param name="Start">The value of <c>DTSTART</c>, with its zone; null when there is none.</param>
/// <param name="Unknown">A line that would leave dates out in a way that is not read; null when there is none.</param>
internal sealed record RuleLines(
    ImmutableArray<string> Rules, string? Start, ImmutableArray<string> Extra, ImmutableArray<string> Excluded, string? Unknown)
{
    private const string Until = "until=";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private static readonly Regex Line = new(
        @"\b(?<name>DTSTART|RRULE|EXRULE|EXDATE|RDATE)(?<parameters>(?:;[a-z-]+=[^:;\s]+)*):(?<value>[^\s\\]+)", LinearRegex.IgnoreCase);

    private static readonly Regex Zone = new(@"TZID=""?(?<name>[^"";:]+)", LinearRegex.IgnoreCase);

    public static RuleLines Of(Field field, DateOrder order)
    {
        var text = Text(field.Value);
        var lines = Line.Matches(text);
        if (lines.Count == 0) return new RuleLines([WithUntil(text, order)], null, [], [], null);
        return new RuleLines(
            [.. Values("RRULE").Select(value => WithUntil(value, order))],
            lines.FirstOrDefault(line => IsNamed(line, "DTSTART")) is { } start
                ? $"{start.Groups["value"].Value} {Zone.Match(start.Groups["parameters"].Value).Groups["name"].Value}".Trim()
                : null,
            [.. Values("RDATE").SelectMany(value => value.Split(','))],
            [.. Values("EXDATE").SelectMany(value => value.Split(','))],
            lines.FirstOrDefault(line => IsNamed(line, "EXRULE"))?.Value);

        IEnumerable<string> Values(string name) => lines.Where(line => IsNamed(line, name)).Select(line => line.Groups["value"].Value);
    }

    /// <summary>Whether a field is such a rule and not words.</summary>
    public static bool IsRule(Field field) => field.Value is MapValue || Text(field.Value).Contains('=', StringComparison.Ordinal);

    private static bool IsNamed(Match line, string name) => line.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a rule, which may be a map such as <c>{freq: weekly, byday: [mo, we]}</c>.</summary>
    public static string Text(Value value) => value switch
    {
        TextValue text => text.Text.Trim(),
        ListValue { Items: [TextValue { Text: var first }, ..] } lines when first.Contains(':', StringComparison.Ordinal) =>
            string.Join('\n', lines.Items.Select(Text)),
        ListValue list => string.Join(',', list.Items.Select(Text)),
        MapValue map => string.Join(';', map.Fields.Where(part => !IsStart(part.Key)).Select(Part)),
        _ => "",
    };

    private static bool IsStart(string key) => FrontMatterFields.Normalized(key) is "dtstart" or "tzid";

    private static string Part(Field part)
    {
        var name = FrontMatterFields.Normalized(part.Key) switch
        {
            "frequency" => "freq",
            "byweekday" or "weekdays" or "days" => "byday",
            var other => other,
        };
        var value = Text(part.Value);
        if (name == "byday") value = string.Join(',', value.Split(',', StringSplitOptions.TrimEntries).Select(DayOf));
        return $"{name}={value}";
    }

    private static string DayOf(string word) =>
        CalendarWords.TryReadWeekday(word, out var day) ? WeekdayNumber.NameOf(day) : word;

    /// <summary>The rule with the last day as iCalendar writes it.</summary>
    private static string WithUntil(string rule, DateOrder order) =>
        string.Join(';', rule.Split(';').Select(part => part.Trim() is var written && IsUntil(written)
            && DateReader.TryRead(written[Until.Length..], order, out var date, out _) && date.Time is null
                ? Until + Day.Format(date.Date)
                : part));

    // As in 20261231, the date is left as it is.
    private static bool IsUntil(string part) =>
        part.StartsWith(Until, StringComparison.OrdinalIgnoreCase) && part.AsSpan(Until.Length).ContainsAnyExceptInRange('0', '9');
}
