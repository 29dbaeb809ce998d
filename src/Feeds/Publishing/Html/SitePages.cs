using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Pages.Events;
using Feeds.Pages.Posts;
using Feeds.Pages.Subscribing;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>The pages of a site.</summary>
internal static class SitePages
{
    /// <summary>What names the one script of all pages in a Content Security Policy.</summary>
    public static string ScriptSource => Page.ScriptSource;

    /// <summary>Likewise what may be shown in a frame.</summary>
    public static string FrameSources => Player.Sources;

    /// <summary>All pages; where a document has the address of a listing, the document comes first.</summary>
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, SiteFeeds feeds, SiteCalendars calendars)
    {
        RenderPlan[] listings = [.. ListPages.Render(site, feeds.Terms)];
        var offers = SubscriptionPages.Render(site, feeds, calendars, listings.Select(page => page.Path).ToHashSet(StringComparer.Ordinal));
        return [.. Fixed(site), .. PostPages.Render(site), .. Events(site), .. listings, .. offers];
    }

    private static IEnumerable<RenderPlan> Fixed(SiteSnapshot site)
    {
        var settings = site.Settings;
        if (settings.HasHome)
        {
            yield return new RenderPlan(Addresses.Home, MediaType.Html, site.Listed, HomePage.InputsOf(site), () => Page.Render<HomePage>(new() { [nameof(HomePage.Site)] = site }));
            yield return new RenderPlan(Addresses.NotFound, MediaType.Html, Instant.MinValue, [settings], () => Page.Render<NotFoundPage>(new() { [nameof(NotFoundPage.Settings)] = settings })) { Reach = ChangeScope.Document };
        }

        yield return new RenderPlan(settings.PathOf(Addresses.Subscribe), MediaType.Html, Instant.MinValue, [settings], () => Page.Render<SubscribePage>(new() { [nameof(SubscribePage.Settings)] = settings })) { Reach = ChangeScope.Document };
        yield return new RenderPlan(settings.PathOf(Addresses.Style), MediaType.Css, Instant.MinValue, [settings.Calendar], () => Style.Of(settings)) { Reach = ChangeScope.Document };
        yield return new RenderPlan(settings.PathOf(Addresses.FeedStyle), MediaType.Css, Instant.MinValue, [], () => Page.FeedStyle) { Reach = ChangeScope.Document };
        if (CustomStyleOf(site) is { } own) yield return own;
    }

    private static RenderPlan? CustomStyleOf(SiteSnapshot site) => site.Files.GetValueOrDefault(Addresses.CustomStyle[1..]) is { } own
        ? new RenderPlan(site.Settings.PathOf(Addresses.CustomStyle), MediaType.Css, Instant.MinValue, [own], () => own.Bytes.Value) { Reach = ChangeScope.File }
        : null;

    private static IEnumerable<RenderPlan> Events(SiteSnapshot site)
    {
        ImmutableArray<Event> documents = [.. site.Events.Where(@event => @event.PagePath is not null)];
        var coming = site.Upcoming.ToLookup(date => date.Path, StringComparer.Ordinal);
        var past = site.Past.ToLookup(date => date.Path, StringComparer.Ordinal);
        var once = documents.Select((@event, index) => OfEvent(@event, index > 0 ? documents[index - 1] : null, index + 1 < documents.Length ? documents[index + 1] : null, coming, past, site));
        // What is no longer there says nothing of its page: it is where the others are.
        var cancelled = site.Settings.HasPageHere(site.Settings.Events.Permalink) ? site.CancelledEvents : [];
        return once.Concat(site.Plans.Concat(cancelled).Where(plan => plan.PagePath is not null).Select(plan => OfEvent(plan, before: null, after: null, coming, past, site)));
    }

    private static RenderPlan OfEvent(Event @event, Event? before, Event? after, ILookup<string, Event> coming, ILookup<string, Event> past, SiteSnapshot site)
    {
        var settings = site.Settings;
        ImmutableArray<Event> next = @event.Recurrence is null ? [] : [.. coming[@event.Path]];
        var files = SiteFiles.Of(@event.Body.Files, site);
        var (earlier, later) = (Beside(before, settings), Beside(after, settings));
        // With the end of a date it tells of others.
        var ended = past[@event.Path].Select(date => date.EndsAt(settings.Zone)).DefaultIfEmpty(Instant.MinValue).Max();
        var isPast = past.Contains(@event.Path) && next.IsEmpty;
        var changed = new[] { @event, before, after }.OfType<Event>().Max(one => site.IdentityOf(one).Changed);
        return new RenderPlan(@event.PagePath!, MediaType.Html, Instant.Max(changed, ended), [settings, @event, isPast, earlier, later, .. next, .. files.Values], () => Page.Render<EventPage>(new()
        {
            [nameof(EventPage.Settings)] = settings,
            [nameof(EventPage.Event)] = @event,
            [nameof(EventPage.Body)] = new PageBody(settings, files).Html(@event.Body.Value, @event.Title),
            [nameof(EventPage.Next)] = next,
            [nameof(EventPage.IsPast)] = isPast,
            [nameof(EventPage.Before)] = earlier,
            [nameof(EventPage.After)] = later,
        }));
    }

    private static AdjacentPage? Beside(Event? @event, SiteSettings settings) => @event is null ? null : new(@event.Title, settings.Href(@event.Link));
}
