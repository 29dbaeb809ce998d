using System.Collections.Immutable;
using System.IO.Compression;
using Feeds.Model;
using Feeds.Syndication;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The feeds of a site: of all of it, of its events, and of each of its terms.</summary>
internal sealed partial class SiteFeeds
{
    /// <summary>What a feed without an entry says of when it changed.</summary>
    private static readonly Instant NeverUpdated = Instant.FromUtc(2001, 1, 1, 0, 0);

    private readonly SiteSettings settings;
    private readonly Dictionary<Post, FeedItem> items;
    private readonly ImmutableArray<Term<Post>> terms;
    private readonly ImmutableArray<FeedItem> events;
    private readonly ImmutableArray<Post> featured;
    private readonly Lazy<int> archivePages;
    private readonly Instant changed;
    private readonly ImmutableArray<GoneDocument> gone;

    public SiteFeeds(CurrentSite site)
    {
        changed = site.Newest;
        gone = site.Gone;
        settings = site.Settings;
        items = new Dictionary<Post, FeedItem>(ReferenceEqualityComparer.Instance);
        foreach (var post in site.Posts) items[post] = FeedItem.Of(post, site);
        terms = [.. settings.Taxonomies.SelectMany(taxonomy => Term.Of(taxonomy, site.Posts))];
        events = [.. site.Dates.Select(@event => FeedItem.Of(@event, settings)).Where(item => item.Published <= site.Now).OrderByDescending(item => item.Published).ThenBy(item => item.Id, StringComparer.Ordinal)];
        featured = [.. site.Posts.Where(post => post.IsFeatured)];
        Main = new FeedPart("/", settings.Title, MainItems(site), Few(gone.Where(document => settings.Feed.Include.HasFlag(document.Kind == DocumentKind.Event ? FeedInclude.Events : FeedInclude.Posts))));
        archivePages = new Lazy<int>(CountArchivePages);
    }

    /// <summary>The site's own feed.</summary>
    public FeedPart Main { get; }

    /// <summary>Every other feed there is, by its name for people.</summary>
    public IEnumerable<FeedPart> Parts =>
        new[] { featured.IsEmpty ? null : Part("/featured/", "featured", featured, []), events.IsEmpty ? null : new FeedPart("/events/", $"{settings.Title}: events", events, Few(gone.Where(document => document.Kind == DocumentKind.Event))) }
            .OfType<FeedPart>()
            .Concat(terms.Select(term => Part(term.Path, term.Name, term.Members, [(term.Folder, term.Slug)])));

    public IEnumerable<Rendering> Render() => Render(Main).Concat(Archive()).Concat(Parts.SelectMany(Render)).Append(List());

    /// <summary>The feed of the posts that bear several terms of one kind; null when one of them is borne by none.</summary>
    /// <param name="slugs">In order, each once.</param>
    public FeedPart? Intersection(string folder, ImmutableArray<string> slugs)
    {
        if (Term.Common(terms, folder, slugs) is not var (name, posts)) return null;
        return Part($"/{folder}/{string.Join('+', slugs)}/", name, posts, [.. slugs.Select(slug => (folder, slug))]);
    }

    /// <summary>All feeds as a list that a reader can import.</summary>
    private Rendering List()
    {
        ImmutableArray<FeedPart> parts = [.. Parts.Prepend(Main)];
        var outlines = parts.Select(part => new Outline { Text = part.Title, FeedUrl = settings.AddressOf(part.Path + FeedFormat.All[0].File), PageUrl = settings.Url });
        return Rendering.Of(
            Addresses.Opml, MediaType.Opml, changed, [settings, .. parts.Select(part => (part.Title, part.Path))], stream => OpmlWriter.Write(new Opml(settings.Title, [.. outlines]), stream));
    }

    /// <summary>A feed in each format.</summary>
    public IEnumerable<Rendering> Render(FeedPart part)
    {
        var newest = Newest(part);
        ImmutableArray<object?> inputs = [settings, part.Title, part.Items.Length, .. part.Gone, null, .. newest.Select(item => (object?)item.State)];
        var feed = new Lazy<Feed>(() => Fitted(part, newest));
        return FeedFormat.All.Select(format => Rendered(part.Path + format.File, format, Dated(newest), inputs, () => WithArchive(feed.Value, part, format)) with
        {
            Since = WriterSince(feed, newest, format, settings.AddressOf(part.Path + format.File)),
        });
    }

    // Apart from the method above, so that a representation that is kept does not keep all of the site that it was made from.
    private static Func<ImmutableArray<object?>, ReadOnlyMemory<byte>> WriterSince(Lazy<Feed> feed, ImmutableArray<FeedItem> shown, FeedFormat format, Uri self) =>
        known => Rendering.Written(stream => format.Write(Since(known, feed.Value, shown), self, stream));

    /// <summary>The entries that an earlier version did not hold as they are now.</summary>
    private static Feed Since(ImmutableArray<object?> known, Feed feed, ImmutableArray<FeedItem> shown)
    {
        var sources = known.ToHashSet();
        return feed with { Entries = [.. feed.Entries.Where((_, index) => !sources.Contains(shown[index].State))], History = FeedHistory.Newest };
    }

