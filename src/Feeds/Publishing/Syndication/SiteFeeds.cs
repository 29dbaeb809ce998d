using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Publishing.Syndication;

/// <summary>The feeds of a site: of all of it, of its events, and of each of its terms.</summary>
internal sealed partial class SiteFeeds
{
    private readonly SiteSettings settings;
    private readonly FeedRenderer writer;
    private readonly Dictionary<string, FeedItem> items;
    private readonly Dictionary<string, RenderedPart> parts;
    private readonly Lazy<int> archivePages;
    private readonly Lazy<ImmutableArray<RenderedPage>> archive;
    private readonly Instant changed;
    private readonly ImmutableArray<RemovedDocument> gone;

    /// <param name="previous">The feeds before: of what is in them as it is now nothing need be made again.</param>
    public SiteFeeds(SiteSnapshot site, SiteFeeds? previous)
    {
        settings = site.Settings;
        changed = site.Newest;
        gone = site.Removed;
        var before = previous?.settings == settings ? previous : null;
        writer = before?.writer ?? new FeedRenderer(settings, site.Budget);
        items = new Dictionary<string, FeedItem>(site.Posts.Length, StringComparer.Ordinal);
        foreach (var post in site.Posts) items[post.Path] = before?.items.GetValueOrDefault(post.Path) is { } known && known.IsOf(post, site) ? known : FeedItem.Of(post, site);
        Terms = [.. settings.Taxonomies.SelectMany(taxonomy => Term.Of(taxonomy, site.Posts))];
        ImmutableArray<FeedItem> events = [.. site.Dates.Where(@event => site.IdentityOf(@event).Announced <= site.Now).Select(@event => FeedItem.Of(@event, site)).OrderByDescending(item => item.Published).ThenBy(item => item.Identity.Id, StringComparer.Ordinal)];
        ImmutableArray<Post> featured = [.. site.Posts.Where(post => post.IsFeatured)];
        Main = new FeedDefinition("/", settings.Title, MainItems(site, events), Few(document => settings.Feed.Include.HasFlag(document.Kind == DocumentKind.Event ? FeedInclude.Events : FeedInclude.Posts)));
        Parts =
        [
            .. featured.IsEmpty ? [] : new[] { Part("/featured/", "featured", featured, []) with { Name = "Featured" } },
            .. events.IsEmpty ? [] : new[] { new FeedDefinition("/events/", $"{settings.Title}: events", events, Few(document => document.Kind == DocumentKind.Event)) { Name = "Events" } },
            .. Terms.Select(term => Part(term.Path, term.Name, term.Members, [(term.Folder, term.Slug)])),
        ];
        parts = Parts.DistinctBy(part => part.Path).Select(part => before?.parts.GetValueOrDefault(part.Path) is { } known && known.Part.SameAs(part) ? known : new RenderedPart(part, Render(part)))
            .ToDictionary(part => part.Part.Path, StringComparer.Ordinal);
        archivePages = new Lazy<int>(CountArchivePages);
        var archived = before?.archive.Value ?? [];
        archive = new Lazy<ImmutableArray<RenderedPage>>(() => [.. Archive(archived)]);
    }

    /// <summary>The site's own feed.</summary>
    public FeedDefinition Main { get; }

    /// <summary>Every other feed there is, by its name for people.</summary>
    public ImmutableArray<FeedDefinition> Parts { get; }

    /// <summary>What the posts bear.</summary>
    public ImmutableArray<Term<Post>> Terms { get; }

    public IEnumerable<RenderPlan> Render() => writer.Render(Main, WithArchive(archivePages.Value, settings)).Concat(archive.Value.SelectMany(page => page.Renderings)).Concat(parts.Values.SelectMany(part => part.Renderings)).Append(List());

    /// <summary>A feed in each format.</summary>
    public ImmutableArray<RenderPlan> Render(FeedDefinition part) => writer.Render(part, static (feed, _) => feed);

    /// <summary>The feed of the posts that bear several terms of one kind; null when one of them is borne by none.</summary>
    /// <param name="slugs">In order, each once.</param>
    public FeedDefinition? Intersection(string folder, ImmutableArray<string> slugs)
    {
        if (Term.Common(Terms, folder, slugs) is not var (name, posts)) return null;
        return Part($"/{folder}/{string.Join('+', slugs)}/", name, posts, [.. slugs.Select(slug => (folder, slug))]);
    }

    /// <summary>All feeds as a list that a reader can import.</summary>
    private RenderPlan List() => List(settings, changed, [.. Parts.Prepend(Main).Select(part => (part.Title, part.Path))]);

    // Static, so that it keeps nothing of the site but this.
    private static RenderPlan List(SiteSettings settings, Instant changed, ImmutableArray<(string Title, string Path)> parts) => RenderPlan.Of(
        Addresses.Opml,
        MediaType.Opml,
        changed,
        [settings, .. parts],
        stream => OpmlWriter.Write(
            new Opml(settings.Title, [.. parts.Select(part => new Outline { Text = part.Title, FeedUrl = settings.AddressOf(part.Path + FeedFormat.All[0].File), PageUrl = settings.HomeAddress })]), stream));

    /// <param name="terms">What all bear that belong to it.</param>
    private FeedDefinition Part(string path, string name, ImmutableArray<Post> posts, ImmutableArray<(string Folder, string Slug)> terms) => new(
        path,
        $"{settings.Title}: {name}",
        [.. posts.Select(post => items[post.Path])],
        terms.IsEmpty ? [] : Few(document => document.Kind == DocumentKind.Post && terms.All(document.Terms.Contains)))
    { Name = name };

    private ImmutableArray<DeletedEntry> Few(Func<RemovedDocument, bool> belongs) =>
        [.. gone.Where(belongs).Take(settings.Feed.Entries).Select(document => new DeletedEntry(document.Id!, document.When.InZone(settings.Zone).ToDateTimeOffset()))];

    private ImmutableArray<FeedItem> MainItems(SiteSnapshot site, ImmutableArray<FeedItem> events)
    {
        var included = settings.Feed.Include;
        var posts = included.HasFlag(FeedInclude.Posts) ? site.Posts.Select(post => items[post.Path]) : [];
        if (!included.HasFlag(FeedInclude.Events)) return [.. posts];
        return [.. posts.Concat(events).OrderByDescending(item => item.Published).ThenBy(item => item.Identity.Id, StringComparer.Ordinal)];
    }

    private sealed record RenderedPart(FeedDefinition Part, ImmutableArray<RenderPlan> Renderings);
}

/// <summary>A part of a site that has feeds of its own.</summary>
/// <param name="Path">The path below which they lie; it ends in a slash.</param>
/// <param name="Items">All that belongs to it, newest first.</param>
/// <param name="Gone">What belonged to it and went not long ago, the last first.</param>
internal sealed record FeedDefinition(string Path, string Title, ImmutableArray<FeedItem> Items, ImmutableArray<DeletedEntry> Gone)
{
    /// <summary>Its title without that of the site, where it is a part of all.</summary>
    public string Name { get; init; } = Title;

    /// <summary>Whether its feeds are the same, on a site whose settings are.</summary>
    public bool SameAs(FeedDefinition other) => Path == other.Path && Title == other.Title && Items.AsSpan().SequenceEqual(other.Items.AsSpan()) && Gone.AsSpan().SequenceEqual(other.Gone.AsSpan());
}
