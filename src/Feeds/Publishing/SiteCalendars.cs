using System.Collections.Immutable;
using Feeds.Calendar;
using Feeds.Model;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The calendars of a site: of all of it, of its years, and of each term that events bear.</summary>
internal sealed class SiteCalendars
{
    /// <summary>The last part of the addresses of calendars that are a part of the site.</summary>
    public const string File = "calendar.ics";

    private const string ProductId = "-//Feeds//Feeds//EN";

    private readonly SiteSettings settings;
    private readonly ImmutableArray<Event> events;
    private readonly ImmutableArray<Term<Event>> terms;

    public SiteCalendars(CurrentSite site)
    {
        settings = site.Settings;
        events = site.Events;
        terms = [.. settings.Taxonomies.SelectMany(taxonomy => Term.Of(taxonomy, events)), .. Term.SeriesOf(events), .. Term.VenuesOf(events)];
        Main = MainCalendar.Of(site);
    }

    /// <summary>What the main calendar holds.</summary>
    public MainCalendar Main { get; }

    /// <summary>Every calendar of several events that there is, by its name for people.</summary>
    public IEnumerable<CalendarPart> Parts =>
        events.GroupBy(@event => @event.FirstDay.Year).OrderByDescending(year => year.Key).Select(year => new CalendarPart(MainCalendar.PathOf(year.Key), FormattableString.Invariant($"{Name} {year.Key}"), [.. year]))
            .Concat(terms.Select(term => new CalendarPart(term.Path + File, $"{Name}: {term.Name}", term.Members)))
            .Prepend(new CalendarPart(Addresses.Calendar, Name, Main.Events));

    private string Name => settings.Calendar.Name ?? settings.Title;

    public IEnumerable<Rendering> Render() =>
        Parts.Select(part => Rendered(part, CalendarEvent.Of))
            .Append(Rendered(new CalendarPart(Addresses.GoogleCalendar, Name, Main.Events), CalendarEvent.ForGoogle))
            .Append(Rendered(new CalendarPart(Addresses.OutlookCalendar, Name, Main.Events), CalendarEvent.ForOutlook))
            .Concat(events.Select(@event => Rendering.Of(@event.CalendarPath, MediaType.Calendar, @event.Stamp, [settings, @event], stream => CalendarWriter.Write(CalendarOf(@event), stream))));

    /// <summary>The calendar of the events that bear several terms of one kind; null when there is none that does.</summary>
    /// <param name="slugs">In order, each once.</param>
    public Rendering? Intersection(string folder, ImmutableArray<string> slugs) =>
        Term.Common(terms, folder, slugs) is var (name, common) && !common.IsEmpty
            ? Rendered(new CalendarPart($"/{folder}/{string.Join('+', slugs)}/{File}", $"{Name}: {name}", common), CalendarEvent.Of)
            : null;

    private Rendering Rendered(CalendarPart part, Func<Event, VEvent> eventOf) => Rendered(part, settings, eventOf);

    // Static, so that a representation that is kept does not keep all of the site that it was made from.
    private static Rendering Rendered(CalendarPart part, SiteSettings settings, Func<Event, VEvent> eventOf) =>
        Rendering.Of(part.Path, MediaType.Calendar, Newest(part.Events) ?? Instant.MinValue, [settings, part.Title, .. part.Events], stream => CalendarWriter.Write(CalendarOf(part, settings, eventOf), stream));

    private static VCalendar CalendarOf(Event @event) => new() { ProductId = ProductId, Events = [CalendarEvent.Of(@event)] };

    private static VCalendar CalendarOf(CalendarPart part, SiteSettings settings, Func<Event, VEvent> eventOf) => new()
    {
        ProductId = ProductId,
        Name = part.Title,
        Description = settings.Calendar.Description ?? settings.Description,
        Zone = settings.Zone,
        Uid = settings.AddressOf(part.Path).AbsoluteUri,
        Url = settings.Url,
        Source = settings.AddressOf(part.Path),
        RefreshInterval = settings.Calendar.Refresh,
        Color = settings.Calendar.Color,
        LastModified = Newest(part.Events),
        Events = [.. part.Events.Select(eventOf)],
    };

    private static Instant? Newest(ImmutableArray<Event> events) => events.IsEmpty ? null : events.Max(@event => @event.Stamp);
}

/// <summary>A calendar of several events.</summary>
internal sealed record CalendarPart(string Path, string Title, ImmutableArray<Event> Events);
