using System.Diagnostics.CodeAnalysis;
using Feeds.Content.FrontMatter;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Recurrence;

/// <summary>Reads how an event recurs, from a rule or a phrase and from the dates beside it.</summary>
internal sealed class RecurrenceReader
{
    private const string RuleName = "RRULE:";

    private readonly FrontMatterFields front;
    private readonly SiteSettings settings;
    private readonly DiagnosticBag report;
    private readonly Field? field;

    public RecurrenceReader(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        (this.front, this.settings, this.report) = (front, settings, report);
        var (rule, every) = (front.Find(FieldNames.Rule), front.FindText(FieldNames.Every));
        field = rule ?? every;
        if (every is null) return;
        if (rule is not null) report.Warning(every, $"is not used: '{rule.Key}' on line {rule.Line} says how it recurs");
        else if (RulePhrase.TryRead(every.Text() ?? "", settings.Dates, out var phrase, out var problem)) Phrase = phrase;
        else report.Error(every, $"{problem}");
    }

    /// <summary>The phrase; null when there is none or it is not understood, which is reported.</summary>
    public RulePhrase? Phrase { get; }

    /// <summary>Reads the rule and the dates beside it, and reports what is invalid.</summary>
    /// <param name="first">The time by the start and end of the event.</param>
    /// <param name="span">The time of the first occurrence.</param>
    public bool TryRead(EventSpan first, [NotNullWhen(true)] out EventSpan? span, out RecurrenceSet? recurrence)
    {
        (span, recurrence) = (first, null);
        if (field is not null)
        {
            if (Rule() is not { } rule) return false;
            span = First(rule, first);
            if (span is null) return false;
            if (TryEnd(rule, span, out var ended)) recurrence = new RecurrenceSet { Rule = ended };
        }

        var dates = new RecurrenceDates(span, settings, report);
        var extra = front.Find(FieldNames.ExtraDates) is { } more ? dates.Extra(more) : [];
        if (!extra.IsEmpty) recurrence = (recurrence ?? new RecurrenceSet()) with { Extra = extra };
        IEnumerable<(string, Field)> excluded =
        [
            .. Phrase is null ? [] : Phrase.Except.Select(date => (date, field!)),
            .. front.Find(FieldNames.Exceptions) is { } less ? RecurrenceDates.Texts(less) : [],
        ];
        var exceptions = new List<EventStart>();
        foreach (var (date, where) in excluded)
        {
            if (recurrence is not null)
            {
                exceptions.AddRange(dates.Occurrences(recurrence, date, where));
                continue;
            }

            report.Warning(
                where.Line,
                $"'{where.Key}' ({date}) has nothing to leave out; write 'every:' or 'rrule:' to say how the event recurs");
        }

        if (recurrence is not null && exceptions.Count > 0)
            recurrence = recurrence with { Exceptions = [.. recurrence.Exceptions.Union(exceptions)] };
        return true;
    }

    private string Quoted() => $"'{field!.Key}' ({Text(field.Value)})";

    private RecurrenceRule? Rule()
    {
        if (Phrase is not null) return RecurrenceRule.Parse(Phrase.Rule);
        if (field is null || front.Find(FieldNames.Rule) is null) return null;
        var text = Text(field.Value);
        var value = text.StartsWith(RuleName, StringComparison.OrdinalIgnoreCase) ? text[RuleName.Length..] : text;
        if (RecurrenceRule.TryParse(value, out var rule, out var problem)) return rule;
        report.Error(field.Line, $"{Quoted()}: {problem}");
        return null;
    }

    /// <summary>The text of a rule, which may be a map such as <c>{freq: weekly, byday: [mo, we]}</c>.</summary>
    private static string Text(Value value) => value switch
    {
        TextValue text => text.Text.Trim(),
        ListValue list => string.Join(',', list.Items.Select(Text)),
        MapValue map => string.Join(';', map.Fields.Select(part => $"{part.Key}={Text(part.Value)}")),
        _ => "",
    };

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

        return first;
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
