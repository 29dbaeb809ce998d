using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Pages.Events;
using Feeds.Pages.Languages;
using Feeds.Pages.Posts;
using Feeds.Pages.Subscribing;
using Feeds.Publishing.Calendars;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Renders the pages that list posts and events, by year and by term.</summary>
internal static class ListPages
{
    private const int MaxPosts = 50;
    private const int MaxEvents = 25;
    private const int MaxPast = 12;

    /// <param name="terms">Those of the posts.</param>
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, ImmutableArray<Term<Post>> terms, EventPages ofEvents)
    {
        var hasHome = site.Settings.HasHome;
        var posts = hasHome && site.Settings.Sections.HasFlag(SiteSections.Posts) ? Posts(site) : [];
        var events = ofEvents.Lists.Select(list => Rendered(site.Settings, site.Listed, list));
        var ofTerms = hasHome ? SiteTerms.Render(site, terms, ofEvents.Terms, MaxPosts, MaxPast) : [];
        return posts.Concat(events).Concat(Planet(site)).Concat(ofTerms);
    }

    private static IEnumerable<RenderPlan> Posts(SiteSnapshot site)
    {
        var (settings, changed, words) = (site.Settings, site.Newest, Words.Of(site.Settings));
        var years = site.Posts.GroupBy(post => post.Published.Year).ToArray();
        ImmutableArray<PageLink> links =
            [new(words["latest"], Addresses.Archive), .. years.Select(year => new PageLink(words.Dates.Year(year.Key), PathOf(year.Key)))];
        var newest = Marked(links, Addresses.Archive);
        yield return OfPosts(settings, changed, new(words["posts"], Addresses.Archive, [.. site.Posts.Take(MaxPosts)], newest, Pages: []));
        foreach (var year in years)
        {
            var (marked, title) = (Marked(links, PathOf(year.Key)), words.Format("posts from", words.Dates.Year(year.Key)));
            foreach (var (path, posts, pages) in Paging.Of(PathOf(year.Key), [.. year], MaxPosts))
                yield return OfPosts(settings, changed, new(title, path, posts, marked, pages));
        }

        static string PathOf(int year) => FormattableString.Invariant($"{Addresses.Archive}{year}/");
    }

    private static RenderPlan OfPosts(SiteSettings settings, Instant changed, PostListing list) =>
        new(settings.Folder + list.Path, MediaType.Html, changed, [settings, .. list.Years, null, .. list.Pages, null, .. list.Posts], () =>
            Page.Render<PostsPage>(new() { [nameof(PostsPage.Settings)] = settings, [nameof(PostsPage.List)] = list }));

    private static IEnumerable<RenderPlan> Planet(SiteSnapshot site)
    {
        var (settings, feeds) = (site.Settings, site.Planet.Feeds);
        if (!settings.Sections.HasFlag(SiteSections.Planet)) yield break;
        ImmutableArray<Post> posts = [.. site.Planet.Posts.Take(MaxPosts)];
        var changed = posts.Select(post => post.Updated.ToInstant()).DefaultIfEmpty(RenderPlan.Undated).Max();
        yield return new RenderPlan(settings.Folder + Addresses.Planet, MediaType.Html, changed, [settings, .. feeds, null, .. posts], () =>
            Page.Render<PlanetPage>(new()
            {
                [nameof(PlanetPage.Settings)] = settings,
                [nameof(PlanetPage.Feeds)] = feeds,
                [nameof(PlanetPage.Posts)] = posts,
            }))
        {
            Scope = ChangeScope.File,
        };
    }

    public static IEnumerable<EventListing> OfEvents(SiteSnapshot site)
    {
        // A club may link to its events before there is one.
        if (!site.Settings.HasHome && !site.Settings.Sections.HasFlag(SiteSections.Events)) yield break;
        var words = Words.Of(site.Settings);
        var name = site.Settings.Calendar.Name ?? site.Settings.Title;
        var years = site.AllDates.GroupBy(date => date.FirstDay.Year).OrderByDescending(year => year.Key).ToArray();
        ImmutableArray<PageLink> links =
            [new(words["upcoming"], Addresses.Events), .. years.Select(year => new PageLink(words.Dates.Year(year.Key), PathOf(year.Key)))];
        // The feed of events exists once one was announced.
        var feed = site.Dates.Any(date => site.IdentityOf(date).Announced <= site.Now) ? Addresses.Events : null;
        var inCalendars = site.CalendarEvents.SelectMany(@event => site.YearsOf(@event)).ToHashSet();
        var ofAll = new Subscription(name, feed, Addresses.Calendar);
        var upcoming = new EventListing(words["events"], Addresses.Events, ofAll, [.. site.Upcoming.Take(MaxEvents)])
        {
            Past = [.. site.Past.Take(MaxPast)],
            Years = years.Length == 0 ? [] : Marked(links, Addresses.Events),
        };
        yield return upcoming;
        foreach (var year in years)
        {
            var calendar = inCalendars.Contains(year.Key) ? MainCalendar.PathOf(year.Key) : Addresses.Calendar;
            var subscription = new Subscription($"{name} {words.Dates.Number(year.Key)}", FeedPath: null, calendar);
            var title = words.Format("events in", words.Dates.Year(year.Key));
            var marked = Marked(links, PathOf(year.Key));
            foreach (var (path, events, pages) in Paging.Of(PathOf(year.Key), [.. year], MaxEvents))
                yield return new EventListing(title, path, subscription, events) { Years = marked, Pages = pages };
        }

        static string PathOf(int year) => MainCalendar.PathOf(year).Replace(".ics", "/", StringComparison.Ordinal);
    }

    private static RenderPlan Rendered(SiteSettings settings, Instant changed, EventListing list)
    {
        ImmutableArray<object?> key =
            [settings, list.Subscription, .. list.Years, null, .. list.Pages, null, .. list.Events, null, .. list.Past];
        return new RenderPlan(settings.Folder + list.Path, MediaType.Html, changed, key, () =>
            Page.Render<EventsPage>(new() { [nameof(EventsPage.Settings)] = settings, [nameof(EventsPage.List)] = list }));
    }

    private static ImmutableArray<PageLink> Marked(ImmutableArray<PageLink> links, string here) =>
        [.. links.Select(link => link.Path == here ? link with { Path = null } : link)];
}
