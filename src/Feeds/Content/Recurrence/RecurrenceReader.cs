using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Feeds.Content.FrontMatter;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Recurrence;

/// <summary>Reads how an event recurs, from a rule or a phrase and from the dates beside it.</summary>
internal sealed class RecurrenceReader
{
    private static readonly ImmutableArray<string> Numbers = ["", "", "two", "three", "four", "five"];

    private readonly FrontMatterFields front;
    private readonly SiteSettings settings;
    private readonly DiagnosticBag report;
    private readonly Field? field;
    private readonly RuleLines? lines;

    public RecurrenceReader(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        (this.front, this.settings, this.report) = (front, settings, report);
        var (rule, every) = (Find(front, FieldNames.Rule), Find(front, FieldNames.Every));
        field = rule ?? every ?? WeekDays.Phrase(front, report);
        if (field is null) return;
        if (rule is not null && every is not null)
            report.Warning(every, $"is not used: '{rule.Key}' on line {rule.Line} says how it recurs");
        if (RuleLines.IsRule(field)) lines = RuleLines.Of(field, settings.Dates);
        else if (RulePhrase.TryRead(RuleLines.Text(field.Value), settings.Dates, out var phrase, out var problem)) Phrase = phrase;
        else report.Error(field, $"{problem}");
    }

    /// <summary>The phrase; null when there is none or it is not understood, which is reported.</summary>
    public RulePhrase? Phrase { get; }

    /// <summary>The field that says how an event recurs; null when none does.</summary>
    public static Field? Find(FrontMatterFields front) => Find(front, FieldNames.Rule) ?? Find(front, FieldNames.Every);

    // 'recurrence: none' says nothing.
    private static Field? Find(FrontMatterFields front, ImmutableArray<string> names) =>
        front.Each(names).FirstOrDefault(field => field.IsWritten()
            && !(field.IsFalse() || field.Text()?.ToLowerInvariant() is "none" or "never" or "once" or "null" or "single"));

    /// <summary>Reads the rule and the dates beside it, and reports what is invalid; then the event takes place once.</summary>
    /// <param name="first">The time by the start and end of the event.</param>
    /// <returns>The time of the first occurrence, and how it recurs.</returns>
    public (EventSpan First, RecurrenceSet? Recurrence) Read(EventSpan first)
    {
        RecurrenceSet? recurrence = null;
        var (span, isOver) = (first, false);
        if (Rule() is { } rule && First(rule, first) is { } begin)
        {
            span = begin;
            if (TryEnd(rule, begin, out var ended)) recurrence = new RecurrenceSet { Rule = ended };
            else isOver = true;
        }

        var dates = new RecurrenceDates(span, settings, report);
        var extra = front.Find(FieldNames.ExtraDates) is { } more ? dates.Extra(RecurrenceDates.Texts(more)) : [];
        if (lines is { Extra: { IsEmpty: false } added }) extra = [.. extra.Union(dates.Extra(added.Select(date => (date, field!))))];
        if (!extra.IsEmpty) recurrence = (recurrence ?? new RecurrenceSet()) with { Extra = extra };
        if (recurrence is not null) recurrence = WithoutExcluded(recurrence, dates);
        else if (field is null) WarnOfUnused();
        if (field is not null && recurrence is null && !isOver)
            report.Note(field.Line, $"until '{field.Key}' is corrected, it takes place once, on {Event.FirstDayOf(span):uuuu-MM-dd}");
        return (span, recurrence);
    }

    private IEnumerable<(string Date, Field Where)> Excluded() =>
    [
        .. (Phrase?.Except ?? lines?.Excluded ?? []).Select(date => (date, field!)),
        .. front.Find(FieldNames.Exceptions) is { } less ? RecurrenceDates.Texts(less) : [],
    ];

    private void WarnOfUnused()
    {
        foreach (var (date, where) in Excluded())
        {
            report.Warning(
                where.Line,
                $"'{where.Key}' ({date}) has nothing to leave out; write 'every:' or 'rrule:' to say how the event recurs");
        }
    }

    /// <summary>The dates but the excluded ones; without the rule when one of those cannot be read, as it would be published.</summary>
    private RecurrenceSet? WithoutExcluded(RecurrenceSet recurrence, RecurrenceDates dates)
    {
        var exceptions = new List<EventStart>();
        var isUnclear = false;
        foreach (var (date, where) in Excluded())
        {
            if (dates.Occurrences(recurrence, date, where) is { } found) exceptions.AddRange(found);
            else isUnclear = true;
        }

        if (isUnclear && recurrence.Extra.IsEmpty) return null;
        return recurrence with
        {
            Rule = isUnclear ? null : recurrence.Rule,
            Exceptions = [.. recurrence.Exceptions.Union(exceptions)],
        };
    }

    private string Quoted() => $"'{field!.Key}' ({PlainText.OneLine(RuleLines.Text(field.Value))})";

