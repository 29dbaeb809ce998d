using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Model.Dates;

/// <summary>When and where events are, as the lock writes it.</summary>
internal static class ScheduleFormat
{
    private static readonly OffsetDateTimePattern TimePattern =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<m>");

    public static Schedule Of(Event @event)
    {
        var (start, end, zone) = Times(@event.Span);
        var status = @event.Status.ToString().ToLowerInvariant();
        var lines = @event.PlaceLines;
        var street = lines.Length > 1 ? string.Join(", ", lines[1..]) : null;
        return new Schedule(start, end, zone, lines.FirstOrDefault(), street, status, Repeats(@event));
    }

    /// <summary>Null when it cannot be read, or its zone is unknown.</summary>
    public static EventSpan? SpanOf(Schedule schedule)
    {
        if (schedule.Zone is null)
        {
            var (first, last) = (LocalDatePattern.Iso.Parse(schedule.Start), LocalDatePattern.Iso.Parse(schedule.End));
            return first.Success && last.Success && first.Value <= last.Value ? new EventSpan.AllDay(first.Value, last.Value) : null;
        }

        var (start, end) = (TimePattern.Parse(schedule.Start), TimePattern.Parse(schedule.End));
        if (!start.Success || !end.Success || DateTimeZoneProviders.Tzdb.GetZoneOrNull(schedule.Zone) is not { } zone) return null;
        if (start.Value.ToInstant() > end.Value.ToInstant()) return null;
        return new EventSpan.Timed(start.Value.ToInstant().InZone(zone), end.Value.ToInstant().InZone(zone));
    }

    /// <summary>Whether it, or one of its occurrences, starts after a moment.</summary>
    public static bool IsAhead(Schedule schedule, DateTimeZone zone, Instant now)
    {
        if (SpanOf(schedule) is not { } span) return false;
        if (span.StartsAt(zone) > now) return true;
        return RecurrenceOf(schedule) is { } recurrence
            && recurrence.Occurrences(span, now.InZone(zone).Date).Any(next => next.StartsAt(zone) > now);
    }

    public static Instant? StartOf(Schedule schedule, DateTimeZone zone) => SpanOf(schedule)?.StartsAt(zone);

    public static RecurrenceSet? RecurrenceOf(Schedule schedule) =>
        schedule.Repeats is { } repeats && RecurrenceRule.TryParse(repeats.Split(' ')[0], out var rule, out _)
            ? new RecurrenceSet { Rule = rule }
            : null;

    /// <summary>The rule with the dates that are excluded and added; null when the event takes place once.</summary>
    public static RecurrenceSet? WholeRecurrenceOf(Schedule schedule)
    {
        if (schedule.Repeats is not { } repeats) return null;
        var rule = RecurrenceOf(schedule)?.Rule;
        var dates = repeats.Split(' ')[1..].Where(text => text.Length > 1).ToArray();
        return new RecurrenceSet
        {
            Rule = rule,
            Exceptions = [.. dates.Where(text => text[0] == '-').Select(StartOf).OfType<EventStart>()],
            Extra = [.. dates.Where(text => text[0] == '+').Select(StartOf).OfType<EventStart>()],
        };

        EventStart? StartOf(string text)
        {
            if (LocalDatePattern.Iso.Parse(text[1..]) is { Success: true } day) return new EventStart.Day(day.Value);
            if (schedule.Zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(schedule.Zone) is not { } zone) return null;
            if (TimePattern.Parse(text[1..]) is not { Success: true } time) return null;
            return new EventStart.Timed(time.Value.ToInstant().InZone(zone));
        }
    }

    public static EventState StatusOf(Schedule schedule) =>
        Enum.TryParse<EventState>(schedule.Status, ignoreCase: true, out var state) ? state : EventState.Confirmed;

    private static (string Start, string End, string? Zone) Times(EventSpan span) => span switch
    {
        EventSpan.Timed { Start: var start, End: var end } =>
            (TimePattern.Format(start.ToOffsetDateTime()), TimePattern.Format(end.ToOffsetDateTime()), start.Zone.Id),
        EventSpan.AllDay days => (LocalDatePattern.Iso.Format(days.First), LocalDatePattern.Iso.Format(days.Last), null),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    private static string? Repeats(Event @event)
    {
        if (@event.Recurrence is not { } recurrence) return null;
        var parts = new[] { recurrence.Rule?.ToString() ?? "" }
            .Concat(recurrence.Exceptions.Select(start => "-" + Text(start)))
            .Concat(recurrence.Extra.Select(start => "+" + Text(start)))
            .Concat(@event.Overrides.Select(other => $"{Text(other.Occurrence!)}={Overridden(Of(other))}"));
        return string.Join(' ', parts);
    }

    private static string Overridden(Schedule schedule) =>
        $"{schedule.Start}/{schedule.End},{schedule.Status},{schedule.Place},{schedule.Street}";

    private static string Text(EventStart start) =>
        start is EventStart.Timed timed ? TimePattern.Format(timed.At.ToOffsetDateTime()) : LocalDatePattern.Iso.Format(start.Date);
}
