using System.Collections.Immutable;
using Feeds.Calendar;
using Feeds.Model;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The calendars of a site.</summary>
internal static class SiteCalendars
{
    private const string ProductId = "-//Feeds//Feeds//EN";

    public static IEnumerable<Rendering> Render(CurrentSite site)
    {
        var settings = site.Settings;
        var newest = Newest(site.Events);
        return site.Events
            .Select(@event => Rendering.Of(@event.CalendarPath, MediaType.Calendar, @event.Stamp, [settings, @event], stream => CalendarWriter.Write(CalendarOf(@event), stream)))
            .Prepend(Rendering.Of(Addresses.Calendar, MediaType.Calendar, newest ?? Instant.MinValue, [settings, .. site.Events], stream => CalendarWriter.Write(CalendarOf(site), stream)));
    }

    private static VCalendar CalendarOf(Event @event) => new() { ProductId = ProductId, Events = [EventOf(@event)] };

    private static VCalendar CalendarOf(CurrentSite site)
    {
        var settings = site.Settings;
        return new VCalendar
        {
            ProductId = ProductId,
            Name = settings.Calendar.Name ?? settings.Title,
            Description = settings.Calendar.Description ?? settings.Description,
            Zone = settings.Zone,
            Uid = settings.Address(Addresses.Calendar).AbsoluteUri,
            Url = settings.Url,
            Source = settings.Address(Addresses.Calendar),
            RefreshInterval = settings.Calendar.Refresh,
            Color = settings.Calendar.Color,
            LastModified = Newest(site.Events),
            Events = [.. site.Events.Select(EventOf)],
        };
    }

    private static Instant? Newest(ImmutableArray<Event> events) => events.IsEmpty ? null : events.Max(@event => @event.Stamp);

    private static VEvent EventOf(Event @event)
    {
        var body = @event.Body.Value;
        return new VEvent
        {
            Uid = @event.Uid,
            Stamp = @event.Stamp,
            Span = @event.Span,
            Summary = @event.Title,
            Description = Description(@event, body),
            HtmlDescription = body.Text.Length > 0 ? body.Html : null,
            Location = @event.Place?.ToString(),
            Position = @event.Place?.Position,
            Url = @event.Announcement ?? @event.Link,
            Conference = @event.Online,
            Image = @event.Image,
            Categories = @event.Tags,
            Status = @event.Status,
        };
    }

    /// <summary>The text of the event with its addresses in it: Google and Outlook show no other.</summary>
    private static string Description(Event @event, Body body)
    {
        Uri?[] addresses = [@event.Announcement ?? @event.Link, @event.Online];
        var missing = addresses.OfType<Uri>().Distinct().Select(address => address.AbsoluteUri).Where(address => !body.Text.Contains(address, StringComparison.Ordinal));
        string[] parts = [@event.Summary is { } summary && !body.Text.StartsWith(summary, StringComparison.Ordinal) ? summary : "", body.Text, string.Join('\n', missing)];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }
}
