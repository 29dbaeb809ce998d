using System.Collections.Immutable;
using System.IO.Compression;
using Feeds.Formats.Syndication;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Publishing.Syndication;

/// <summary>Makes the feeds of parts of a site. It knows the settings and no more, so that a representation that is kept does not keep all of the site that it was made from.</summary>
internal sealed class FeedRenderer(SiteSettings settings, CacheBudget budget)
{
    /// <summary>What a feed without an entry says of when it changed.</summary>
    private static readonly Instant NeverUpdated = Instant.FromUtc(2001, 1, 1, 0, 0);

    public SiteSettings Settings => settings;

    /// <summary>A feed in each format.</summary>
    /// <param name="finished">What becomes of the feed in a format before it is written.</param>
    public ImmutableArray<RenderPlan> Render(FeedDefinition part, Func<Feed, FeedFormat, Feed> finished)
    {
        // What is rendered later holds the newest entries, and not the part with all of its entries.
        var (path, count, newest) = (part.Path, part.Items.Length, part with { Items = Newest(part) });
        ImmutableArray<object?> inputs = [settings, part.Title, count, .. part.Gone, null, .. newest.Items];
        var feed = new Cached<Feed>(budget, () => Fitted(newest, count), OctetsOf);
        return [.. FeedFormat.All.Select(format => Rendered(path + format.File, format, Dated(newest.Items), inputs, () => finished(feed.Value, format)) with
        {
            Since = known => Written(Since(known, feed.Value, newest.Items), path + format.File, format),
        })];
    }

    public RenderPlan Rendered(string path, FeedFormat format, Instant dated, ImmutableArray<object?> inputs, Func<Feed> feed) =>
        new(path, format.MediaType, dated, inputs, () => Written(feed(), path, format)) { Links = new FeedLinks(path, settings) };

    /// <summary>A feed that shows all of a part.</summary>
    public Feed FeedOf(FeedDefinition part)
    {
        var entries = part.Items.Select(item => item.Entry.Value).ToImmutableArray();
        return new Feed
        {
            Id = settings.NameOf(part.Path),
            Title = part.Title,
            Link = settings.HomeAddress,
            Updated = (part.Items.IsEmpty ? NeverUpdated : part.Items.Max(item => item.Updated)).InZone(settings.Zone).ToDateTimeOffset(),
            Description = settings.Description,
            Language = settings.Language,
            // The same in every feed and format: where nobody is named, Atom would take the title of the feed.
            Authors = [FeedItem.PersonOf(settings.Author ?? new Model.Person(settings.Title))],
            Rights = settings.Rights,
            Icon = settings.Icon,
            Generator = "Feeds",
            TimeToLive = TimeSpan.FromHours(1),
            Stylesheet = new Uri(settings.Href(settings.Address(settings.PathOf(Addresses.FeedStyle))), UriKind.Relative),
            Banner = BannerOf(part.Title),
            Podcast = entries.Any(entry => entry.Episode is not null) ? settings.Podcast : null,
            Links = [.. settings.Hubs.Select(hub => new Link(hub, "hub"))],
            Entries = entries,
            Deleted = part.Gone,
        };
    }

    /// <summary>How many entries of a part its feed holds.</summary>
    public int CountOf(FeedDefinition part) => Fitted(part with { Items = Newest(part) }, part.Items.Length).Entries.Length;

    /// <summary>The newest of a part, as many as readers take at once.</summary>
    /// <param name="count">How many there are in all.</param>
    private Feed Fitted(FeedDefinition newest, int count)
    {
        var feed = Fitted(FeedOf(newest));
        return feed.Entries.Length == count ? feed with { History = FeedHistory.Complete } : feed;
    }

    private ImmutableArray<FeedItem> Newest(FeedDefinition part) => part.Items.Length <= settings.Feed.Entries ? part.Items : part.Items[..settings.Feed.Entries];

    private ReadOnlyMemory<byte> Written(Feed feed, string path, FeedFormat format) => RenderPlan.Written(stream => format.Write(feed, settings.AddressOf(path), stream));

    /// <summary>The entries that an earlier version did not hold as they are now.</summary>
    private static Feed Since(ImmutableArray<object?> known, Feed feed, ImmutableArray<FeedItem> shown)
    {
        var items = known.OfType<FeedItem>().ToHashSet();
        return feed with { Entries = [.. feed.Entries.Where((_, index) => !items.Contains(shown[index]))], History = FeedHistory.Newest };
    }

    private Banner BannerOf(string title) => new(
        title,
        "This is a feed: copy its address into a feed reader, and what is new here comes to you.",
        [new BannerLink(settings.HomeAddress, $"Visit {settings.Title}"), new BannerLink(settings.Address(Addresses.Feeds), "All feeds and calendars")]);

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

    private static long OctetsOf(Feed feed) => feed.Entries.Sum(FeedItem.OctetsOf);

    /// <summary>When what some entries show last changed.</summary>
    public static Instant Dated(ImmutableArray<FeedItem> items) => items.IsEmpty ? NeverUpdated : items.Max(item => item.Changed);
}
