using System.Collections.Immutable;

namespace Feeds.Syndication;

/// <summary>A feed: what RFC 4287 §4.1.1 calls <c>atom:feed</c>, RSS 2.0 a channel and JSON Feed 1.1 a feed.</summary>
/// <remarks>Its own address differs from format to format, so the writers take it beside the feed. All addresses are absolute.</remarks>
public sealed record Feed
{
    /// <summary>A permanent IRI that never changes, even when the feed moves (RFC 4287 §4.2.6).</summary>
    public required string Id { get; init; }

    /// <summary>The title as plain text (RFC 4287 §4.2.14).</summary>
    public required string Title { get; init; }

    /// <summary>The page that this feed is of: Atom's <c>alternate</c>, RSS's channel link, JSON Feed's <c>home_page_url</c>.</summary>
    public required Uri Link { get; init; }

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
    public Uri? Icon { get; init; }

    /// <summary>A picture twice as wide as high (RFC 4287 §4.2.8); null when there is none.</summary>
    public Uri? Logo { get; init; }

    /// <summary>The program that made the feed (RFC 4287 §4.2.4); null to leave it unsaid.</summary>
    public string? Generator { get; init; }

    /// <summary>How long a reader may wait before it asks again: RSS 2.0's <c>ttl</c>, which counts whole minutes; null to leave it unsaid.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Further links, such as <c>hub</c> or <c>prev-archive</c>; <c>self</c> and <c>alternate</c> are written from the writer's argument and <see cref="Link"/>.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>The entries in the order they are written, newest first.</summary>
    public required ImmutableArray<Entry> Entries { get; init; }
}
