using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Publishing.Calendars;

/// <summary>The calendars of a site: of all of it, of its years, and of each term that events bear.</summary>
internal sealed class SiteCalendars
{
    /// <summary>The last part of the addresses of calendars that are a part of the site.</summary>
    public const string File = "calendar.ics";

    private const string ProductId = "-//Feeds//Feeds//EN";

    private readonly SiteSettings settings;
    private readonly ImmutableArray<Event> events;
    private readonly ImmutableArray<Event> files;
    private readonly Dictionary<Event, CalendarItem> items;
    private readonly ImmutableArray<Term<Event>> terms;
    private readonly ImmutableArray<IGrouping<int, Event>> years;
    private readonly Instant moved;

    public SiteCalendars(SiteSnapshot site)
    {
        settings = site.Settings;
        moved = site.History?.EventsMoved ?? Instant.MinValue;
        events = site.CalendarEvents;
        files = [.. site.Events, .. site.CancelledEvents];
        items = new Dictionary<Event, CalendarItem>(events.Length, ReferenceEqualityComparer.Instance);
        foreach (var @event in events) items[@event] = CalendarItem.Of(@event, site.IdentityOf(@event), site.Budget);
        terms = [.. settings.Taxonomies.SelectMany(taxonomy => Term.Of(taxonomy, events)), .. Term.SeriesOf(events), .. Term.VenuesOf(events)];
        years = [.. events.SelectMany(@event => site.YearsOf(@event).Select(year => (Year: year, Event: @event))).GroupBy(entry => entry.Year, entry => entry.Event).OrderByDescending(year => year.Key)];
        Main = MainCalendar.Of(site);
    }

    /// <summary>How many events are cancelled, the removed ones among them.</summary>
    public int Cancelled => events.Count(@event => @event.Status == EventState.Cancelled);

    /// <summary>What the main calendar holds.</summary>
    public MainCalendar Main { get; }

    /// <summary>Every calendar of several events that there is, by its name for people.</summary>
    public IEnumerable<CalendarPart> Parts =>
        years.Select(year => Part(MainCalendar.PathOf(year.Key), FormattableString.Invariant($"{Name} {year.Key}"), year) with { Name = FormattableString.Invariant($"{year.Key}") })
            .Concat(terms.Select(term => Part(term.Path + File, $"{Name}: {term.Name}", term.Members) with { Name = term.Name }))
            .Prepend(Part(Addresses.Calendar, Name, Main.Events));

    private string Name => settings.Calendar.Name ?? settings.Title;

    public IEnumerable<RenderPlan> Render() =>
        Parts.Select(Rendered)
            .Append(Rendered(Part(Addresses.GoogleCalendar, Name, Main.Events), settings, CalendarForm.Google))
            .Append(Rendered(Part(Addresses.OutlookCalendar, Name, Main.Events), settings, CalendarForm.Outlook))
            .Append(Rendered(Part(Addresses.JsonCalendar, Name, Main.Events), settings, CalendarForm.Json))
            .Concat(files.Select(@event => Rendered(items[@event], settings)));

    /// <summary>The calendar of the events that bear several terms of one kind; null when there is none that does.</summary>
    /// <param name="slugs">In order, each once.</param>
    public RenderPlan? Intersection(string folder, ImmutableArray<string> slugs) =>
        Term.Common(terms, folder, slugs) is var (name, common) && !common.IsEmpty
            ? Rendered(Part($"/{folder}/{string.Join('+', slugs)}/{File}", $"{Name}: {name}", common))
            : null;

    private CalendarPart Part(string path, string title, IEnumerable<Event> members) => new(path, title, [.. members.Select(@event => items[@event])], moved);

    private RenderPlan Rendered(CalendarPart part) => Rendered(part, settings, CalendarForm.Plain);

    // Static, so that a representation that is kept does not keep all of the site that it was made from.
    private static RenderPlan Rendered(CalendarPart part, SiteSettings settings, CalendarForm form) => RenderPlan.Of(
        part.Path,
        form.MediaType,
        part.Changed ?? Instant.MinValue,
        [settings, part.Title, part.Changed, .. part.Items.SelectMany(item => new object?[] { item.Event, item.Identity })],
        stream => form.Write(CalendarOf(part, settings, form.EventOf), stream)) with
    { Reach = ChangeScope.Events };

    private static RenderPlan Rendered(CalendarItem item, SiteSettings settings) => RenderPlan.Of(
        item.Event.CalendarPath,
        MediaType.Calendar,
        item.Identity.Changed,
        [settings, item.Event, item.Identity],
        stream => CalendarWriter.Write(new VCalendar { ProductId = ProductId, Events = [.. item.Components.Select(CalendarForm.Plain.EventOf)] }, stream)) with
    { Reach = Reaches.Of(item.Event.Source) };

    private static VCalendar CalendarOf(CalendarPart part, SiteSettings settings, Func<CalendarItem, VEvent> eventOf) => new()
    {
        ProductId = ProductId,
        Name = part.Title,
        Description = settings.Calendar.Description ?? settings.Description,
        Zone = settings.Zone,
        Uid = settings.NameOf(part.Path),
        Url = settings.HomeAddress,
        Source = settings.AddressOf(part.Path),
        RefreshInterval = settings.Calendar.Refresh,
        Color = settings.Calendar.Color,
        LastModified = part.Changed,
        Events = [.. part.Items.SelectMany(item => item.Components).Select(eventOf)],
    };
}

/// <summary>A calendar of several events.</summary>
/// <param name="Moved">When an event last left a place that it had: it leaves no stamp of its own behind.</param>
internal sealed record CalendarPart(string Path, string Title, ImmutableArray<CalendarItem> Items, Instant Moved)
{
    /// <summary>Its title without that of the main calendar, where it is a part of that.</summary>
    public string Name { get; init; } = Title;

    /// <summary>When what it holds last changed; null when it holds nothing.</summary>
    public Instant? Changed => Items.IsEmpty ? null : Instant.Max(Moved, Items.Max(item => item.Identity.Changed));
}
