using System.Collections.Immutable;
using Feeds.Formats.Syndication.Podcasts;

namespace Feeds.Formats.Syndication;

/// <summary>A feed: what RFC 4287 §4.1.1 calls <c>atom:feed</c>, RSS 2.0 a channel and JSON Feed 1.1 a feed.</summary>
/// <remarks>Its own address differs from format to format, so the writers take it beside the feed. A relative address in it is an <see cref="ArgumentException"/>.</remarks>
public sealed record Feed
{
    /// <summary>A permanent IRI that never changes, even when the feed moves (RFC 4287 §4.2.6).</summary>
    public required string Id { get; init; }

    /// <summary>The title as plain text (RFC 4287 §4.2.14).</summary>
    public required string Title { get; init; }

    /// <summary>The page that this feed is of: Atom's <c>alternate</c>, RSS's channel link, JSON Feed's <c>home_page_url</c>.</summary>
    public required Uri Link { get; init => field = Address.Absolute(value); }

    /// <summary>When the feed last changed in a way that matters: the newest of its entries (RFC 4287 §4.2.15).</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>What the feed is about, as plain text (RFC 4287 §4.2.12); null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The language of the text, as a BCP 47 tag; null when it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>Who wrote the entries that name no author (RFC 4287 §4.2.1).</summary>
    public ImmutableArray<Person> Authors { get; init; } = [];

    /// <summary>The rights held in the feed, as plain text (RFC 4287 §4.2.10); null when nothing is said.</summary>
    public string? Rights { get; init; }

    /// <summary>A small square picture (RFC 4287 §4.2.5); null when there is none.</summary>
    public Uri? Icon { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>A picture twice as wide as high (RFC 4287 §4.2.8); null when there is none.</summary>
    public Uri? Logo { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>The program that made the feed (RFC 4287 §4.2.4); null to leave it unsaid.</summary>
    public string? Generator { get; init; }

    /// <summary>How long a reader may wait before it asks again: RSS 2.0's <c>ttl</c>, which counts whole minutes; null to leave it unsaid.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Which part of the feed's history this document holds (RFC 5005); JSON Feed has no word for it.</summary>
    public FeedHistory History { get; init; }

    /// <summary>Further links, such as <c>hub</c> or <c>prev-archive</c>.</summary>
    /// <remarks>
    /// <c>self</c> and the page are written from the writer's argument and <see cref="Link"/>, and passed over here. So are
    /// RFC 5005's relations in a feed that is complete, <c>previous</c> on the first page and <c>next</c> on the last.
    /// </remarks>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>The style sheet by which a browser shows Atom and RSS; relative to the document when not absolute; null when there is none.</summary>
    public Uri? Stylesheet { get; init; }

    /// <summary>What a browser shows above the entries in Atom and RSS; null when there is nothing.</summary>
    public Banner? Banner { get; init; }

    /// <summary>What makes the feed a podcast, for RSS; null when it is none.</summary>
    public Podcast? Podcast { get; init; }

    /// <summary>The entries in the order they are written, newest first.</summary>
    public required ImmutableArray<Entry> Entries { get; init; }

    /// <summary>The entries that are no more, in the order they are written (RFC 6721 §3); only Atom has a word for them.</summary>
    public ImmutableArray<DeletedEntry> Deleted { get; init; } = [];
}
