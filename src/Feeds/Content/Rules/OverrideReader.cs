using System.Collections.Immutable;
using Feeds.Calendar;
using Feeds.Content.Bodies;
using Feeds.Content.Dates;
using Feeds.Content.Headers;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Rules;

/// <summary>Reads what is other about single occurrences of an event.</summary>
internal static class OverrideReader
{
    private static readonly ImmutableArray<string> DateKeys = ["date", "occurrence", "recurrenceid"];
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The occurrences, each with all that it shares with the others.</summary>
    public static ImmutableArray<Event> Read(FrontMatter front, Event @event, SiteSettings settings, Report report)
    {
        if (front.Find(Keys.Overrides) is not { } field) return [];
        if (@event.Recurrence is not { } recurrence)
        {
            report.Warning(field.Line, $"'{field.Key}' has nothing to change; write 'every:' or 'rrule:' to say how the event comes back");
            return [];
        }

        var overrides = new List<Event>();
        foreach (var item in field.Value is ListValue list ? list.Items : [field.Value])
        {
            if (item is not MapValue map || new FrontMatter(map).FindText(DateKeys) is not { } date)
            {
                report.Error(item.Line, $"'{field.Key}' has no date here; write it such as '- {{ date: 2026-12-16, status: cancelled }}'");
                continue;
            }

            foreach (var start in new RecurrenceDates(@event.Span, settings, report).Occurrences(recurrence, date.Text()!, date))
            {
                if (overrides.Exists(other => other.Occurrence == start)) report.Error(date.Line, $"'{date.Key}' ({date.Text()}) is changed twice; write all of it in one place");
                else overrides.Add(Changed(@event, recurrence, start, map, settings, report));
            }
        }

        return [.. overrides];
    }

    private static Event Changed(Event @event, Recurrence recurrence, EventStart start, MapValue map, SiteSettings settings, Report report)
    {
        var front = new FrontMatter(map);
        var usual = recurrence.Occurrences(@event.Span, Event.DayOf(start)).First(span => EventStart.Of(span) == start);
        return @event with
        {
            // A time that cannot be read costs nothing else that is written there.
            Span = Span(usual, map, front, settings, report) ?? usual,
            Occurrence = start,
            Recurrence = null,
            Title = front.Text(Keys.Title) is { } title ? PlainText.OneLine(title) : @event.Title,
            Place = PlaceReader.Read(front, BodyFacts.None, settings, report) ?? @event.Place,
            Online = WebAddress.Read(front.FindText(Keys.Online), report) ?? @event.Online,
            Announcement = WebAddress.Read(front.FindText(Keys.EventLink), report) ?? @event.Announcement,
            Status = front.Find(Keys.Status) is null && front.Find(Keys.Cancelled) is null ? @event.Status : EventStateReader.Read(front, report),
            Summary = front.Text(Keys.Summary) is { } summary ? PlainText.OneLine(summary) : @event.Summary,
        };
    }

    /// <summary>When it takes place: as usual where nothing else is written.</summary>
    private static EventSpan? Span(EventSpan usual, MapValue map, FrontMatter front, SiteSettings settings, Report report)
    {
        var (start, time) = (front.FindText(Keys.Start), front.FindText(Keys.StartTime));
        var isEnded = (front.FindText(Keys.End) ?? front.FindText(Keys.EndTime) ?? front.FindText(Keys.Duration)) is not null;
        if (start is null && time is null && !isEnded) return usual;

        // A start of an hour alone is one on the same day.
        if (start is not null && TimeReader.TryRead(start.Text()!, out _, out _)) (start, time) = (null, start);
        var fields = map.Fields.Where(field => FrontMatter.Normalized(field.Key) is var key && !DateKeys.Contains(key) && !Keys.Start.Contains(key)).ToList();
        fields.Add(start is null ? Written("start", LocalDatePattern.Iso.Format(Event.DayOf(EventStart.Of(usual)))) : start with { Key = "start" });
        if (time is not null) fields.Add(time with { Key = "time" });
        else if (usual is EventSpan.Timed { Start: var own } && (start is null || (DateRangeReader.TryRead(start.Text()!, settings.Dates, out var range, out _) && range.Start.Time is null)))
            fields.Add(Written("time", (own.Second == 0 ? TimeOfDay : LocalTimePattern.GeneralIso).Format(own.TimeOfDay)));
        if (usual is EventSpan.Timed timed)
        {
            fields.Add(Written("timezone", timed.Start.Zone.Id));
            if (front.FindText(Keys.Duration) is null) fields.Add(Written("duration", PeriodPattern.NormalizingIso.Format(Period.FromSeconds((long)(timed.End - timed.Start).TotalSeconds))));
        }

        fields.Add(Written("allday", "true"));
        var span = new EventTimeReader(new FrontMatter(new MapValue([.. fields], map.Line)), BodyFacts.None, every: null, settings, report).Read(nameDate: null);
        return usual is EventSpan.AllDay days && span is EventSpan.AllDay moved && !isEnded ? new EventSpan.AllDay(moved.First, moved.First + (days.Last - days.First)) : span;

        Field Written(string key, string text) => new(key, new TextValue(text, map.Line), map.Line);
    }
}
