using System.Collections.Immutable;
using System.Text;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown.Foreign;
using Feeds.Content.Names;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Reading;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Sources;

/// <summary>Reads an event of a calendar of others.</summary>
internal sealed class RemoteEventReader
{
    private const int MaxTitle = 300;

    private static readonly FrontMatterFields NoFields = new(new MapValue([], 1));

    private readonly RemoteEntry entry;
    private readonly DocumentContext context;
    private readonly DiagnosticBag report;
    private readonly SiteSettings settings;
    private readonly RemoteTime times;

    private RemoteEventReader(RemoteEntry entry, DocumentContext context, DiagnosticBag report)
    {
        (this.entry, this.context, this.report, settings) = (entry, context, report, context.Settings);
        times = new RemoteTime(entry.Zones, report);
    }

    /// <summary>The event; null when it cannot be published, which is reported.</summary>
    public static Event? Read(Source source, RemoteEntry entry, DocumentContext context, DiagnosticBag report) =>
        new RemoteEventReader(entry, context, report).Read(source);

    private Event? Read(Source source)
    {
        var component = Component(entry.Event);
        var title = TitleOf(component);
        if (component.IsPrivate)
        {
            report.Note(component.Line, $"\"{title}\" is marked as private, so it is not published");
            return null;
        }

        if (component.Start is not { } start)
        {
            report.Warning(component.Line, $"\"{title}\" has no start, so it is not published");
            return null;
        }

        if (times.Span(component, start, usual: null) is not { } span) return null;
        var name = NameOf(title);
        var templates = settings.Events;
        // A page elsewhere is made by another generator, which knows nothing of this event.
        var permalink = SiteSettings.PermalinkHost(templates.Permalink) is null ? templates.Permalink : templates.PagePermalink;
        var address = Permalink.Of(settings, permalink, templates.PagePermalink, null, name, Event.FirstDayOf(span), report);
        var wanted = new WantedNames(new Placement(address.PagePath, address.CalendarPath(name)), NameDate: null, entry.Uid);
        address = address.At(context.Placed, settings);
        var places = new RemotePlaces(component, entry.Source);
        var overridden = entry.Overrides.Select(Component).ToImmutableArray();
        var recurrence = times.Recurrence(component, span, overridden);
        var @event = new Event
        {
            Path = context.File.Path,
            Title = title,
            Link = address.PagePath is null ? places.Link ?? address.Link : address.Link,
            PagePath = address.PagePath,
            CalendarPath = context.Placed?.Calendar ?? wanted.Placement.Calendar!,
            Wanted = wanted,
            Span = span,
            Recurrence = recurrence,
            Dated = Event.Undated,
            Announced = settings.Zone.AtStartOfDay(Event.FirstDayOf(span)).ToInstant() - Duration.FromDays(365),
            Place = places.Place,
            Announcement = places.Link,
            Online = places.Online,
            Status = StateOf(component),
            Tags = [.. component.Categories.Where(IsTag).Concat(entry.Source.Tags).Distinct(StringComparer.OrdinalIgnoreCase)],
            Image = WebAddress.Read(component.Image),
            Source = source with { Body = HashOf([component, .. overridden]) },
            Origin = new Origin(entry.Source.Name, entry.Uid, entry.Source.Home),
            Body = BodyOf(component, places.Link ?? address.Link),
        };
        if (recurrence is null) return @event;
        return @event with { Overrides = [.. overridden.Select(one => Changed(@event, recurrence, one)).OfType<Event>()] };
    }

    private Event? Changed(Event @event, RecurrenceSet recurrence, EventComponent component)
    {
        if (component.Occurrence is not { } occurrence || times.StartOf(occurrence, @event.Span) is not { } start) return null;
        var usual = recurrence.Occurrences(@event.Span, start.Date).TakeWhile(span => EventStart.Of(span).Date == start.Date)
            .FirstOrDefault(span => EventStart.Of(span) == start);
        if (usual is null) return null;
        var span = component.Start is { } written ? times.Span(component, written, usual) : usual;
        var places = new RemotePlaces(component, entry.Source);
        return @event with
        {
            Span = span ?? usual,
            Occurrence = start,
            Recurrence = null,
            Title = component.Title is null ? @event.Title : TitleOf(component),
            Place = places.Place ?? @event.Place,
            Online = places.Online ?? @event.Online,
            Announcement = places.Link ?? @event.Announcement,
            Status = StateOf(component),
            Body = component.Text is null && component.Html is null ? @event.Body : BodyOf(component, places.Link ?? @event.MainLink),
        };
    }

    private EventComponent Component(EventLines lines) =>
        EventComponentReader.Read(lines, (line, problem) => report.Warning(line, $"{problem}"));

    private string TitleOf(EventComponent component)
    {
        var title = PlainText.OneLine(component.Title ?? "");
        if (title.Length == 0) return entry.Source.Name;
        return title.Length <= MaxTitle ? title : PlainText.Shortened(title)!;
    }

    private DocumentName NameOf(string title)
    {
        var slug = Slug.Of(title) is { Length: > 0 } named ? named : EntryPath.KeyOf(context.File.Path);
        return new DocumentName(slug, $"{SourceSettings.Folder}/{entry.Source.Name}/{slug}", Date: null);
    }

    private EventState StateOf(EventComponent component)
    {
        switch (component.Status?.ToUpperInvariant())
        {
            case "CANCELLED" or "CANCELED":
                return EventState.Cancelled;
            case "TENTATIVE":
                return EventState.Tentative;
        }

        var title = new Field("title", new TextValue(component.Title ?? "", component.Line), component.Line);
        var state = EventStateReader.Read(NoFields, title, new DiagnosticBag(report.Path));
        if (state == EventState.Cancelled)
            report.Note(component.Line, $"the title \"{TitleOf(component)}\" says that it is cancelled, so it is");
        return state;
    }

    // Google and Outlook write what no person means as a tag.
    private static bool IsTag(string category) => !category.Contains("://", StringComparison.Ordinal) && category.Length <= 100;

    private static string HashOf(IEnumerable<EventComponent> components) =>
        ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\0', components.Select(TextOf)))).ToString();

    private static string TextOf(EventComponent component) => component.Html ?? component.Text ?? "";

    /// <param name="page">Where it is announced, else its page on this site.</param>
    private RenderedBody BodyOf(EventComponent component, Uri page)
    {
        var text = TextOf(component);
        var resolver = context.Links(page);
        return new RenderedBody(context.Budget, () => ForeignText.Render(text, resolver)) { MayReferToFiles = false };
    }
}
