using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Pages;
using Feeds.Pages.Events;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Feeds.Publishing.Calendars;

/// <summary>Makes the events of calendars, as Ical.Net has them, from those of the site.</summary>
internal static class CalendarEvents
{
    private const string Free = "FREE";

    /// <summary>An event, or one of its occurrences that differs.</summary>
    /// <param name="identity">What the event is known by, which its occurrences share.</param>
    /// <exception cref="ArgumentException">A calendar cannot hold it.</exception>
    public static CalendarEvent Of(Event @event, DocumentIdentity identity, CalendarForm form)
    {
        var body = @event.Body.Value;
        var component = new CalendarEvent
        {
            Uid = CalendarText.RequireLine(identity.Uid!),
            DtStamp = CalendarTime.Of(identity.Changed),
            LastModified = CalendarTime.Of(identity.Changed),
            Sequence = identity.Sequence,
            Summary = SummaryOf(@event, form),
            Description = DescriptionOf(@event, body),
            Url = @event.MainLink,
            Categories = [.. @event.Terms],
            Status = StatusOf(@event.Status, form),
        };
        TimesOf(@event).AddTo(component);
        if (form != CalendarForm.Google && body.Text.Length > 0)
            component.AddHtml(Page.Fragment<EventDescription>(new() { [nameof(EventDescription.Event)] = @event }));
        var position = @event.Place?.Position is { } place ? new GeographicLocation(place.Latitude, place.Longitude) : null;
        component.AddPlace(form == CalendarForm.Standard ? @event.Place?.Lines : @event.Place?.ToString(), position);
        component.AddUri("IMAGE", @event.Image);
        component.AddUri("CONFERENCE", @event.Online);
        if (@event.Organizer is { } organizer) component.AddOrganizer(organizer.Email, organizer.Name);
        AddBusy(component, @event, form);
        return component;
    }

    public static EventTimes TimesOf(Event @event) => new(@event.Span, @event.Recurrence, @event.Occurrence);

    // Google and Outlook show what has become of an event in its title alone.
    private static string SummaryOf(Event @event, CalendarForm form) => (form, @event.Status) switch
    {
        (not CalendarForm.Standard, EventState.Cancelled) => $"[CANCELLED] {@event.Title}",
        (not CalendarForm.Standard, EventState.Postponed) => $"[POSTPONED] {@event.Title}",
        _ => @event.Title,
    };

    private static string StatusOf(EventState status, CalendarForm form) => status switch
    {
        EventState.Cancelled when form == CalendarForm.Standard => EventStatus.Cancelled,
        EventState.Tentative or EventState.Postponed => EventStatus.Tentative,
        _ => EventStatus.Confirmed,
    };

    // Outlook reads its own words before TRANSP and STATUS (MS-OXCICAL §2.1.3.1.1.20.31), and shows whole days as such only when told.
    private static void AddBusy(CalendarEvent component, Event @event, CalendarForm form)
    {
        var busy = BusyOf(@event, form);

        // An evening at a meetup is an evening taken; days of a conference leave room for other things, and what is off takes no time.
        var takesTime = busy is null ? @event is { Span: EventSpan.Timed, Status: not EventState.Cancelled } : busy != Free;
        component.Transparency = takesTime ? TransparencyType.Opaque : TransparencyType.Transparent;
        component.Add("X-MICROSOFT-CDO-BUSYSTATUS", busy);
        if (busy is not null && @event.Span is EventSpan.AllDay) component.Add("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE");
    }

    /// <summary>How the time of an event is taken; null where its span and status say it.</summary>
    private static string? BusyOf(Event @event, CalendarForm form) => (form, @event) switch
    {
        (_, { Status: EventState.Postponed }) => Free,
        (not CalendarForm.Standard, { Status: EventState.Cancelled }) => Free,
        (not CalendarForm.Outlook, _) => null,
        (_, { Span: EventSpan.AllDay }) => Free,
        (_, { Status: EventState.Tentative }) => "TENTATIVE",
        _ => "BUSY",
    };

    /// <summary>The text of the event with its addresses in it: Google and Outlook show no other.</summary>
    private static string DescriptionOf(Event @event, Body body)
    {
        Uri?[] addresses = [@event.MainLink, @event.Online];
        var missing = addresses.OfType<Uri>()
            .Distinct()
            .Select(address => address.AbsoluteUri)
            .Where(address => !body.Text.Contains(address, StringComparison.Ordinal));
        string[] parts =
        [
            EventText.Note(@event.Status) ?? "",
            @event.Summary is { } summary && !body.Text.StartsWith(summary, StringComparison.Ordinal) ? summary : "",
            body.Text,
            string.Join('\n', missing),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }
}
