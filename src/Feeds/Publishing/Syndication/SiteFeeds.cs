using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using Feeds.Pages.Languages;
using NodaTime;

namespace Feeds.Publishing.Syndication;

/// <summary>The feeds of a site, of its events, and of each of its terms.</summary>
internal sealed class SiteFeeds
{
    private readonly SiteSettings settings;
    private readonly FeedRenderer renderer;
    private readonly Dictionary<string, FeedItem> posts;
    private readonly ImmutableArray<FeedItem> events;
    private readonly Instant changed;
    private readonly ImmutableArray<RemovedDocument> removed;
    private readonly ImmutableArray<SourceFeed> planetFeeds;
    private readonly ImmutableArray<FeedItem> planetPosts;

    /// <param name="ofSameEvents">The previous feeds, if they show the same events.</param>
    public SiteFeeds(SiteSnapshot site, SiteFeeds? ofSameEvents = null)
    {
        settings = site.Settings;
        changed = site.Newest;
        removed = site.Removed;
        planetFeeds = site.Planet.Feeds;
        planetPosts = [.. InOrder(PlanetItems(site))];
        renderer = new FeedRenderer(settings);
        posts = site.Posts.ToDictionary(post => post.Path, post => FeedItem.Of(post, site), StringComparer.Ordinal);
        Terms = [.. settings.Taxonomies.SelectMany(taxonomy => Term.Of(taxonomy, site.Posts))];
        events = ofSameEvents?.events ?? [.. InOrder(Announced(site))];
        Main = MainOf(site);
        Parts = [.. PartsOf(site)];
    }

    public FeedDefinition Main { get; }

    public ImmutableArray<FeedDefinition> Parts { get; }

    public ImmutableArray<Term<Post>> Terms { get; }

    public IEnumerable<RenderPlan> Render()
    {
        var pages = FeedArchive.PagesOf(Main, renderer.CountOf(Main), settings.Feed);
        var main = pages.IsEmpty ? Main : Main with { Links = [("prev-archive", FeedDefinition.FolderOf(pages.Length))] };
        return renderer.Render(main)
            .Concat(pages.SelectMany(page => renderer.RenderPage(page, DateOf(page, pages.Length))))
            .Concat(Parts.DistinctBy(part => part.Path).SelectMany(Render))
            .Append(List(settings, changed, [.. Parts.Prepend(Main).Select(part => (part.Title, part.Path))]))
            .Concat(PlanetList());
    }

    public IEnumerable<RenderPlan> Render(FeedDefinition definition) => renderer.Render(definition);

    /// <summary>The feed of the posts that have all of some terms; null when a term does not exist.</summary>
    /// <param name="slugs">Sorted and distinct.</param>
    public FeedDefinition? Intersection(string folder, ImmutableArray<string> slugs)
    {
        if (Term.Common(Terms, folder, slugs) is not var (name, common)) return null;
        return Part($"/{folder}/{string.Join('+', slugs)}/", name, common, [.. slugs.Select(slug => (folder, slug))]);
    }

    // The last page but one links to the last page, which may be new.
    private Instant DateOf(FeedDefinition page, int pages) =>
        FeedRenderer.DateOf(page.Page < pages - 1 ? page.Items : Main.Items);

    private FeedDefinition MainOf(SiteSnapshot site)
    {
        var included = settings.Feed.Include;
        var all = included.HasFlag(FeedInclude.Posts) ? site.Posts.Select(post => posts[post.Path]) : [];
        if (included.HasFlag(FeedInclude.Events)) all = all.Concat(events);
        if (included.HasFlag(FeedInclude.Planet)) all = all.Concat(planetPosts);
        ImmutableArray<FeedItem> items = included is FeedInclude.Posts ? [.. all] : [.. InOrder(all)];
        return new FeedDefinition("/", settings.Title, items, Removed(document => included.HasFlag(IncludeOf(document.Kind))));
    }

