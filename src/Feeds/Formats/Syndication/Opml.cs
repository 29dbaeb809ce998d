using System.Collections.Immutable;

namespace Feeds.Formats.Syndication;

/// <summary>A list of feeds to subscribe to: what OPML 2.0 calls an outline document.</summary>
/// <param name="Title">The title as plain text.</param>
/// <param name="Outlines">The feeds and groups of feeds; OPML wants one at least.</param>
/// <param name="Modified">When the list last changed, with its offset; null to leave it unsaid.</param>
public sealed record Opml(string Title, ImmutableArray<Outline> Outlines, DateTimeOffset? Modified = null);

/// <summary>A line of a list of feeds (OPML 2.0, <c>outline</c>): a feed, or a group of them.</summary>
/// <remarks>Of a group only its text and its lines are written. A relative address in it is an <see cref="ArgumentException"/>.</remarks>
public sealed record Outline
{
    /// <summary>What the line says, as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The feed itself, absolute (<c>xmlUrl</c>); null for a group.</summary>
    public Uri? FeedUrl { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>The page that the feed is of, absolute (<c>htmlUrl</c>); null when there is none.</summary>
    public Uri? PageUrl { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>What the feed is about, as plain text; null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The language of the feed, as a BCP 47 tag; null when it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>The lines below this one.</summary>
    public ImmutableArray<Outline> Outlines { get; init; } = [];
}
