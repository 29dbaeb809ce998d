using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Pages;
using Feeds.Pages.Events;
using Feeds.Pages.Languages;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Feeds.Publishing.Calendars;

/// <summary>Converts the events of the site to components of Ical.Net.</summary>
internal static class CalendarEvents
{
    private const string Free = "FREE";

    /// <exception cref="ArgumentException">A calendar cannot contain it.</exception>
    public static CalendarEvent Of(Event @event, DocumentIdentity identity, CalendarForm form, SiteSettings settings)
    {
        var words = Words.Of(settings);
        var body = @event.Body.Value;
        var description = CalendarDescription.Of(@event, body, words);
        var component = new CalendarEvent
        {
            Uid = CalendarText.RequireLine(identity.Uid!),
            DtStamp = CalendarTime.Of(identity.Changed),
            LastModified = CalendarTime.Of(identity.Changed),
            Sequence = identity.Sequence,
            Summary = SummaryOf(@event, form, words),
            Description = description.Text,
            Url = @event.MainLink,
            Categories = [.. @event.Terms],
            Status = StatusOf(@event.Status, form),
        };
        TimesOf(@event).AddTo(component);
        var hasHtml = form != CalendarForm.Google && body.Text.Length > 0 && !description.IsCut;
        if (hasHtml && HtmlOf(@event, settings) is { } html) component.AddHtml(html);
        var position = @event.Place?.Position is { } place ? new GeographicLocation(place.Latitude, place.Longitude) : null;
        var lines = @event.PlaceLines;
        component.AddPlace(lines.IsEmpty ? null : string.Join(form == CalendarForm.Standard ? "\n" : ", ", lines), position);
        component.AddUri("IMAGE", @event.Image);
        if (@event.Online is { Address: { } join } online) component.AddConference(join, online.Text ?? OnlineNameOf(@event));
        if (@event.Organizer is { Email: { } email } organizer) component.AddOrganizer(email, organizer.Name);
        AddBusy(component, @event, form);
        return component;
    }

    private static string? OnlineNameOf(Event @event) => @event.Place is { IsOnline: true } place ? place.Name : null;

    public static EventTimes TimesOf(Event @event) => new(@event.Span, @event.Recurrence, @event.Occurrence);

    // Google and Outlook show the status of an event in its title only.
    private static string SummaryOf(Event @event, CalendarForm form, Words words) => (form, @event.Status) switch
    {
        (not CalendarForm.Standard, EventState.Cancelled) => words.Format("calendar title/cancelled", @event.Title),
        (not CalendarForm.Standard, EventState.Postponed) => words.Format("calendar title/postponed", @event.Title),
        _ => @event.Title,
    };

    private static string StatusOf(EventState status, CalendarForm form) => status switch
    {
        EventState.Cancelled when form == CalendarForm.Standard => EventStatus.Cancelled,
        EventState.Tentative or EventState.Postponed => EventStatus.Tentative,
        _ => EventStatus.Confirmed,
    };

    // Outlook prefers its own properties to TRANSP and STATUS (MS-OXCICAL §2.1.3.1.1.20.31), and needs one for all-day events.
    private static void AddBusy(CalendarEvent component, Event @event, CalendarForm form)
    {
        var busy = BusyOf(@event, form);
        // All-day and cancelled events leave time for other appointments.
        var isBusy = busy is null ? @event is { Span: EventSpan.Timed, Status: not EventState.Cancelled } : busy != Free;
        component.Transparency = isBusy ? TransparencyType.Opaque : TransparencyType.Transparent;
        component.Add("X-MICROSOFT-CDO-BUSYSTATUS", busy);
        if (busy is not null && @event.Span is EventSpan.AllDay) component.Add("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE");
    }

    /// <summary>The value of X-MICROSOFT-CDO-BUSYSTATUS; null where TRANSP and STATUS are enough.</summary>
    private static string? BusyOf(Event @event, CalendarForm form) => (form, @event) switch
    {
        (_, { Status: EventState.Postponed }) => Free,
        (not CalendarForm.Standard, { Status: EventState.Cancelled }) => Free,
        (not CalendarForm.Outlook, _) => null,
        (_, { Span: EventSpan.AllDay }) => Free,
        (_, { Status: EventState.Tentative }) => "TENTATIVE",
        _ => "BUSY",
    };

    /// <summary>The description as HTML; null when it is too long for some programs.</summary>
    private static string? HtmlOf(Event @event, SiteSettings settings)
    {
        var html = Page.Fragment<EventDescription>(new()
        {
            [nameof(EventDescription.Event)] = @event,
            [nameof(EventDescription.Settings)] = settings,
        });
        return CalendarDescription.Length(html) <= CalendarDescription.MaxLength ? html : null;
    }
}

/// <summary>The calendar program for which events are written.</summary>
internal enum CalendarForm
{
    /// <summary>Any that follows RFC 5545.</summary>
    Standard,

    /// <summary>Hides cancelled events, does not mark tentative ones, and does not read HTML.</summary>
    Google,

    /// <summary>Ignores the status, and has its own properties for busy time.</summary>
    Outlook,
}
