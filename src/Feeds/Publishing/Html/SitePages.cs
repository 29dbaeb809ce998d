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

/// <summary>Renders the pages and style sheets of a site.</summary>
internal static class SitePages
{
    /// <summary>All pages; a document comes before a listing with the same path, and so replaces it.</summary>
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, SiteFeeds feeds, SiteCalendars calendars)
    {
        RenderPlan[] listings = [.. ListPages.Render(site, feeds.Terms)];
        var paths = listings.Select(page => page.Path[site.Settings.Folder.Length..]).ToHashSet(StringComparer.Ordinal);
        var subscriptions = SubscriptionPages.Render(site, feeds, calendars, paths);
        return [.. Fixed(site), .. PostPages.Render(site), .. Events(site), .. ContentPages.Render(site), .. listings, .. subscriptions];
    }

    private static IEnumerable<RenderPlan> Fixed(SiteSnapshot site)
    {
        var settings = site.Settings;
        if (settings.HasHome)
        {
            yield return new RenderPlan(settings.Folder + Addresses.Home, MediaType.Html, site.Listed, HomePage.InputsOf(site), () =>
                Page.Render<HomePage>(new() { [nameof(HomePage.Site)] = site }));
        }

        if (settings is { HasHome: true, Folder: "" })
        {
            yield return RenderPlan.OfSettings(Addresses.NotFound, MediaType.Html, settings, () =>
                Page.Render<NotFoundPage>(new() { [nameof(NotFoundPage.Settings)] = settings }));
        }

        var (hasEvents, hasPosts) = (site.HasEvents, site.HasPosts);
        var subscribe = settings.Folder + settings.PathOf(Addresses.Subscribe);
        yield return RenderPlan.OfSettings(subscribe, MediaType.Html, (settings, hasEvents, hasPosts), () =>
            Page.Render<SubscribePage>(new()
            {
                [nameof(SubscribePage.Settings)] = settings,
                [nameof(SubscribePage.HasEvents)] = hasEvents,
                [nameof(SubscribePage.HasPosts)] = hasPosts,
            }));
        yield return RenderPlan.OfSettings(settings.PathOf(Addresses.Style), MediaType.Css, settings.Calendar, () => Style.Of(settings));
        yield return RenderPlan.OfSettings(settings.PathOf(Addresses.FeedStyle), MediaType.Css, key: null, () => Page.FeedStyle);
        if (site.Files.GetValueOrDefault(Addresses.CustomStyle[1..]) is { } own)
            yield return RenderPlan.OfFile(settings.PathOf(Addresses.CustomStyle), MediaType.Css, own);
    }

    private static IEnumerable<RenderPlan> Events(SiteSnapshot site)
    {
        ImmutableArray<Event> documents = [.. site.Events.Where(HasPage)];
        var upcoming = site.Upcoming.ToLookup(date => date.Path, StringComparer.Ordinal);
        var past = site.Past.ToLookup(date => date.Path, StringComparer.Ordinal);
        var plans = documents.Select((@event, index) => OfEvent(
            @event, documents.ElementAtOrDefault(index - 1), documents.ElementAtOrDefault(index + 1), upcoming, past, site));
        // The file of a removed event no longer sets its permalink: its page is where those of the others are.
        var cancelled = site.Settings.HasPageHere(site.Settings.Events.Permalink) ? site.CancelledEvents : [];
        return plans.Concat(site.Plans.Concat(cancelled)
            .Where(HasPage)
            .Select(@event => OfEvent(@event, before: null, after: null, upcoming, past, site)));

        bool HasPage(Event @event) => @event.PagePath is not null && site.Settings.Speaks(@event.Language);
    }

    private static RenderPlan OfEvent(
        Event @event, Event? before, Event? after, ILookup<string, Event> upcoming, ILookup<string, Event> past, SiteSnapshot site)
    {
        var settings = site.Settings;
        ImmutableArray<Event> next = @event.Recurrence is null ? [] : [.. upcoming[@event.Path]];
        var files = SiteFiles.Of([.. @event.Files, .. @event.Body.Files], site);
        var (earlier, later) = (LinkTo(before, settings), LinkTo(after, settings));
        // The page changes when an occurrence ends.
        var ended = past[@event.Path].Select(date => date.EndsAt(settings.Zone)).DefaultIfEmpty(Instant.MinValue).Max();
        var isPast = past.Contains(@event.Path) && next.IsEmpty;
        var changed = new[] { @event, before, after }.OfType<Event>().Max(one => site.IdentityOf(one).Changed);
        var translations = site.TranslationsOf(@event.Path);
        ImmutableArray<object?> key = [settings, @event, isPast, earlier, later, .. next, .. translations, .. files.Values];
        var body = new PageBody(settings, files);
        return new RenderPlan(@event.PagePath!, MediaType.Html, Instant.Max(changed, ended), key, () => Page.Render<EventPage>(new()
        {
            [nameof(EventPage.Settings)] = settings,
            [nameof(EventPage.Event)] = @event,
            [nameof(EventPage.Lead)] = body.Lead(@event.Image, @event.Body.Value),
            [nameof(EventPage.Body)] = body.Html(@event.Body.Value, @event.Title),
            [nameof(EventPage.Next)] = next,
            [nameof(EventPage.IsPast)] = isPast,
            [nameof(EventPage.Before)] = earlier,
            [nameof(EventPage.After)] = later,
            [nameof(EventPage.Translations)] = translations,
        }))
        {
            Translations = translations,
        };
    }

    private static AdjacentPage? LinkTo(Event? @event, SiteSettings settings) =>
        @event is null ? null : new(@event.Title, settings.Href(@event.Link));
}
