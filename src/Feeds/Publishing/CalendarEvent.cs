using Feeds.Calendar;
using Feeds.Model;
using Feeds.Pages;

namespace Feeds.Publishing;

/// <summary>An event as it stands in calendars.</summary>
internal static class CalendarEvent
{
    /// <summary>As RFC 5545 has it.</summary>
    public static VEvent Of(Event @event)
    {
        var body = @event.Body.Value;
        return new VEvent
        {
            Uid = @event.Uid,
            Stamp = @event.Stamp,
            Sequence = @event.Sequence,
            Span = @event.Span,
            Summary = @event.Title,
            Description = Description(@event, body),
            HtmlDescription = body.Text.Length > 0 ? Page.Fragment<EventDescription>(new() { [nameof(EventDescription.Event)] = @event }) : null,
            Location = @event.Place?.Lines,
            Position = @event.Place?.Position,
            Url = @event.MainLink,
            Conference = @event.Online,
            Image = @event.Image,
            Categories = [.. @event.Terms],
            Organizer = @event.Organizer,
            Status = StatusOf(@event.Status),
            Busy = @event.Status == EventState.Postponed ? BusyStatus.Free : null,
        };
    }

    /// <summary>As Google shows it rightly: it hides what is cancelled, marks nothing as uncertain, and reads no HTML.</summary>
    public static VEvent ForGoogle(Event @event)
    {
        var plain = Marked(@event);
        return plain with { HtmlDescription = null, Busy = plain.Status == EventStatus.Cancelled ? BusyStatus.Free : plain.Busy, Status = Shown(plain.Status) };
    }

    /// <summary>As Outlook shows it rightly: it passes over the status, and has words of its own for how time is taken.</summary>
    public static VEvent ForOutlook(Event @event)
    {
        var plain = Marked(@event);
        return plain with { Busy = BusyOf(@event), Status = Shown(plain.Status) };
    }

    /// <summary>The event with what has become of it in its title, and its place on one line, as both show it.</summary>
    private static VEvent Marked(Event @event)
    {
        var title = @event.Status switch
        {
            EventState.Cancelled => $"[CANCELLED] {@event.Title}",
            EventState.Postponed => $"[POSTPONED] {@event.Title}",
            _ => @event.Title,
        };
        return Of(@event) with { Summary = title, Location = @event.Place?.ToString() };
    }

    private static EventStatus Shown(EventStatus status) => status == EventStatus.Cancelled ? EventStatus.Confirmed : status;

    private static BusyStatus BusyOf(Event @event) => @event switch
    {
        { Status: EventState.Cancelled or EventState.Postponed } or { Span: EventSpan.AllDay } => BusyStatus.Free,
        { Status: EventState.Tentative } => BusyStatus.Tentative,
        _ => BusyStatus.Busy,
    };

    private static EventStatus StatusOf(EventState state) => state switch
    {
        EventState.Cancelled => EventStatus.Cancelled,
        EventState.Tentative or EventState.Postponed => EventStatus.Tentative,
        _ => EventStatus.Confirmed,
    };

    /// <summary>The text of the event with its addresses in it: Google and Outlook show no other.</summary>
    private static string Description(Event @event, Body body)
    {
        Uri?[] addresses = [@event.MainLink, @event.Online];
        var missing = addresses.OfType<Uri>().Distinct().Select(address => address.AbsoluteUri).Where(address => !body.Text.Contains(address, StringComparison.Ordinal));
        string[] parts =
        [
            Spoken.Note(@event.Status) ?? "",
            @event.Summary is { } summary && !body.Text.StartsWith(summary, StringComparison.Ordinal) ? summary : "",
            body.Text,
            string.Join('\n', missing),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }
}