    private RecurrenceRule? Rule()
    {
        if (Phrase is not null) return RecurrenceRule.Parse(Phrase.Rule);
        if (lines is null) return null;
        var problem = lines switch
        {
            { Unknown: not null } => "it leaves dates out with EXRULE, which is not read; write them as 'exdates:'",
            { Rules.Length: > 1 } => "it has several rules; write one, and a file for each other",
            { Rules.IsEmpty: true } when lines.Extra.IsEmpty => "it has no rule; write one such as RRULE:FREQ=WEEKLY",
            _ => null,
        };
        if (problem is null && lines.Rules.IsEmpty) return null;
        if (problem is null && RecurrenceRule.TryParse(lines.Rules[0], out var rule, out problem)) return rule;
        report.Error(field!.Line, $"{Quoted()}: {problem}");
        return null;
    }

    /// <summary>The first occurrence of the rule; null when there is none, which is reported.</summary>
    private EventSpan? First(RecurrenceRule rule, EventSpan written)
    {
        if (written is EventSpan.AllDay && rule.HasTimes)
        {
            report.Error(field!.Line, $"{Quoted()} gives a time of day, but the event has none; write it with the start");
            return null;
        }

        if (written is EventSpan.Timed { Start.Zone: var zone } && zone.Id == DateTimeZone.Utc.Id && settings.Zone.Id != zone.Id)
        {
            report.Warning(
                field!.Line,
                $"{Quoted()} follows UTC, because the start has an offset; write 'timezone:' to keep the local time of a place");
        }

        if (rule.FirstFrom(written) is not { } first)
        {
            report.Error(field!.Line, $"{Quoted()} gives no date at all; write a day that exists");
            return null;
        }

        if (first != written && Phrase is null)
        {
            var (start, begin) = (Event.FirstDayOf(written), Event.FirstDayOf(first));
            var problem = FormattableString.Invariant($"does not give the day of the start, {start:uuuu-MM-dd}");
            report.Warning(field!.Line, $"{Quoted()} {problem}, so it begins on {begin:uuuu-MM-dd}; write that as the start");
        }

        if (Phrase is not null) SayWhatIsMeant(rule, written, first);
        return first;
    }

    /// <summary>Says how a phrase is taken that may mean something else.</summary>
    private void SayWhatIsMeant(RecurrenceRule rule, EventSpan written, EventSpan first)
    {
        var words = RuleLines.Text(field!.Value);
        if (words.Replace("-", "", StringComparison.Ordinal).Contains("biweekly", StringComparison.OrdinalIgnoreCase))
            report.Note(
                field.Line, $"{Quoted()} is taken as every two weeks; write 'two weeks', or two days such as 'monday and thursday'");
        if (first == written || words.Contains("month", StringComparison.OrdinalIgnoreCase)) return;
        var start = Event.FirstDayOf(written);
        if (rule is not { Frequency: Frequency.Monthly, Interval: 1, ByDay: [{ Ordinal: > 1 and < 6 and var ordinal } day] }
            || day.Day != start.DayOfWeek) return;
        // 'third wednesday' is a day of the month; 'every third wednesday' may be every three weeks.
        if (ordinal > 2 && !words.Contains("every", StringComparison.OrdinalIgnoreCase)) return;
        var cure = ordinal == 2 ? $"other {day.Day}" : $"{Numbers[ordinal]} weeks on {day.Day}";
        cure = $"write '{cure.ToLowerInvariant()}' to take place every {Numbers[ordinal]} weeks";
        var begin = Event.FirstDayOf(first);
        report.Warning(
            field.Line, $"{Quoted()} means a day of each month, so it begins on {begin:uuuu-MM-dd} and not on {start:uuuu-MM-dd}; {cure}");
    }

    /// <summary>Gives the rule an end that all clients interpret alike: the end of the last day, in UTC.</summary>
    private bool TryEnd(RecurrenceRule rule, EventSpan first, [NotNullWhen(true)] out RecurrenceRule? ended)
    {
        ended = rule;
        if (Phrase?.Times is { } times) ended = rule.Ending(new RecurrenceEnd.After(times));
        if (rule.End is RecurrenceEnd.OnDay && first is EventSpan.Timed)
        {
            report.Warning(
                field!.Line,
                $"{Quoted()} ends with a day, though the event has a time of day; it is taken to end with that day where the event is");
        }

        if (LastDay(rule, first) is not { } last) return true;
        var begin = Event.FirstDayOf(first);
        if (last < begin)
        {
            report.Error(
                field!.Line, $"{Quoted()} ends before it begins on {begin:uuuu-MM-dd}, so it takes place once; write a later last day");
            return false;
        }

        ended = rule.Ending(first is EventSpan.Timed timed
            ? new RecurrenceEnd.AtMoment(timed.Start.Zone.AtLeniently(last.At(new LocalTime(23, 59, 59))).ToInstant())
            : new RecurrenceEnd.OnDay(last));
        return true;
    }

    private LocalDate? LastDay(RecurrenceRule rule, EventSpan first)
    {
        if (Phrase?.Until is { } until) return until;
        if (rule.End is RecurrenceEnd.OnDay day) return day.Last;
        if (rule.End is not RecurrenceEnd.AtMoment moment) return null;
        var local = moment.Last.InZone(first is EventSpan.Timed timed ? timed.Start.Zone : settings.Zone);

        // A moment before the time of the event excludes that day.
        var isExcluded = first is EventSpan.Timed { Start: var start } && !rule.HasTimes && local.TimeOfDay < start.TimeOfDay;
        return isExcluded ? local.Date.PlusDays(-1) : local.Date;
    }
}
