using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>Reads the text of a recurrence rule (RFC 5545 §3.3.10).</summary>
internal sealed class RuleParser
{
    private const int MaxLength = 2000;
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private string? problem;

    public static bool TryParse(string text, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out string? problem)
    {
        var parser = new RuleParser();
        rule = parser.Split(text) ? parser.Read() : null;
        problem = parser.problem ?? (rule is null ? null : RuleGrammar.ProblemOf(rule));
        if (problem is null && rule is not null) return true;
        (rule, problem) = (null, problem ?? "it is not a recurrence rule");
        return false;
    }

    private bool Split(string text)
    {
        if (text.Length > MaxLength) return Fails("the rule is longer than any that means something");
        foreach (var part in text.Trim().ToUpperInvariant().Split(';', StringSplitOptions.TrimEntries))
        {
            // A semicolon at the end is common, and says nothing.
            if (part.Length == 0) continue;
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) return Fails($"'{part}' is not a part of a rule; write parts such as FREQ=WEEKLY");
            if (!parts.TryAdd(part[..equals].TrimEnd(), part[(equals + 1)..].TrimStart())) return Fails($"{part[..equals]} is given twice");
        }

        return true;
    }

    private RecurrenceRule Read()
    {
        var rule = new RecurrenceRule(ReadFrequency())
        {
            Interval = Take("INTERVAL") is { } interval ? Number("INTERVAL", interval, 1, int.MaxValue) : 1,
            End = ReadEnd(),
            ByMonth = Numbers("BYMONTH", 1, 12),
            ByWeekNumber = Numbers("BYWEEKNO", -53, 53),
            ByYearDay = Numbers("BYYEARDAY", -366, 366),
            ByMonthDay = Numbers("BYMONTHDAY", -31, 31),
            ByDay = ReadDays(),
            ByHour = Numbers("BYHOUR", 0, 23),
            ByMinute = Numbers("BYMINUTE", 0, 59),
            // RFC 5545 §3.3.12: where there are no leap seconds, second 60 is second 59.
            BySecond = [.. Numbers("BYSECOND", 0, 60).Select(second => Math.Min(second, 59)).Distinct()],
            BySetPosition = Numbers("BYSETPOS", -366, 366),
            WeekStart = Take("WKST") is { } start ? Weekday(start) : IsoDayOfWeek.Monday,
        };
        if (parts.Count > 0) Fails($"{parts.Keys.Order(StringComparer.Ordinal).First()} is not a part of a rule");
        return rule;
    }

    private Frequency ReadFrequency()
    {
        if (Take("FREQ") is not { } name)
        {
            Fails("the rule has no FREQ; write one such as FREQ=WEEKLY");
            return default;
        }

        foreach (var frequency in Enum.GetValues<Frequency>())
        {
            if (string.Equals(frequency.ToString(), name, StringComparison.OrdinalIgnoreCase)) return frequency;
        }

        Fails($"FREQ={name} is none of YEARLY, MONTHLY, WEEKLY and DAILY");
        return default;
    }

    private RecurrenceEnd? ReadEnd()
    {
        var (count, until) = (Take("COUNT"), Take("UNTIL"));
        if (count is not null && until is not null) Fails("COUNT and UNTIL cannot stand together");
        if (count is not null) return new RecurrenceEnd.After(Number("COUNT", count, 1, int.MaxValue));
        if (until is null) return null;
        if (Day.Parse(until) is { Success: true, Value: var day } && WritableYears.Contain(day)) return new RecurrenceEnd.OnDay(day);
        if (Moment.Parse(until) is { Success: true, Value: var moment } && WritableYears.Contain(moment.Date))
            return new RecurrenceEnd.AtMoment(moment.InUtc().ToInstant());
        Fails($"UNTIL={until} is neither a day such as 20261231 nor a time in UTC such as 20261231T225959Z");
        return null;
    }

    private ImmutableArray<int> Numbers(string name, int min, int max) =>
        Take(name) is { } list ? [.. list.Split(',').Select(text => Number(name, text, min, max)).Distinct().Order()] : [];

    private int Number(string name, string text, int min, int max)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max && (number != 0 || min == 0)) return number;
        var range = min < 0
            ? FormattableString.Invariant($"1 to {max}, or -1 to {min} from the end")
            : FormattableString.Invariant($"{min} to {max}");
        Fails($"{name}={text} is not {(max == int.MaxValue ? "1 or more" : range)}");
        return Math.Max(min, 1);
    }

    private ImmutableArray<WeekdayNumber> ReadDays() =>
        Take("BYDAY") is { } list
            ? [.. list.Split(',').Select(WeekdayNumberOf).Distinct().OrderBy(day => day.Ordinal ?? 0).ThenBy(day => day.Day)]
            : [];

    private WeekdayNumber WeekdayNumberOf(string text)
    {
        var name = text.AsSpan(Math.Max(0, text.Length - 2));
        var ordinal = text[..^name.Length];
        return new WeekdayNumber(ordinal.Length == 0 ? null : Number("BYDAY", ordinal, -53, 53), Weekday(name));
    }

    private IsoDayOfWeek Weekday(ReadOnlySpan<char> name)
    {
        var day = WeekdayNumber.DayOf(name);
        if (day == IsoDayOfWeek.None) Fails($"'{name}' is none of MO, TU, WE, TH, FR, SA and SU");
        return day;
    }

    private string? Take(string name) => parts.Remove(name, out var value) ? value : null;

    private bool Fails(string problem)
    {
        this.problem ??= problem;
        return false;
    }
}
