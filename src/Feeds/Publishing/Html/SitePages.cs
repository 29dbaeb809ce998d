using System.Collections.Immutable;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Pages.Subscribing;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Syndication;

namespace Feeds.Publishing.Html;

/// <summary>Renders the pages and style sheets of a site.</summary>
internal static class SitePages
{
    /// <summary>All pages; a document comes before a listing with the same path, and so replaces it.</summary>
    public static ImmutableArray<RenderPlan> Render(SiteSnapshot site, SiteFeeds feeds, SiteCalendars calendars, EventPages events)
    {
        RenderPlan[] listings = [.. ListPages.Render(site, feeds.Terms, events)];
        var paths = listings.Select(page => page.Path[site.Settings.Folder.Length..]).ToHashSet(StringComparer.Ordinal);
        var subscriptions = SubscriptionPages.Render(site, feeds, calendars, paths);
        return [.. Fixed(site), .. PostPages.Render(site), .. events.Plans, .. ContentPages.Render(site), .. listings, .. subscriptions];
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
}
