using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;

namespace Feeds.Content.Recurrence;

/// <summary>Reads the dates that are added to a rule, excluded from it or overridden.</summary>
internal sealed class RecurrenceDates(EventSpan first, SiteSettings settings, DiagnosticBag report)
{
    /// <summary>The dates of a field that is a text, a list or a comma-separated text.</summary>
    public static IEnumerable<(string Text, Field Field)> Texts(Field field) => field.Value switch
    {
        ListValue list => list.Items.OfType<TextValue>().Select(item => (item.Text.Trim(), field with { Line = item.Line })),
        TextValue text when DateRangeReader.TryReadDate(text.Text, DateOrder.DayFirst, out _, out _) => [(text.Text.Trim(), field)],
        TextValue text => text.Text
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(date => (date, field)),
        _ => [],
    };

    /// <summary>The added dates, with the time of day of the event if they have none.</summary>
    public ImmutableArray<EventStart> Extra(IEnumerable<(string Text, Field Field)> dates)
    {
        var starts = new List<EventStart>();
        foreach (var (text, where) in dates)
        {
            if (Read(text, where) is not { } date) continue;
            EventStart start = first is EventSpan.Timed { Start: var own }
                ? new EventStart.Timed(own.Zone.AtLeniently(date.Date + (date.Time ?? own.TimeOfDay)))
                : new EventStart.Day(date.Date);
            if (date.Time is not null && start is EventStart.Day)
                report.Warning(where.Line, $"'{where.Key}' ({text}) has a time of day, though the event has none; the day is used");
            if (start.Date >= Event.FirstDayOf(first)) starts.Add(start);
            else report.Error(where.Line, $"'{where.Key}' ({text}) is before the event begins; write the earliest date as the start");
        }

        return [.. starts.Distinct()];
    }

    /// <summary>The occurrences on a date or at a time; null when it cannot be read. That and an empty result are reported.</summary>
    public ImmutableArray<EventStart>? Occurrences(RecurrenceSet recurrence, string text, Field field)
    {
        if (Read(text, field) is not { } date) return null;
        var found = recurrence.Occurrences(first, date.Date)
            .Select(EventStart.Of)
            .TakeWhile(start => start.Date == date.Date)
            .Where(start => date.Time is null || start is not EventStart.Timed timed || timed.At.TimeOfDay == date.Time)
            .ToImmutableArray();
        if (found.IsEmpty)
            report.Warning(field.Line, $"'{field.Key}' ({text}) is not a date of this event; write one on which it takes place");
        return found;
    }

    /// <summary>The date in the zone of the event.</summary>
    private DateText? Read(string text, Field field)
    {
        if (!DateRangeReader.TryReadDate(text, settings.Dates, out var date, out var problem))
        {
            report.Error(field.Line, $"'{field.Key}' ({text}) {problem}");
            return null;
        }

        if (!ZonedTime.IsWritable(date.Date, field, report)) return null;
        ZonedTime.WarnOfWeekday(date, field, report);
        if (date is not { Offset: { } offset, Time: { } time } || first is not EventSpan.Timed { Start.Zone: var zone }) return date;
        var local = (date.Date + time).WithOffset(offset).ToInstant().InZone(zone);
        return date with { Date = local.Date, Time = local.TimeOfDay };
    }
}
