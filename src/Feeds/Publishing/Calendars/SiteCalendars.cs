using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Publishing.Calendars;

/// <summary>The calendars of a site, of its years, and of each term of its events.</summary>
internal sealed class SiteCalendars
{
    /// <summary>The calendar of a term.</summary>
    public const string File = "calendar.ics";

    private readonly SiteSettings settings;
    private readonly ImmutableArray<Event> events;
    private readonly Dictionary<Event, ImmutableArray<CalendarItem>> items;
    private readonly ILookup<string, Event> ofSources;
    private readonly ImmutableArray<Term<Event>> terms;
    private readonly ImmutableArray<IGrouping<int, Event>> years;
    private readonly Instant moved;

    /// <param name="previous">The previous calendars, to reuse the lines of their events (benchmark row "calendars of one edit").</param>
    public SiteCalendars(SiteSnapshot site, SiteCalendars? previous = null)
    {
        settings = site.Settings;
        moved = site.History?.EventsMoved ?? Instant.MinValue;
        events = site.CalendarEvents;
        items = new Dictionary<Event, ImmutableArray<CalendarItem>>(events.Length, ReferenceEqualityComparer.Instance);
        var isSameLanguage = previous is not null && previous.settings.Language == settings.Language;
        var doubles = site.Doubles.Select(one => (one.Event, one.Identity));
        foreach (var (@event, identity) in events.Select(@event => (@event, site.IdentityOf(@event))).Concat(doubles))
        {
            if (!isSameLanguage || !previous!.items.TryGetValue(@event, out var known) || known[0].Identity != identity)
                known = CalendarItem.Of(@event, identity, site.Budget, settings);
            items[@event] = known;
        }

        // What others show in part is whole in the calendar of its source.
        var whole = site.Doubles.Select(one => one.Event).ToDictionary(@event => @event.Path, StringComparer.Ordinal);
        ofSources = events.Where(@event => @event.Origin is not null && !whole.ContainsKey(@event.Path)).Concat(whole.Values)
            .ToLookup(@event => @event.Origin!.Source, StringComparer.Ordinal);
        var ofTaxonomies = settings.Taxonomies.SelectMany(taxonomy => Term.Of(taxonomy, events));
        terms = [.. ofTaxonomies, .. Term.SeriesOf(events), .. Term.VenuesOf(events)];
        years =
        [
            .. events.SelectMany(@event => site.YearsOf(@event).Select(year => (Year: year, Event: @event)))
                .GroupBy(entry => entry.Year, entry => entry.Event)
                .OrderByDescending(year => year.Key),
        ];
        Main = MainCalendar.Of(site);
        Parts = [.. PartsOf(Main)];
        Plans = [.. PlansOf(site)];
    }

    public int Cancelled => events.Count(@event => @event.Status == EventState.Cancelled);

    public MainCalendar Main { get; }

    /// <summary>The main calendar first.</summary>
    public ImmutableArray<CalendarPart> Parts { get; }

    public ImmutableArray<RenderPlan> Plans { get; }

    private string Name => settings.Calendar.Name ?? settings.Title;

    private IEnumerable<CalendarPart> PartsOf(MainCalendar main) =>
        years.Select(year => (Name: FormattableString.Invariant($"{year.Key}"), Path: MainCalendar.PathOf(year.Key), Events: year))
            .Select(year => Part(year.Path, $"{Name} {year.Name}", year.Events) with { Name = year.Name })
            .Concat(terms.Select(term => Part(term.Path + File, $"{Name}: {term.Name}", term.Members) with { Name = term.Name }))
            .Concat(settings.Sources.Where(source => !source.IsFeed).Select(source => source.Name).Select(source =>
                Part($"/{SourceSettings.Folder}/{source}/{File}", $"{Name}: {source}", ofSources[source]) with { Name = source }))
            .Prepend(Part(Addresses.Calendar, Name, main.Events));

    private IEnumerable<RenderPlan> PlansOf(SiteSnapshot site)
    {
        var main = Parts[0];
        var files = site.Events.Concat(site.CancelledEvents).Where(@event => settings.Speaks(@event.Language));
        return Parts.Select(Rendered)
            .Append(Rendered(main with { Path = Addresses.GoogleCalendar }, settings, CalendarForm.Google))
            .Append(Rendered(main with { Path = Addresses.OutlookCalendar }, settings, CalendarForm.Outlook))
            .Append(RenderedAsJson(main with { Path = Addresses.JsonCalendar }, settings))
            .Concat(files.Select(@event => Rendered(@event, Part(@event.CalendarPath, Name, [@event]), settings)));
    }

    /// <summary>The calendar of the events that have all of some terms; null when there is no such event.</summary>
    /// <param name="slugs">Sorted and distinct.</param>
    public RenderPlan? Intersection(string folder, ImmutableArray<string> slugs) =>
        Term.Common(terms, folder, slugs) is var (name, common) && !common.IsEmpty
            ? Rendered(Part($"/{folder}/{string.Join('+', slugs)}/{File}", $"{Name}: {name}", common))
            : null;

    private CalendarPart Part(string path, string title, IEnumerable<Event> members) =>
        new(path, title, [.. members.SelectMany(@event => items[@event])], moved);

    private RenderPlan Rendered(CalendarPart part) => Rendered(part, settings, CalendarForm.Standard);

    // Static, so that a cached representation does not hold the whole site.
    private static RenderPlan Rendered(CalendarPart part, SiteSettings settings, CalendarForm form) =>
        Rendered(part, settings, MediaType.Calendar, stream =>
            CalendarWriter.Write(SiteCalendar.Of(part, settings), part.Lines(form, settings), stream));

    private static RenderPlan RenderedAsJson(CalendarPart part, SiteSettings settings) =>
        Rendered(part, settings, MediaType.JsonCalendar, stream =>
            CalendarWriter.WriteJson(SiteCalendar.Of(part, settings), part.Events(CalendarForm.Standard, settings), stream));

    private static RenderPlan Rendered(CalendarPart part, SiteSettings settings, MediaType mediaType, Action<Stream> write)
    {
        var contents = part.Items.SelectMany(item => new object?[] { item.Event, item.Identity });
        ImmutableArray<object?> key = [settings, part.Title, part.Changed, .. contents];
        var plan = RenderPlan.Of(settings.Folder + part.Path, mediaType, part.Changed ?? Instant.MinValue, key, write);
        return plan with { Scope = ChangeScope.Events };
    }

    private static RenderPlan Rendered(Event @event, CalendarPart file, SiteSettings settings)
    {
        var identity = file.Items[0].Identity;
        var plan = RenderPlan.Of(@event.CalendarPath, MediaType.Calendar, identity.Changed, [settings, @event, identity], stream =>
            CalendarWriter.Write(SiteCalendar.Of(file.Items), file.Lines(CalendarForm.Standard, settings), stream));
        // Links change with the addresses of the documents to which they lead.
        return plan with { Scope = @event.Source.LinksToDocuments ? ChangeScope.Site : ChangeScope.Document };
    }
}
