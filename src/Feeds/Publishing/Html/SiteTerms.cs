using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Pages;
using Feeds.Pages.Subscribing;
using Feeds.Publishing.Calendars;
using Feeds.Text;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Renders the pages of tags, categories, authors, series and venues.</summary>
internal static class SiteTerms
{
    /// <summary>The terms of events, each with its dates.</summary>
    public static ImmutableArray<EventTerm> OfEvents(SiteSnapshot site)
    {
        ImmutableArray<Event> documents = [.. site.Events, .. site.Plans];
        // An occurrence can have a venue of its own.
        ImmutableArray<Event> withOverrides = [.. documents.SelectMany(document => document.Overrides.Prepend(document))];
        var terms = site.Settings.Taxonomies.SelectMany(taxonomy => Term.Of(taxonomy, documents))
            .Concat(Term.SeriesOf(documents))
            .Concat(Term.VenuesOf(withOverrides));
        var inCalendars = site.Events.ToHashSet<Event>(ReferenceEqualityComparer.Instance);
        var (upcoming, past) = (Dates.Of(site.Upcoming), Dates.Of(site.Past));
        return
        [
            .. from term in terms
               let calendar = term.Members.Any(inCalendars.Contains) ? term.Path + SiteCalendars.File : null
               select new EventTerm(term, calendar, upcoming.Of(term), past.Of(term)),
        ];
    }

    /// <param name="terms">Those of the posts.</param>
    /// <param name="maxEvents">The limit of upcoming events, and also of past ones.</param>
    public static IEnumerable<RenderPlan> Render(
        SiteSnapshot site, ImmutableArray<Term<Post>> terms, ImmutableArray<EventTerm> ofEvents, int maxPosts, int maxEvents)
    {
        var settings = site.Settings;
        var posts = terms.ToDictionary(term => term.Path, StringComparer.Ordinal);
        var events = ofEvents.ToDictionary(one => one.Term.Path, StringComparer.Ordinal);
        foreach (var path in posts.Keys.Concat(events.Keys).Distinct(StringComparer.Ordinal))
        {
            var (ofPosts, dates) = (posts.GetValueOrDefault(path), events.GetValueOrDefault(path));
            if (!HasPages(ofPosts, SiteSections.Posts, settings) && !HasPages(dates?.Term, SiteSections.Events, settings)) continue;
            var (name, folder) = ofPosts is null ? (dates!.Term.Name, dates.Term.Folder) : (ofPosts.Name, ofPosts.Folder);
            var place = folder == Term.VenuesFolder ? dates!.Term.Members[^1].Place : null;
            var subscription = new Subscription($"{settings.Title}: {name}", ofPosts is null ? null : path, dates?.Calendar);
            var all = new TermListing(name, folder, path, subscription, place)
            {
                Upcoming = dates?.Upcoming ?? [],
                Past = dates?.Past ?? [],
                Posts = ofPosts?.Members ?? [],
            };
            int[] counts = [Paging.Count(all.Upcoming, maxEvents), Paging.Count(all.Past, maxEvents), Paging.Count(all.Posts, maxPosts)];
            foreach (var (index, (at, links)) in Paging.Of(path, counts.Max()).Index())
            {
                yield return Rendered(settings, site.Listed, all with
                {
                    Path = at,
                    Upcoming = Paging.Part(all.Upcoming, maxEvents, index),
                    Past = Paging.Part(all.Past, maxEvents, index),
                    Posts = Paging.Part(all.Posts, maxPosts, index),
                    Pages = links,
                });
            }
        }
    }

    private static bool HasPages<T>(Term<T>? term, SiteSections section, SiteSettings settings)
        where T : class => term is not null && settings.Sections.HasFlag(section);

    private static RenderPlan Rendered(SiteSettings settings, Instant changed, TermListing list)
    {
        var (upcoming, past, posts) = (list.Upcoming, list.Past, list.Posts);
        ImmutableArray<object?> key =
            [settings, list.Name, list.Subscription, list.Place, .. upcoming, null, .. past, null, .. posts, null, .. list.Pages];
        return new RenderPlan(settings.Folder + list.Path, MediaType.Html, changed, key, () =>
            Page.Render<TermPage>(new() { [nameof(TermPage.Settings)] = settings, [nameof(TermPage.List)] = list }));
    }

    /// <summary>Dates by the path of their document, with their order.</summary>
    private sealed record Dates(ILookup<string, (Event Date, int Index)> ByPath)
    {
        public static Dates Of(ImmutableArray<Event> dates) =>
            new(dates.Select((date, index) => (date, index)).ToLookup(date => date.date.Path, StringComparer.Ordinal));

        public ImmutableArray<Event> Of(Term<Event> term) =>
        [
            .. term.Members.Select(member => member.Path).Distinct(StringComparer.Ordinal)
                .SelectMany(path => ByPath[path])
                .Where(date => IsAt(date.Date, term))
                .OrderBy(date => date.Index)
                .Select(date => date.Date),
        ];

        private static bool IsAt(Event date, Term<Event> term) =>
            term.Folder != Term.VenuesFolder || (date.Place is { } place && Slug.OfTerm(place.Name) == term.Slug);
    }
}

/// <summary>A term of events, with its dates.</summary>
/// <param name="Calendar">The path of its calendar; null when no calendar holds its events.</param>
internal sealed record EventTerm(Term<Event> Term, string? Calendar, ImmutableArray<Event> Upcoming, ImmutableArray<Event> Past);
