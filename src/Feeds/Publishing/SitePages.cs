using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Pages;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The pages of a site.</summary>
internal static class SitePages
{
    /// <summary>What names the one script of all pages in a Content Security Policy.</summary>
    public static string ScriptSource => Page.ScriptSource;

    /// <summary>All pages; where a document has the address of a listing, the document comes first.</summary>
    public static IEnumerable<Rendering> Render(CurrentSite site, PostPages posts, SiteFeeds feeds, SiteCalendars calendars) =>
        [.. Fixed(site), AllFeeds(site.Settings, site.Newest, feeds, calendars), .. posts.Renderings, .. Events(site), .. SiteListings.Render(site, feeds.Terms)];

    private static IEnumerable<Rendering> Fixed(CurrentSite site)
    {
        var settings = site.Settings;
        yield return new Rendering(Addresses.Home, MediaType.Html, site.Listed, HomePage.InputsOf(site), () => Page.Render<HomePage>(new() { [nameof(HomePage.Site)] = site }));
        yield return new Rendering(Addresses.Subscribe, MediaType.Html, Instant.MinValue, [settings], () => Page.Render<SubscribePage>(new() { [nameof(SubscribePage.Settings)] = settings })) { Reach = Reach.Document };
        yield return new Rendering(Addresses.NotFound, MediaType.Html, Instant.MinValue, [settings], () => Page.Render<NotFoundPage>(new() { [nameof(NotFoundPage.Settings)] = settings })) { Reach = Reach.Document };
        yield return new Rendering(Addresses.Style, MediaType.Css, Instant.MinValue, [settings.Calendar], () => Style.Of(settings)) { Reach = Reach.Document };
        yield return new Rendering(Addresses.FeedStyle, MediaType.Css, Instant.MinValue, [], () => Page.FeedStyle) { Reach = Reach.Document };
        if (CustomStyleOf(site) is { } own) yield return own;
    }

    private static Rendering? CustomStyleOf(CurrentSite site) => site.Files.GetValueOrDefault(Addresses.CustomStyle[1..]) is { } own
        ? new Rendering(Addresses.CustomStyle, MediaType.Css, Instant.MinValue, [own], () => own.Bytes.Value) { Reach = Reach.File }
        : null;

    private static Rendering AllFeeds(SiteSettings settings, Instant changed, SiteFeeds feeds, SiteCalendars calendars)
    {
        (string Title, string Path)[] parts = [.. feeds.Parts.Prepend(feeds.Main).Select(part => (part.Title, part.Path))];
        (string Title, string Path)[] calendarParts = [.. calendars.Parts.Select(part => (part.Title, part.Path))];
        return new Rendering(
            Addresses.Feeds,
            MediaType.Html,
            changed,
            [settings, .. parts, null, .. calendarParts],
            () => Page.Render<FeedsPage>(new() { [nameof(FeedsPage.Settings)] = settings, [nameof(FeedsPage.Feeds)] = parts, [nameof(FeedsPage.Calendars)] = calendarParts }));
    }

    private static IEnumerable<Rendering> Events(CurrentSite site)
    {
        ImmutableArray<Event> documents = [.. site.Events.Where(@event => @event.PagePath is not null)];
        var coming = site.Coming.ToLookup(date => date.Path, StringComparer.Ordinal);
        var once = documents.Select((@event, index) => OfEvent(@event, index > 0 ? documents[index - 1] : null, index + 1 < documents.Length ? documents[index + 1] : null, coming, site));
        return once.Concat(site.Plans.Concat(site.CalledOff).Where(plan => plan.PagePath is not null).Select(plan => OfEvent(plan, before: null, after: null, coming, site)));
    }

    private static Rendering OfEvent(Event @event, Event? before, Event? after, ILookup<string, Event> coming, CurrentSite site)
    {
        var settings = site.Settings;
        ImmutableArray<Event> next = @event.Recurrence is null ? [] : [.. coming[@event.Path]];
        var files = SiteFiles.Of(@event.Body.Files, site);
        var (earlier, later) = (Beside(before, settings), Beside(after, settings));
        var changed = new[] { @event, before, after }.OfType<Event>().Max(one => one.Stamp);
        return new Rendering(@event.PagePath!, MediaType.Html, changed, [settings, @event, earlier, later, .. next, .. files.Values], () => Page.Render<EventPage>(new()
        {
            [nameof(EventPage.Settings)] = settings,
            [nameof(EventPage.Event)] = @event,
            [nameof(EventPage.Body)] = new PageBody(settings, files).Html(@event.Body.Value, @event.Title),
            [nameof(EventPage.Next)] = next,
            [nameof(EventPage.Before)] = earlier,
            [nameof(EventPage.After)] = later,
        }));
    }

    private static Neighbour? Beside(Event? @event, SiteSettings settings) => @event is null ? null : new(@event.Title, settings.Href(@event.Link));
}
