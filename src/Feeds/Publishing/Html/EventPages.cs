using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Pages;
using Feeds.Pages.Events;
using Feeds.Pages.Posts;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>What the pages of a site show of its events, which stays the same until an event changes.</summary>
/// <param name="Plans">The pages of the events themselves.</param>
internal sealed record EventPages(ImmutableArray<RenderPlan> Plans, ImmutableArray<EventListing> Lists, ImmutableArray<EventTerm> Terms)
{
    public static EventPages Of(SiteSnapshot site) =>
        new([.. PlansOf(site)], [.. ListPages.OfEvents(site)], site.Settings.HasHome ? SiteTerms.OfEvents(site) : []);

    private static IEnumerable<RenderPlan> PlansOf(SiteSnapshot site)
    {
        var settings = site.Settings;
        ImmutableArray<Event> documents = [.. site.Events.Where(HasPage)];
        var links = documents.Select(@event => new AdjacentPage(@event.Title, settings.Href(@event.Link))).ToArray();
        var changed = documents.Select(@event => site.IdentityOf(@event).Changed).ToArray();
        var upcoming = site.Upcoming.ToLookup(date => date.Path, StringComparer.Ordinal);
        var past = site.Past.ToLookup(date => date.Path, StringComparer.Ordinal);
        for (var index = 0; index < documents.Length; index++)
        {
            // The page names the adjacent events, and so changes with them.
            var (before, after) = (Math.Max(index - 1, 0), Math.Min(index + 1, documents.Length - 1));
            var newest = Instant.Max(changed[index], Instant.Max(changed[before], changed[after]));
            var (earlier, later) = (before == index ? null : links[before], after == index ? null : links[after]);
            yield return PageOf(documents[index], earlier, later, newest, upcoming, past, site);
        }

        // The file of a removed event no longer sets its permalink: its page is where those of the others are.
        var cancelled = settings.HasPageHere(settings.Events.Permalink) ? site.CancelledEvents : [];
        foreach (var @event in site.Plans.Concat(cancelled).Where(HasPage))
            yield return PageOf(@event, before: null, after: null, site.IdentityOf(@event).Changed, upcoming, past, site);

        bool HasPage(Event @event) => @event.PagePath is not null && settings.Speaks(@event.Language);
    }

    // No lambda here uses the snapshot, so that a cached representation does not hold the whole site.
    private static RenderPlan PageOf(
        Event @event, AdjacentPage? before, AdjacentPage? after, Instant changed,
        ILookup<string, Event> upcoming, ILookup<string, Event> past, SiteSnapshot site)
    {
        var settings = site.Settings;
        ImmutableArray<Event> next = @event.Recurrence is null ? [] : [.. upcoming[@event.Path]];
        var files = SiteFiles.Of([.. @event.Files, .. @event.Body.Files], site);
        // The page changes when an occurrence ends.
        var ended = past[@event.Path].Select(date => date.EndsAt(settings.Zone)).DefaultIfEmpty(Instant.MinValue).Max();
        var isPast = past.Contains(@event.Path) && next.IsEmpty;
        var translations = site.TranslationsOf(@event.Path);
        ImmutableArray<object?> key = [settings, @event, isPast, before, after, .. next, .. translations, .. files.Values];
        var body = new PageBody(settings, files);
        return new RenderPlan(@event.PagePath!, MediaType.Html, Instant.Max(changed, ended), key, () => Page.Render<EventPage>(new()
        {
            [nameof(EventPage.Settings)] = settings,
            [nameof(EventPage.Event)] = @event,
            [nameof(EventPage.Lead)] = body.Lead(@event.Image, @event.Body.Value),
            [nameof(EventPage.Body)] = body.Html(@event.Body.Value, @event.Title),
            [nameof(EventPage.Next)] = next,
            [nameof(EventPage.IsPast)] = isPast,
            [nameof(EventPage.Before)] = before,
            [nameof(EventPage.After)] = after,
            [nameof(EventPage.Translations)] = translations,
        }))
        {
            Translations = translations,
        };
    }
}
