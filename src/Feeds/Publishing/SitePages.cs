using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Pages;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The pages of a site.</summary>
internal static class SitePages
{
    public static IEnumerable<Rendering> Render(CurrentSite site, SiteFeeds feeds, SiteCalendars calendars)
    {
        ImmutableArray<Rendering> ofTheSite =
        [
            HomeOf(site),
            new(Addresses.Style, MediaType.Css, Instant.MinValue, [], () => Page.Style) { Reach = Reach.Document },
            new(Addresses.FeedStyle, MediaType.Css, Instant.MinValue, [], () => Page.FeedStyle) { Reach = Reach.Document },
            NothingOf(site.Settings),
            ListOf([.. feeds.Parts.Prepend(feeds.Main).Select(part => (part.Title, part.Path))], [.. calendars.Parts.Select(part => (part.Title, part.Path))], site.Newest, site.Settings),
        ];
        return ofTheSite
            .Concat(site.Posts.Where(post => post.PagePath is not null).Select(post => PageOf(post, site.ChangedOf(post), site.Settings)))
            .Concat(site.Events.Concat(site.Plans).Concat(site.CalledOff).Where(@event => @event.PagePath is not null).Select(@event => PageOf(@event, site)));
    }

    private static Rendering HomeOf(CurrentSite site)
    {
        var ended = site.Past.Select(@event => @event.EndsAt(site.Settings.Zone)).DefaultIfEmpty(Instant.MinValue).Max();
        return new Rendering(
            Addresses.Home,
            MediaType.Html,
            Instant.Max(site.Newest, ended),
            [site.Settings, .. site.Coming.Take(HomePage.MaxListed), null, .. site.Past.Take(HomePage.MaxListed), null, .. site.Posts.Take(HomePage.MaxListed)],
            () => Page.Render<HomePage>(new() { [nameof(HomePage.Site)] = site }));
    }

    private static Rendering NothingOf(SiteSettings settings) => new(Addresses.NotFound, MediaType.Html, Instant.MinValue, [settings], () => Page.Render<NotFoundPage>(new() { [nameof(NotFoundPage.Settings)] = settings }))
    {
        Reach = Reach.Document,
    };

    private static Rendering ListOf((string Title, string Path)[] feeds, (string Title, string Path)[] calendars, Instant changed, SiteSettings settings) => new(
        Addresses.Feeds,
        MediaType.Html,
        changed,
        [settings, .. feeds, null, .. calendars],
        () => Page.Render<FeedsPage>(new() { [nameof(FeedsPage.Settings)] = settings, [nameof(FeedsPage.Feeds)] = feeds, [nameof(FeedsPage.Calendars)] = calendars }));

    private static Rendering PageOf(Post post, Instant changed, SiteSettings settings) => new(
        post.PagePath!, MediaType.Html, changed, [settings, post], () => Page.Render<PostPage>(new() { [nameof(PostPage.Post)] = post, [nameof(PostPage.Settings)] = settings }))
    {
        Reach = Reaches.Of(post.Source),
    };

    private static Rendering PageOf(Event @event, CurrentSite site) =>
        PageOf(@event, @event.Recurrence is null ? [] : [.. site.Coming.Where(date => date.Path == @event.Path)], site.Settings);

    // By itself, so that a page that is kept does not keep all of the site that it was made from.
    private static Rendering PageOf(Event @event, ImmutableArray<Event> next, SiteSettings settings) => new(
        @event.PagePath!,
        MediaType.Html,
        @event.Stamp,
        [settings, @event, .. next],
        () => Page.Render<EventPage>(new() { [nameof(EventPage.Event)] = @event, [nameof(EventPage.Next)] = next, [nameof(EventPage.Settings)] = settings }))
    {
        Reach = Reaches.Of(@event.Source),
    };
}
