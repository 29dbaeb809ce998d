using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>How an event recurs (RFC 5545 §3.3.10): read from text, so that one that means nothing cannot be.</summary>
/// <remarks>An empty part lets through all there are; negative numbers count from the end.</remarks>
public sealed record RecurrenceRule
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern MomentPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    internal RecurrenceRule(Frequency frequency) => Frequency = frequency;

    public Frequency Frequency { get; }
    public int Interval { get; internal init; } = 1;

    /// <summary>What ends it; null when it goes on for ever.</summary>
    public RecurrenceEnd? End { get; internal init; }
    public ImmutableArray<int> ByMonth { get; internal init; } = [];
    public ImmutableArray<int> ByWeekNumber { get; internal init; } = [];
    public ImmutableArray<int> ByYearDay { get; internal init; } = [];
    public ImmutableArray<int> ByMonthDay { get; internal init; } = [];
    public ImmutableArray<WeekdayNumber> ByDay { get; internal init; } = [];
    public ImmutableArray<int> ByHour { get; internal init; } = [];
    public ImmutableArray<int> ByMinute { get; internal init; } = [];
    public ImmutableArray<int> BySecond { get; internal init; } = [];

    /// <summary>Which of all that the other parts give within one unit of time, from 1, or -1 from its end; empty for all of it.</summary>
    public ImmutableArray<int> BySetPosition { get; internal init; } = [];

    public IsoDayOfWeek WeekStart { get; internal init; } = IsoDayOfWeek.Monday;

    /// <summary>Whether it gives a time of day.</summary>
    internal bool HasTimes => !(ByHour.IsEmpty && ByMinute.IsEmpty && BySecond.IsEmpty);

    /// <summary>Reads a rule, such as <c>FREQ=MONTHLY;BYDAY=3WE</c>.</summary>
    /// <exception cref="FormatException">It is not a rule of RFC 5545 §3.3.10.</exception>
    public static RecurrenceRule Parse(string text) =>
        TryParse(text, out var rule, out var problem) ? rule : throw new FormatException(problem);

    /// <param name="text">The value of an <c>RRULE</c>; case does not matter.</param>
    /// <param name="problem">What is wrong with the text, as a sentence without its end.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out string? problem) =>
        RuleParser.TryParse(text, out rule, out problem);

    public RecurrenceRule Ending(RecurrenceEnd? end) => this with { End = end };

    /// <summary>The first time from a span on that the rule lets through, whatever its interval and end; null when there is none.</summary>
    public EventSpan? FirstFrom(EventSpan from)
    {
        var series = new OccurrenceSeries(from);
        return series.StartsOf(this with { Interval = 1, End = null }, LocalDate.MinIsoValue).Select(series.At).FirstOrDefault();
    }

    /// <summary>Whether the other rule gives the same by the same parts.</summary>
    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The value of an <c>RRULE</c>: parts and numbers in one order, and none that says what goes without saying.</summary>
    public override string ToString()
    {
        (string Name, IEnumerable<string> Values)[] parts =
        [
            ("FREQ", [Frequency.ToString().ToUpperInvariant()]),
            ("UNTIL", End is RecurrenceEnd.OnDay day ? [DatePattern.Format(day.Last)] : []),
            ("UNTIL", End is RecurrenceEnd.AtMoment moment ? [MomentPattern.Format(moment.Last)] : []),
            ("COUNT", End is RecurrenceEnd.After after ? Texts([after.Times]) : []),
            ("INTERVAL", Interval > 1 ? Texts([Interval]) : []),
            ("BYMONTH", Texts(ByMonth)),
            ("BYWEEKNO", Texts(ByWeekNumber)),
            ("BYYEARDAY", Texts(ByYearDay)),
            ("BYMONTHDAY", Texts(ByMonthDay)),
            ("BYDAY", ByDay.Select(day => day.ToString())),
            ("BYHOUR", Texts(ByHour)),
            ("BYMINUTE", Texts(ByMinute)),
            ("BYSECOND", Texts(BySecond)),
            ("BYSETPOS", Texts(BySetPosition)),
            ("WKST", WeekStart != IsoDayOfWeek.Monday ? [WeekdayNumber.NameOf(WeekStart)] : []),
        ];
        return string.Join(';', parts.Where(part => part.Values.Any()).Select(part => $"{part.Name}={string.Join(',', part.Values)}"));
    }

    private static IEnumerable<string> Texts(ImmutableArray<int> numbers) =>
        numbers.Select(number => FormattableString.Invariant($"{number}"));
}

/// <summary>The unit of time that a recurrence rule counts in (RFC 5545 §3.3.10); a later one is a longer one.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
