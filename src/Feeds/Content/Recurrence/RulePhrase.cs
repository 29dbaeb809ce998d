using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Content.Dates;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Recurrence;

/// <summary>A recurrence in English words, such as <c>third wednesday 18:30 until 2026-12-31</c>.</summary>
/// <param name="Rule">The parts of an <c>RRULE</c>, without an end.</param>
/// <param name="Until">The last day.</param>
internal sealed partial record RulePhrase(string Rule, TimeText? Time, LocalDate? Until, int? Times, ImmutableArray<string> Except)
{
    /// <summary>More words than any range of times with a zone has.</summary>
    private const int MaxWordsOfTime = 12;

    /// <summary>One valid phrase of each form.</summary>
    public static readonly ImmutableArray<string> Examples =
    [
        "wednesday", "third wednesday 18:30", "2nd and 4th tuesday 19:00", "other thursday", "last friday of the month", "two weeks",
        "month on the 15th", "weekday", "first monday of march and september", "year", "monthly", "weekly", "daily",
        "last day of the month", "other month on the second tuesday", "15 march",
        "wednesday until 2026-12-31", "wednesday 10 times", "wednesday from 18:30 to 21:00", "wednesday except 2026-12-16",
        "thursday except december", "third thursday from september to june", "first thursday of the quarter", "day except sunday",
        "biweekly on thursday",
    ];

    private static readonly FrozenDictionary<string, string> Unclear = new Dictionary<string, string>
    {
        ["bimonthly"] = "may mean twice a month or every two months; write '1st and 15th' or 'other month'",
        ["biannual"] = "may mean twice a year or every two years; write 'six months' or 'two years'",
        ["biannually"] = "may mean twice a year or every two years; write 'six months' or 'two years'",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="problem">A half sentence that follows the quoted text.</param>
    public static bool TryRead(
        string text, DateOrder order, [NotNullWhen(true)] out RulePhrase? phrase, [NotNullWhen(false)] out string? problem)
    {
        phrase = null;
        text = text.Replace('(', ' ').Replace(')', ' ').Replace(';', ',');
        var clauses = Clauses().Matches(text);
        var head = clauses.Count == 0 ? text : text[..clauses[0].Index];
        var wrong = $"is not understood; write it such as '{Nearest(text)}'";
        problem = wrong;
        var (words, time) = WithoutTime(Words().Matches(head).Select(match => match.Value.ToLowerInvariant()).ToImmutableArray());
        problem = words.Select(word => Unclear.GetValueOrDefault(word.Replace("-", "", StringComparison.Ordinal)))
            .FirstOrDefault(cure => cure is not null) ?? wrong;
        if (RuleWords.Read(words) is not { } rule || !RecurrenceRule.TryParse(rule, out _, out _)) return false;

        var read = new RulePhrase(rule, time, null, null, []);
        for (var i = 0; i < clauses.Count; i++)
        {
            var begin = clauses[i].Index + clauses[i].Length;
            var end = i + 1 < clauses.Count ? clauses[i + 1].Index : text.Length;
            if (read.With(clauses[i], text[begin..end].Trim(' ', ',', '.'), order, ref wrong) is not { } more)
            {
                problem = wrong;
                return false;
            }

            read = more;
        }

        if (read is { Until: not null, Times: not null })
        {
            problem = "ends twice; write either the last day or the number of times";
            return false;
        }

        (phrase, problem) = (read, null);
        return true;
    }

    private RulePhrase? With(Match clause, string rest, DateOrder order, ref string problem)
    {
        if (clause.Groups["less"].Success) return Without(rest, order, ref problem);
        switch (clause.Groups["word"].Value.ToUpperInvariant())
        {
            case "UNTIL" or "TILL" when DateReader.TryRead(rest, order, out var last, out _):
                return this with { Until = last.Date };
            case "FROM" or "AT" when TimeReader.TryRead(rest, out var time, out _) && Time is null:
                return this with { Time = time };
            case "FROM" when TimeReader.TryRead(rest, out _, out _):
                problem = "gives two times of day; write one";
                return null;
            case "FROM" when PhraseDays.Months(rest) is { } months:
                return PhraseDays.Only(Rule, months) is { } only ? this with { Rule = only } : null;
            case "UNTIL" or "TILL":
                problem = $"has no date after 'until'; write it such as '{Nearest(clause.Value)}'";
                return null;
            default:
                var isCount = int.TryParse(clause.Groups["count"].Value, CultureInfo.InvariantCulture, out var times) && times > 0;
                return isCount && rest.Length == 0 ? this with { Times = times } : null;
        }
    }

    /// <summary>Leaves out dates, or all days of a month or of the week.</summary>
    private RulePhrase? Without(string rest, DateOrder order, ref string problem)
    {
        if (rest.Length == 0) return null;
        var left = this;
        string[] items = DateReader.TryRead(rest, order, out _, out _) ? [rest] : Separators().Split(rest);
        foreach (var item in items.Where(item => item.Length > 0))
        {
            var rule = DateReader.TryRead(item, order, out _, out var unreadable) ? left.Rule : PhraseDays.Without(left.Rule, item);
            if (rule is null)
            {
                var isKnown = PhraseDays.Months(item) is not null;
                if (isKnown) unreadable = "it cannot leave out; write the dates, as in 'except 2026-12-16'";
                problem = unreadable == DateErrors.NotADate
                    ? $"leaves out '{item}', which is not understood; write dates such as 'except 2026-12-16', "
                        + "or months such as 'except july and august'"
                    : $"leaves out '{item}', which {unreadable}";
                return null;
            }

            left = left with { Rule = rule, Except = unreadable is null ? left.Except.Add(item) : left.Except };
        }

        return left;
    }

    /// <summary>Separates the time of day at the end from the words before it.</summary>
    private static (ImmutableArray<string> Words, TimeText? Time) WithoutTime(ImmutableArray<string> words)
    {
        for (var i = Math.Max(1, words.Length - MaxWordsOfTime); i < words.Length; i++)
        {
            if (TimeReader.TryRead(string.Join(' ', words[i..]), out var time, out _)) return (words[..i], time);
        }

        return (words, null);
    }

    /// <summary>The example with the most words of a text and the fewest others.</summary>
    private static string Nearest(string text)
    {
        var written = Words().Matches(text).Select(match => Stem(match.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Examples.MaxBy(example => Words().Matches(example).Sum(match => written.Contains(Stem(match.Value)) ? 10 : -1))!;
    }

    private static string Stem(string word) => word.Length > 3 ? word[..3] : word;

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[^\s,]+", Options)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:\s*,\s*|\s+(?:and|or|nor|&)\s+)+", Options)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"\b(?:(?<word>until|till|from|at)|(?<count>\d{1,4})\s+times|(?<less>(?:(?:but|and)\s+)?"
        + @"(?:except|excepting|excluding|excl|without|not|no|skip|skips|skipping)(?:\s+(?:for|in|on|during|from|between))?))\b",
        Options)]
    private static partial Regex Clauses();
}