    private IEnumerable<FeedDefinition> PartsOf(SiteSnapshot site)
    {
        var words = Words.Of(settings);
        ImmutableArray<Post> featured = [.. site.Posts.Where(post => post.IsFeatured)];
        if (!featured.IsEmpty)
            yield return Part("/featured/", words["featured, in a title"], featured, []) with { Name = words["featured"] };
        if (!events.IsEmpty)
        {
            var removedEvents = Removed(document => document.Kind == DocumentKind.Event);
            yield return PartOf("/events/", words["events, in a title"], events, removedEvents) with { Name = words["events"] };
        }

        if (settings.Sections.HasFlag(SiteSections.Planet)) yield return PartOf(Addresses.Planet, words["planet"], planetPosts, []);
        foreach (var term in Terms) yield return Part(term.Path, term.Name, term.Members, [(term.Folder, term.Slug)]);
    }

    /// <param name="terms">The terms that all posts of the feed have.</param>
    private FeedDefinition Part(
        string path, string name, ImmutableArray<Post> members, ImmutableArray<(string Folder, string Slug)> terms)
    {
        var deleted = terms.IsEmpty
            ? []
            : Removed(document => document.Kind == DocumentKind.Post && terms.All(document.Terms.Contains));
        return PartOf(path, name, [.. members.Select(post => posts[post.Path])], deleted);
    }

    private static IEnumerable<FeedItem> Announced(SiteSnapshot site) =>
        site.Dates.Where(@event => site.IdentityOf(@event).Announced <= site.Now).Select(@event => FeedItem.Of(@event, site));

    private static IEnumerable<FeedItem> PlanetItems(SiteSnapshot site) =>
        from ofFeed in site.Planet.Posts.GroupBy(post => post.Origin!)
        let updated = ofFeed.Max(post => site.UpdatedOf(post).ToInstant()).ToDateTimeOffset()
        let feed = new EntrySource(ofFeed.Key.Id, ofFeed.Key.Title, ofFeed.Key.Home, ofFeed.Key.Address, updated)
        from post in ofFeed
        select FeedItem.OfPlanet(post, feed, site);

    private FeedDefinition PartOf(string path, string name, ImmutableArray<FeedItem> items, ImmutableArray<DeletedEntry> deleted) =>
        new(path, $"{settings.Title}: {name}", items, deleted) { Name = name };

    private ImmutableArray<DeletedEntry> Removed(Func<RemovedDocument, bool> belongs) =>
    [
        .. removed.Where(belongs).Take(settings.Feed.Entries)
            .Select(document => new DeletedEntry(document.Id!, document.When.InZone(settings.Zone).ToDateTimeOffset())),
    ];

    private static FeedInclude IncludeOf(DocumentKind kind) => kind == DocumentKind.Event ? FeedInclude.Events : FeedInclude.Posts;

    private static IOrderedEnumerable<FeedItem> InOrder(IEnumerable<FeedItem> items) =>
        items.OrderByDescending(item => item.Published).ThenBy(item => item.Identity.Id, StringComparer.Ordinal);

    private IEnumerable<RenderPlan> PlanetList()
    {
        ImmutableArray<SourceFeed> feeds = [.. planetFeeds.Where(feed => feed.Address is not null)];
        // OPML 2.0 requires one.
        if (feeds.IsEmpty) return [];
        var (path, home) = (settings.Folder + Addresses.PlanetOpml, settings.HomeAddress);
        var title = $"{settings.Title}: {Words.Of(settings)["planet"]}";
        var plan = RenderPlan.Of(path, MediaType.Opml, FeedRenderer.DateOf(planetPosts), [settings, .. feeds], stream =>
            OpmlWriter.Write(title, feeds.Select(feed => (feed.Title, feed.Address!, feed.Home ?? home)), stream));
        return [plan with { Scope = ChangeScope.File }];
    }

    // Static, so that the plan does not hold the site in memory.
    private static RenderPlan List(SiteSettings settings, Instant changed, ImmutableArray<(string Title, string Path)> feeds)
    {
        var addresses = feeds.Select(feed => (feed.Title, settings.AddressOf(feed.Path + FeedFormat.Atom.File), settings.HomeAddress));
        return RenderPlan.Of(settings.Folder + Addresses.Opml, MediaType.Opml, changed, [settings, .. feeds], stream =>
            OpmlWriter.Write(settings.Title, addresses, stream));
    }
}
