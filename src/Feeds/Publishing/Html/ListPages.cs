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

/// <summary>Renders the pages that list posts and events, by year and by term.</summary>
internal static class ListPages
{
    private const int MaxPosts = 50;
    private const int MaxEvents = 25;
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
        var subscription = new Subscription(site.Settings.Title, Addresses.Home, CalendarPath: null);
        var years = site.Posts.GroupBy(post => post.Published.Year).ToArray();
        ImmutableArray<PageLink> links =
            [new("Newest", Addresses.Archive), .. years.Select(year => new PageLink(Name(year.Key), PathOf(year.Key)))];
        var newest = new PostList("Posts", Addresses.Archive, subscription, [.. site.Posts.Take(MaxPosts)]);
        yield return OfPosts(site.Settings, changed, newest, Marked(links, Addresses.Archive), []);
        foreach (var year in years)
        {
            foreach (var (path, items, pages) in Paging.Of(PathOf(year.Key), [.. year], MaxPosts))
            {
                var list = new PostList($"Posts of {Name(year.Key)}", path, subscription, items);
                yield return OfPosts(site.Settings, changed, list, Marked(links, PathOf(year.Key)), pages);
            }
        }

        static string PathOf(int year) => FormattableString.Invariant($"{Addresses.Archive}{year}/");
    }

    private static RenderPlan OfPosts(
        SiteSettings settings,
        Instant changed,
        PostList list,
        ImmutableArray<PageLink> years,
        ImmutableArray<PageLink> pages) => new(
            list.Path,
            MediaType.Html,
            changed,
            [settings, .. years, null, .. pages, null, .. list.Posts],
            () => Page.Render<PostsPage>(new()
            {
                [nameof(PostsPage.Settings)] = settings,
                [nameof(PostsPage.Title)] = list.Title,
                [nameof(PostsPage.Path)] = list.Path,
                [nameof(PostsPage.Subscription)] = list.Subscription,
                [nameof(PostsPage.Posts)] = list.Posts,
                [nameof(PostsPage.Years)] = years,
                [nameof(PostsPage.Pages)] = pages,
            }));

    private static IEnumerable<RenderPlan> Events(SiteSnapshot site, Instant changed)
    {
        var name = site.Settings.Calendar.Name ?? site.Settings.Title;
        var years = site.AllDates.GroupBy(date => date.FirstDay.Year).OrderByDescending(year => year.Key).ToArray();
        ImmutableArray<PageLink> links =
            [new("Upcoming", Addresses.Events), .. years.Select(year => new PageLink(Name(year.Key), PathOf(year.Key)))];
        // The feed of events exists once one was announced.
        var feed = site.Dates.Any(date => site.IdentityOf(date).Announced <= site.Now) ? Addresses.Events : null;
        var inCalendars = site.CalendarEvents.SelectMany(@event => site.YearsOf(@event)).ToHashSet();
        var ofAll = new Subscription(name, feed, Addresses.Calendar);
        var newest = new EventList("Events", Addresses.Events, ofAll, [.. site.Upcoming.Take(MaxEvents)], [.. site.Past.Take(MaxPast)]);
        yield return OfEvents(site.Settings, changed, newest, Marked(links, Addresses.Events), []);
        foreach (var year in years)
        {
            var calendar = inCalendars.Contains(year.Key) ? MainCalendar.PathOf(year.Key) : Addresses.Calendar;
            var subscription = new Subscription($"{name} {Name(year.Key)}", FeedPath: null, calendar);
            foreach (var (path, items, pages) in Paging.Of(PathOf(year.Key), [.. year], MaxEvents))
            {
                var list = new EventList($"Events of {Name(year.Key)}", path, subscription, items, Past: []);
                yield return OfEvents(site.Settings, changed, list, Marked(links, PathOf(year.Key)), pages);
            }
        }

        static string PathOf(int year) => MainCalendar.PathOf(year).Replace(".ics", "/", StringComparison.Ordinal);
    }

    private static RenderPlan OfEvents(
        SiteSettings settings,
        Instant changed,
        EventList list,
        ImmutableArray<PageLink> years,
        ImmutableArray<PageLink> pages) => new(
            list.Path,
            MediaType.Html,
            changed,
            [settings, list.Subscription, .. years, null, .. pages, null, .. list.Events, null, .. list.Past],
            () => Page.Render<EventsPage>(new()
            {
                [nameof(EventsPage.Settings)] = settings,
                [nameof(EventsPage.Title)] = list.Title,
                [nameof(EventsPage.Path)] = list.Path,
                [nameof(EventsPage.Subscription)] = list.Subscription,
                [nameof(EventsPage.Events)] = list.Events,
                [nameof(EventsPage.Past)] = list.Past,
                [nameof(EventsPage.Years)] = years,
                [nameof(EventsPage.Pages)] = pages,
            }));

    private static ImmutableArray<PageLink> Marked(ImmutableArray<PageLink> links, string here) =>
        [.. links.Select(link => link.Path == here ? link with { Path = null } : link)];

    private static string Name(int year) => FormattableString.Invariant($"{year}");

    /// <summary>The content of a page of posts.</summary>
    private sealed record PostList(string Title, string Path, Subscription Subscription, ImmutableArray<Post> Posts);

    /// <summary>The content of a page of events.</summary>
    private sealed record EventList(
        string Title,
        string Path,
        Subscription Subscription,
        ImmutableArray<Event> Events,
        ImmutableArray<Event> Past);
}