    /// <param name="terms">What all bear that belong to it.</param>
    private FeedPart Part(string path, string name, ImmutableArray<Post> posts, ImmutableArray<(string Folder, string Slug)> terms) => new(
        path,
        $"{settings.Title}: {name}",
        [.. posts.Select(post => items[post])],
        terms.IsEmpty ? [] : Few(gone.Where(document => document.Kind == DocumentKind.Post && terms.All(document.Terms.Contains))));

    private ImmutableArray<GoneDocument> Few(IEnumerable<GoneDocument> documents) => [.. documents.Take(settings.Feed.Entries)];

    private ImmutableArray<FeedItem> MainItems(CurrentSite site)
    {
        var included = settings.Feed.Include;
        var posts = included.HasFlag(FeedInclude.Posts) ? site.Posts.Select(post => items[post]) : [];
        if (!included.HasFlag(FeedInclude.Events)) return [.. posts];
        return [.. posts.Concat(events).OrderByDescending(item => item.Published).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    private Rendering Rendered(string path, FeedFormat format, Instant dated, ImmutableArray<object?> inputs, Func<Feed> feed) =>
        Rendering.Of(path, format.MediaType, dated, inputs, stream => format.Write(feed(), settings.AddressOf(path), stream)) with { Links = FeedLinks.Of(path, settings) };

    private ImmutableArray<FeedItem> Newest(FeedPart part) => part.Items.Length <= settings.Feed.Entries ? part.Items : part.Items[..settings.Feed.Entries];

    private Feed FeedOf(FeedPart part, ImmutableArray<FeedItem> shown)
    {
        var entries = shown.Select(item => item.Entry.Value).ToImmutableArray();
        return new Feed
        {
            Id = settings.NameOf(part.Path),
            Title = part.Title,
            Link = settings.Url,
            Updated = (shown.IsEmpty ? NeverUpdated : shown.Max(item => item.Updated)).InZone(settings.Zone).ToDateTimeOffset(),
            Description = settings.Description,
            Language = settings.Language,
            // The same in every feed and format: where nobody is named, Atom would take the title of the feed.
            Authors = [FeedItem.PersonOf(settings.Author ?? new Model.Person(settings.Title))],
            Rights = settings.Rights,
            Icon = settings.Icon,
            Generator = "Feeds",
            TimeToLive = TimeSpan.FromHours(1),
            Stylesheet = new Uri(settings.Href(settings.Address(Addresses.FeedStyle)), UriKind.Relative),
            Banner = BannerOf(part),
            Podcast = entries.Any(entry => entry.Episode is not null) ? settings.Podcast : null,
            Links = [.. settings.Hubs.Select(hub => new Link(hub, "hub"))],
            Entries = entries,
            Deleted = [.. part.Gone.Select(document => new DeletedEntry(document.Id!, document.When.InZone(settings.Zone).ToDateTimeOffset()))],
        };
    }

    /// <summary>The newest of a part, as many as readers take at once.</summary>
    private Feed Fitted(FeedPart part, ImmutableArray<FeedItem> newest)
    {
        var feed = Fitted(FeedOf(part, newest));
        return feed.Entries.Length == part.Items.Length ? feed with { History = FeedHistory.Complete } : feed;
    }

    private Banner BannerOf(FeedPart part) => new(
        part.Title,
        "This is a feed: copy its address into a feed reader, and what is new here comes to you.",
        [new BannerLink(settings.Url, $"Visit {settings.Title}"), new BannerLink(settings.Address(Addresses.Feeds), "All feeds and calendars")]);

    /// <summary>The feed without its oldest entries where it would be too large for readers.</summary>
    private Feed Fitted(Feed feed)
    {
        while (feed.Entries.Length > 1 && Size(feed) is var size && size > settings.Feed.MaxOctets)
        {
            var count = (int)(feed.Entries.Length * (settings.Feed.MaxOctets / (double)size));
            feed = feed with { Entries = feed.Entries[..Math.Clamp(count, 1, feed.Entries.Length - 1)] };
        }

        return feed;
    }

    /// <summary>The size under gzip; where it must be below the limit without it, that is not found out.</summary>
    private long Size(Feed feed)
    {
        const int MaxOctetsOfOtherParts = 4096;
        const int MaxOctetsOfAChar = 3;
        var characters = feed.Entries.Sum(entry => (entry.Content?.Length ?? 0) + (entry.Summary?.Length ?? 0) + MaxOctetsOfOtherParts);
        if ((long)characters * MaxOctetsOfAChar <= settings.Feed.MaxOctets) return 0;
        var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true)) AtomWriter.Write(feed, settings.Address(Addresses.Atom), gzip);
        return counted.Length;
    }

    private static Instant Dated(ImmutableArray<FeedItem> items) => items.IsEmpty ? NeverUpdated : items.Max(item => item.Changed);
}

/// <summary>A part of a site that has feeds of its own.</summary>
/// <param name="Path">The path below which they lie; it ends in a slash.</param>
/// <param name="Items">All that belongs to it, newest first.</param>
/// <param name="Gone">What belonged to it and went not long ago, the last first.</param>
internal sealed record FeedPart(string Path, string Title, ImmutableArray<FeedItem> Items, ImmutableArray<GoneDocument> Gone);
