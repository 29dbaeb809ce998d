using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Pages.Events;
using Feeds.Pages.Posts;
using Feeds.Pages.Subscribing;
using Feeds.Publishing.Calendars;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>The pages that list posts and events: of years and of what they share. There are none of what has its own pages elsewhere.</summary>
internal static class ListPages
{
    /// <summary>How many posts a page lists, so that it stays small.</summary>
    private const int MaxPosts = 50;

    /// <summary>How many events a page lists.</summary>
    private const int MaxEvents = 25;

    /// <summary>How many events that are over are listed below those to come.</summary>
    private const int MaxPast = 12;

    /// <param name="terms">Those of the posts.</param>
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, ImmutableArray<Term<Post>> terms)
    {
        var hasHome = site.Settings.HasHome;
        var posts = hasHome && site.Settings.Sections.HasFlag(SiteSections.Posts) ? Posts(site, site.Newest) : [];
        var events = site.Settings.Sections.HasFlag(SiteSections.Events) ? Events(site, site.Listed) : [];
        return posts.Concat(events).Concat(hasHome ? SiteTerms.Render(site, terms, MaxPosts, MaxPast) : []);
    }

    private static IEnumerable<RenderPlan> Posts(SiteSnapshot site, Instant changed)
    {
        var offer = new Subscription(site.Settings.Title, Addresses.Home, CalendarPath: null);
        var years = site.Posts.GroupBy(post => post.Published.Year).ToArray();
        ImmutableArray<PageLink> links = [new("Newest", Addresses.Archive), .. years.Select(year => new PageLink(Name(year.Key), PathOf(year.Key)))];
        yield return OfPosts(site.Settings, changed, "Posts", Addresses.Archive, offer, [.. site.Posts.Take(MaxPosts)], Marked(links, Addresses.Archive), []);
        foreach (var year in years)
        {
            foreach (var (path, items, pages) in Paging.Of(PathOf(year.Key), [.. year], MaxPosts))
            {
                yield return OfPosts(site.Settings, changed, $"Posts of {Name(year.Key)}", path, offer, items, Marked(links, PathOf(year.Key)), pages);
            }
        }

        static string PathOf(int year) => FormattableString.Invariant($"{Addresses.Archive}{year}/");
    }

    private static RenderPlan OfPosts(SiteSettings settings, Instant changed, string title, string path, Subscription offer, ImmutableArray<Post> posts, ImmutableArray<PageLink> years, ImmutableArray<PageLink> pages) =>
        new(path, MediaType.Html, changed, [settings, .. years, null, .. pages, null, .. posts], () => Page.Render<PostsPage>(new()
        {
            [nameof(PostsPage.Settings)] = settings,
            [nameof(PostsPage.Title)] = title,
            [nameof(PostsPage.Path)] = path,
            [nameof(PostsPage.Subscription)] = offer,
            [nameof(PostsPage.Posts)] = posts,
            [nameof(PostsPage.Years)] = years,
            [nameof(PostsPage.Pages)] = pages,
        }));

    private static IEnumerable<RenderPlan> Events(SiteSnapshot site, Instant changed)
    {
        var name = site.Settings.Calendar.Name ?? site.Settings.Title;
        var years = site.AllDates.GroupBy(date => date.FirstDay.Year).OrderByDescending(year => year.Key).ToArray();
        ImmutableArray<PageLink> links = [new("Upcoming", Addresses.Events), .. years.Select(year => new PageLink(Name(year.Key), PathOf(year.Key)))];
        // The feed of events is there only where one was announced.
        var feed = site.Dates.Any(date => site.IdentityOf(date).Announced <= site.Now) ? Addresses.Events : null;
        var inCalendars = site.CalendarEvents.SelectMany(@event => site.YearsOf(@event)).ToHashSet();
        ImmutableArray<Event> coming = [.. site.Upcoming.Take(MaxEvents)];
        ImmutableArray<Event> past = [.. site.Past.Take(MaxPast)];
        yield return OfEvents(site.Settings, changed, "Events", Addresses.Events, new Subscription(name, feed, Addresses.Calendar), coming, past, Marked(links, Addresses.Events), []);
        foreach (var year in years)
        {
            var calendar = inCalendars.Contains(year.Key) ? MainCalendar.PathOf(year.Key) : Addresses.Calendar;
            var offer = new Subscription($"{name} {Name(year.Key)}", FeedPath: null, calendar);
            foreach (var (path, items, pages) in Paging.Of(PathOf(year.Key), [.. year], MaxEvents))
            {
                yield return OfEvents(site.Settings, changed, $"Events of {Name(year.Key)}", path, offer, items, [], Marked(links, PathOf(year.Key)), pages);
            }
        }

        // Beside the calendar of the year.
        static string PathOf(int year) => MainCalendar.PathOf(year).Replace(".ics", "/", StringComparison.Ordinal);
    }

    private static RenderPlan OfEvents(
        SiteSettings settings, Instant changed, string title, string path, Subscription offer, ImmutableArray<Event> events, ImmutableArray<Event> past, ImmutableArray<PageLink> years, ImmutableArray<PageLink> pages) =>
        new(path, MediaType.Html, changed, [settings, offer, .. years, null, .. pages, null, .. events, null, .. past], () => Page.Render<EventsPage>(new()
        {
            [nameof(EventsPage.Settings)] = settings,
            [nameof(EventsPage.Title)] = title,
            [nameof(EventsPage.Path)] = path,
            [nameof(EventsPage.Subscription)] = offer,
            [nameof(EventsPage.Events)] = events,
            [nameof(EventsPage.Past)] = past,
            [nameof(EventsPage.Years)] = years,
            [nameof(EventsPage.Pages)] = pages,
        }));

    /// <summary>The links with that to the page itself marked as such; none where there is no other.</summary>
    private static ImmutableArray<PageLink> Marked(ImmutableArray<PageLink> links, string here) =>
        [.. links.Select(link => link.Path == here ? link with { Path = null } : link)];

    private static string Name(int year) => FormattableString.Invariant($"{year}");
}
