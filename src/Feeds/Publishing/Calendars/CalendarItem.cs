using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Pages;
using Feeds.Pages.Events;

namespace Feeds.Publishing.Calendars;

/// <summary>An event as it stands in calendars.</summary>
/// <param name="Plain">As RFC 5545 has it; shared by all calendars as long as the budget lasts.</param>
/// <param name="Overrides">What is other about some of its occurrences.</param>
internal sealed record CalendarItem(Event Event, DocumentIdentity Identity, Cached<VEvent> Plain, ImmutableArray<CalendarItem> Overrides)
{
    /// <summary>All that stands in a calendar under the event's UID.</summary>
    public IEnumerable<CalendarItem> Components => Overrides.Prepend(this);

    public static CalendarItem Of(Event @event, DocumentIdentity identity, CacheBudget budget) =>
        new(@event, identity, new Cached<VEvent>(budget, () => PlainOf(@event, identity), OctetsOf), [.. @event.Overrides.Select(occurrence => Of(occurrence, identity, budget))]);

    private static long OctetsOf(VEvent @event) => 2 * ((@event.Description?.Length ?? 0) + (long)(@event.HtmlDescription?.Length ?? 0));

    private static VEvent PlainOf(Event @event, DocumentIdentity identity)
    {
        var body = @event.Body.Value;
        return new VEvent
        {
            Uid = identity.Uid!,
            Stamp = identity.Changed,
            Sequence = identity.Sequence,
            Span = @event.Span,
            Recurrence = @event.Recurrence,
            RecurrenceId = @event.Occurrence,
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
    public VEvent ForGoogle() =>
        Marked() with { HtmlDescription = null, Busy = Event.Status == EventState.Cancelled ? BusyStatus.Free : Plain.Value.Busy };

    /// <summary>As Outlook shows it rightly: it passes over the status, and has words of its own for how time is taken.</summary>
    public VEvent ForOutlook() => Marked() with { Busy = BusyOf(Event) };

    /// <summary>With what has become of it in the title alone, and the place on one line, as both show it.</summary>
    private VEvent Marked() => Plain.Value with
    {
        Summary = Event.Status switch
        {
            EventState.Cancelled => $"[CANCELLED] {Event.Title}",
            EventState.Postponed => $"[POSTPONED] {Event.Title}",
            _ => Event.Title,
        },
        Location = Event.Place?.ToString(),
        Status = Event.Status == EventState.Cancelled ? EventStatus.Confirmed : Plain.Value.Status,
    };

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
            EventText.Note(@event.Status) ?? "",
            @event.Summary is { } summary && !body.Text.StartsWith(summary, StringComparison.Ordinal) ? summary : "",
            body.Text,
            string.Join('\n', missing),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }
}
