using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Reading;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Sources;

/// <summary>Converts the times and rules of an event of others to ours.</summary>
internal sealed class RemoteTime(SourceZones zones, DiagnosticBag report)
{
    private const int MinYear = 1000;
    private const int MaxYear = 9000;
    private const string Until = "UNTIL=";
    private const string EndsEarly = "it ends before it starts, so its end is not published";

    private static readonly LocalDateTimePattern OnTheClock = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>When it takes place; null when no calendar can hold it, which is reported.</summary>
    /// <param name="usual">The time of the occurrence that it changes; null for the event itself.</param>
    public EventSpan? Span(EventComponent component, WrittenTime start, EventSpan? usual)
    {
        if (start.Date.Year is < MinYear or > MaxYear)
        {
            report.Warning(component.Line, $"an event of the year {start.Date.Year} cannot be published");
            return null;
        }

        if (start.Time is null) return Days(component, start.Date, usual);
        var from = zones.At(start, out var isKnown);
        if (!isKnown)
        {
            var zone = PlainText.OneLine(start.Zone!);
            report.Warning(component.Line, $"the zone '{zone}' is unknown, so it is taken to be {zones.Bare.Id}");
        }

        var until = End(component, from) ?? (usual is EventSpan.Timed timed ? from + (timed.End - timed.Start) : from);
        if (until.ToInstant() < from.ToInstant() || until.Year > MaxYear)
        {
            report.Warning(component.Line, $"{EndsEarly}");
            until = from;
        }

        return new EventSpan.Timed(from, until);
    }

    private ZonedDateTime? End(EventComponent component, ZonedDateTime from)
    {
        if (component.End is { Date.Year: >= MinYear and <= MaxYear } end)
        {
            var until = end.Time is null ? from.Zone.AtStartOfDay(end.Date) : zones.At(end, out _);
            return until.WithZone(from.Zone);
        }

        if (component.Duration is not { } length) return null;
        // RFC 5545 §3.3.6: days are counted on the clock, hours in time.
        var days = from.Zone.AtLeniently(from.LocalDateTime.PlusWeeks(length.Weeks).PlusDays(length.Days));
        return days + (Duration.FromHours(length.Hours) + Duration.FromMinutes(length.Minutes) + Duration.FromSeconds(length.Seconds));
    }

    private EventSpan.AllDay Days(EventComponent component, LocalDate first, EventSpan? usual)
    {
        if (component.End is { } written && written.Date < first) report.Warning(component.Line, $"{EndsEarly}");
        var last = component switch
        {
            { End: { Time: null } end } => end.Date.PlusDays(-1),
            { End: { } end } => end.Date,
            { Duration: { } length } => first.PlusDays((length.Weeks * 7) + length.Days - 1),
            _ when usual is EventSpan.AllDay days => first + (days.Last - days.First),
            _ => first,
        };
        return new EventSpan.AllDay(first, last < first || last.Year > MaxYear ? first : last);
    }

    /// <summary>The start of an occurrence in the form and the zone of an event; null where it has none.</summary>
    public EventStart? StartOf(WrittenTime time, EventSpan span)
    {
        if (time.Date.Year is < MinYear or > MaxYear) return null;
        if (span is not EventSpan.Timed { Start: var first }) return new EventStart.Day(time.Date);
        if (time.Time is null) return new EventStart.Timed(first.Zone.AtLeniently(time.Date + first.TimeOfDay));
        var at = time.Zone is null ? first.Zone.AtLeniently(time.Date + time.Time.Value) : zones.At(time, out _);
        return new EventStart.Timed(at.WithZone(first.Zone));
    }

