using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Places;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Recurrence;

/// <summary>Reads changes to single occurrences of an event.</summary>
internal static class OverrideReader
{
    private static readonly ImmutableArray<string> DateKeys = ["date", "occurrence", "recurrenceid"];
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The changed occurrences as complete events.</summary>
    public static ImmutableArray<Event> Read(FrontMatterFields front, Event @event, SiteSettings settings, DiagnosticBag report)
    {
        if (front.Find(FieldNames.Overrides) is not { } field) return [];
        if (@event.Recurrence is not { } recurrence)
        {
            if (RecurrenceReader.Find(front) is not null) return [];
            report.Warning(field.Line, $"'{field.Key}' has nothing to change; write 'every:' or 'rrule:' to say how the event recurs");
            return [];
        }

        var overrides = new List<Event>();
        foreach (var item in field.Value is ListValue list ? list.Items : [field.Value])
        {
            if (item is not MapValue map || new FrontMatterFields(map).FindText(DateKeys) is not { } date)
            {
                report.Error(item.Line, $"'{field.Key}' has no date here; write it such as '- {{ date: 2026-12-16, status: cancelled }}'");
                continue;
            }

            foreach (var start in new RecurrenceDates(@event.Span, settings, report).Occurrences(recurrence, date.Text()!, date) ?? [])
            {
                if (overrides.TrueForAll(other => other.Occurrence != start))
                    overrides.Add(Changed(@event, recurrence, start, map, settings, report));
                else
                    report.Error(date, $"is changed twice; write all of it in one place");
            }
        }

        return [.. overrides];
    }

    private static Event Changed(
        Event @event, RecurrenceSet recurrence, EventStart start, MapValue map, SiteSettings settings, DiagnosticBag report)
    {
        var front = new FrontMatterFields(map);
        var usual = recurrence.Occurrences(@event.Span, start.Date).First(span => EventStart.Of(span) == start);
        var (place, online) = PlaceReader.Read(front, BodyMetadata.None, settings, report);
        return @event with
        {
            // An invalid time does not affect the other changes.
            Span = Span(usual, map, settings, report, out var isEnded) ?? usual,
            IsEndAssumed = @event.IsEndAssumed && !isEnded,
            Occurrence = start,
            Recurrence = null,
            Title = front.Text(FieldNames.Title) is { } title ? DocumentTitle.TextOf(title) : @event.Title,
            // Where people meet online, they do not meet at the usual place.
            Place = place is null && online is not null && front.Find(FieldNames.PlaceName) is not null ? null : place ?? @event.Place,
            Online = online ?? @event.Online,
            HasMovedOnline = @event.HasMovedOnline || EventStateReader.MovedOnline(front) is not null,
            Announcement = EventLink.Find(front, FieldNames.EventLink, report) ?? @event.Announcement,
            Status = (front.Find(FieldNames.Status) ?? front.Find(FieldNames.Cancelled)) is null
                ? @event.Status
                : EventStateReader.Read(front, title: null, report),
            Summary = front.Text(FieldNames.Summary) is { } summary ? MarkdownBody.OneLine(summary) : @event.Summary,
        };
    }

    /// <summary>The time of the occurrence; null when it is invalid, which is reported.</summary>
    private static EventSpan? Span(EventSpan usual, MapValue map, SiteSettings settings, DiagnosticBag report, out bool isEnded)
    {
        var front = new FrontMatterFields(map);
        var (start, time) = (front.FindText(FieldNames.Start), front.FindText(FieldNames.StartTime));
        isEnded = front.FindText([.. FieldNames.End, .. FieldNames.EndTime, .. FieldNames.Duration]) is not null;
        if (start is null && time is null && !isEnded) return usual;

        // A start that is only a time of day is on the same day.
        if (start is not null && TimeReader.TryRead(start.Text()!, out _, out _)) (start, time) = (null, start);
        ImmutableArray<string> replaced = [.. DateKeys, .. FieldNames.Start];
        var fields = map.Fields.Where(field => !replaced.Contains(FrontMatterFields.Normalized(field.Key))).ToList();
        var usualDay = LocalDatePattern.Iso.Format(Event.FirstDayOf(usual));
        fields.Add(start is null ? Written("start", usualDay) : start with { Key = "start" });
        if (time is not null) fields.Add(time with { Key = "time" });
        else if (usual is EventSpan.Timed { Start: var own } && (start is null || IsDay(start, settings)))
            fields.Add(Written("time", (own.Second == 0 ? TimeOfDay : LocalTimePattern.GeneralIso).Format(own.TimeOfDay)));
        if (usual is EventSpan.Timed timed)
        {
            fields.Add(Written("timezone", timed.Start.Zone.Id));
            var length = Period.FromSeconds((long)(timed.End - timed.Start).TotalSeconds);
            if (front.FindText(FieldNames.Duration) is null) fields.Add(Written("duration", PeriodPattern.Roundtrip.Format(length)));
        }
        else if (time is null && (start is null || IsDay(start, settings)))
        {
            fields.Add(Written("allday", "true"));
        }

        var changed = new FrontMatterFields(new MapValue([.. fields], map.Line));
        var times = new EventTimeReader(changed, BodyMetadata.None, every: null, settings, report);
        var span = times.Read(nameDate: null);
        isEnded |= times.HasEnd;
        return usual is EventSpan.AllDay days && span is EventSpan.AllDay moved && !isEnded
            ? new EventSpan.AllDay(moved.First, moved.First + (days.Last - days.First))
            : span;

        Field Written(string key, string text) => new(key, new TextValue(text, map.Line), map.Line);
    }

    private static bool IsDay(Field start, SiteSettings settings) =>
        DateRangeReader.TryRead(start.Text()!, settings.Dates, out var range, out _) && range.Start.Time is null;
}
