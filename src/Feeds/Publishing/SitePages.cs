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
        var settings = site.Settings;
        var ended = site.Past.Select(@event => @event.EndsAt(settings.Zone)).DefaultIfEmpty(Instant.MinValue).Max();
        yield return new Rendering(
            Addresses.Home,
            MediaType.Html,
            Instant.Max(site.Newest, ended),
            [settings, .. site.Coming.Take(HomePage.MaxListed), null, .. site.Past.Take(HomePage.MaxListed), null, .. site.Posts.Take(HomePage.MaxListed)],
            () => Page.Render<HomePage>(new() { [nameof(HomePage.Site)] = site }));
        yield return new Rendering(Addresses.Style, MediaType.Css, Instant.MinValue, [], () => Page.Style) { Reach = Reach.Document };
        yield return new Rendering(Addresses.FeedStyle, MediaType.Css, Instant.MinValue, [], () => Page.FeedStyle) { Reach = Reach.Document };
        (string Title, string Path)[] parts = [.. feeds.Parts.Prepend(feeds.Main).Select(part => (part.Title, part.Path))];
        (string Title, string Path)[] calendarParts = [.. calendars.Parts.Select(part => (part.Title, part.Path))];
        yield return new Rendering(
            Addresses.Feeds,
            MediaType.Html,
            site.Newest,
            [settings, .. parts, null, .. calendarParts],
            () => Page.Render<FeedsPage>(new() { [nameof(FeedsPage.Settings)] = settings, [nameof(FeedsPage.Feeds)] = parts, [nameof(FeedsPage.Calendars)] = calendarParts }));
        foreach (var post in site.Posts.Where(post => post.PagePath is not null))
        {
            yield return new Rendering(
                post.PagePath!, MediaType.Html, site.ChangedOf(post), [settings, post], () => Page.Render<PostPage>(new() { [nameof(PostPage.Post)] = post, [nameof(PostPage.Settings)] = settings }))
            {
                Reach = Reaches.Of(post.Source),
            };
        }

        foreach (var @event in site.Events.Concat(site.Plans).Concat(site.CalledOff).Where(@event => @event.PagePath is not null))
        {
            ImmutableArray<Event> next = @event.Recurrence is null ? [] : [.. site.Coming.Where(date => date.Path == @event.Path)];
            yield return new Rendering(
                @event.PagePath!, MediaType.Html, @event.Stamp, [settings, @event, .. next], () => Page.Render<EventPage>(new() { [nameof(EventPage.Event)] = @event, [nameof(EventPage.Next)] = next, [nameof(EventPage.Settings)] = settings }))
            {
                Reach = Reaches.Of(@event.Source),
            };
        }
    }
}