    /// <summary>How it recurs; null when it takes place once.</summary>
    /// <param name="overrides">Its changed occurrences, which it has even where no rule gives them.</param>
    public RecurrenceSet? Recurrence(EventComponent component, EventSpan span, ImmutableArray<EventComponent> overrides)
    {
        var rule = component.Rule is null ? null : Rule(component.Rule, span);
        var first = EventStart.Of(span);
        var extra = Starts(component.Extra).Where(start => start.Order >= first.Order && start != first).Distinct().ToImmutableArray();
        if (component.Extra.Length > 0 && Starts(component.Extra).Any(start => start.Order < first.Order))
            report.Warning(component.Line, $"dates before its start are not published");
        if (rule is null && extra.IsEmpty && overrides.IsEmpty) return null;
        var set = new RecurrenceSet { Rule = rule, Extra = extra, Exceptions = [.. Starts(component.Exceptions).Distinct()] };
        foreach (var change in overrides)
        {
            if (change.Occurrence is null || StartOf(change.Occurrence, span) is not { } start || Gives(set, span, start)) continue;
            const string Problem = "that it changes is before the event begins, so it is not published";
            if (start.Order < first.Order)
                report.Warning(change.Line, $"the date {start.Date:uuuu-MM-dd} {Problem}");
            else
                set = set with { Extra = set.Extra.Add(start), Exceptions = set.Exceptions.RemoveAll(other => other.Order == start.Order) };
        }

        return set.Rule is null && set.Extra.IsEmpty && overrides.IsEmpty ? null : set;

        IEnumerable<EventStart> Starts(ImmutableArray<WrittenTime> written) =>
            written.Select(time => StartOf(time, span)).OfType<EventStart>();
    }

    private static bool Gives(RecurrenceSet set, EventSpan span, EventStart start) =>
        set.Occurrences(span, start.Date)
            .Select(EventStart.Of)
            .TakeWhile(one => one.Date <= start.Date)
            .Any(one => one.Order == start.Order);

    private RecurrenceRule? Rule(ContentLine line, EventSpan span)
    {
        const string Consequence = "so only the first date is published";
        var (text, written) = (WithoutLooseEnd(line.Value, span), PlainText.OneLine(line.Value));
        if (!RecurrenceRule.TryParse(text, out var rule, out var problem))
        {
            report.Warning(line.Line, $"the rule {written} cannot be followed ({problem}), {Consequence}");
            return null;
        }

        if (span is EventSpan.AllDay && rule.HasTimes)
        {
            report.Warning(line.Line, $"the rule {written} has a time of day, but the event has none, {Consequence}");
            return null;
        }

        if (LastDay(rule, span) is not { } last) return rule;
        // Nothing is left of it.
        if (last < Event(span)) return null;
        return rule.Ending(span is EventSpan.Timed { Start.Zone: var zone }
            ? new RecurrenceEnd.AtMoment(zone.AtLeniently(last.At(new LocalTime(23, 59, 59))).ToInstant())
            : new RecurrenceEnd.OnDay(last));
    }

    private static LocalDate Event(EventSpan span) => EventStart.Of(span).Date;

    /// <summary>The last day of a rule with an end; one of the day before when the moment is before the time of the event.</summary>
    private LocalDate? LastDay(RecurrenceRule rule, EventSpan span)
    {
        if (rule.End is RecurrenceEnd.OnDay day) return LocalDate.Min(day.Last, new LocalDate(MaxYear, 1, 1));
        if (rule.End is not RecurrenceEnd.AtMoment moment) return null;
        var local = moment.Last.InZone(span is EventSpan.Timed timed ? timed.Start.Zone : zones.Bare);
        var isExcluded = span is EventSpan.Timed { Start: var start } && !rule.HasTimes && local.TimeOfDay < start.TimeOfDay;
        return isExcluded ? local.Date.PlusDays(-1) : local.Date;
    }

    /// <summary>The rule without what says nothing, and with an UNTIL in UTC.</summary>
    /// <remarks>Against RFC 5545 §3.3.10, many rules have it on the clock of the event.</remarks>
    private static string WithoutLooseEnd(string rule, EventSpan span)
    {
        string[] parts =
        [
            .. string.Concat(rule.Where(c => !char.IsWhiteSpace(c) && c != '"')).Split(';')
                .Where(part => !part.EndsWith('=') && !part.StartsWith("X-", StringComparison.OrdinalIgnoreCase)),
        ];
        for (var at = 0; at < parts.Length; at++)
        {
            var until = parts[at].Trim();
            if (!until.StartsWith(Until, StringComparison.OrdinalIgnoreCase)) continue;
            var parsed = OnTheClock.Parse(until[Until.Length..].ToUpperInvariant());
            if (!parsed.Success) continue;
            var zone = span is EventSpan.Timed timed ? timed.Start.Zone : DateTimeZone.Utc;
            parts[at] = FormattableString.Invariant($"{Until}{zone.AtLeniently(parsed.Value).ToInstant():uuuuMMdd'T'HHmmss'Z'}");
        }

        return string.Join(';', parts);
    }
}
