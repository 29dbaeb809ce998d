using System.Collections.Immutable;

namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>What makes a feed a podcast: Apple's <c>itunes:*</c> and the Podcast Namespace's <c>podcast:*</c> of an RSS channel.</summary>
/// <remarks>Apple wants a picture and a category, the W3C's validator an owner and a language as well. A relative address in it is an <see cref="ArgumentException"/>.</remarks>
public sealed record Podcast
{
    /// <summary>Whether it is unfit for children (<c>itunes:explicit</c>).</summary>
    public required bool Explicit { get; init; }

    /// <summary>What it is about (<c>itunes:category</c>); those that Apple does not know are not written.</summary>
    public required ImmutableArray<PodcastCategory> Categories { get; init; }

    /// <summary>Who makes it, as plain text (<c>itunes:author</c>); null when the feed's first author does.</summary>
    public string? Author { get; init; }

    /// <summary>Whom a directory may write to (<c>itunes:owner</c>); null, or without an e-mail address, when nobody is named.</summary>
    public Person? Owner { get; init; }

    /// <summary>A square picture of at least 1400 pixels, absolute (<c>itunes:image</c>); null when there is none.</summary>
    public Uri? Image { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>In which order the episodes are to be heard (<c>itunes:type</c>); null to leave it unsaid, which means newest first.</summary>
    public PodcastType? Type { get; init; }

    /// <summary>The UUID that the podcast has in every directory (<c>podcast:guid</c>); null when it has none.</summary>
    public Guid? Id { get; init; }

    /// <summary>Whether other platforms must leave the feed where it is (<c>podcast:locked</c>); null to leave it unsaid.</summary>
    public bool? Locked { get; init; }

    /// <summary>Where listeners can give money (<c>podcast:funding</c>).</summary>
    public ImmutableArray<Funding> Funding { get; init; } = [];
}

/// <summary>In which order the episodes of a podcast are to be heard (Apple Podcasts, <c>itunes:type</c>).</summary>
public enum PodcastType
{
    /// <summary>Newest first, each by itself.</summary>
    Episodic,

    /// <summary>Oldest first, as a story.</summary>
    Serial,
}

/// <summary>A place where listeners can give money (<c>podcast:funding</c>).</summary>
/// <param name="Url">Where it is, absolute.</param>
/// <param name="Text">What the link says, as plain text.</param>
/// <exception cref="ArgumentException">The address is relative.</exception>
public sealed record Funding(Uri Url, string Text)
{
    /// <summary>Where it is, absolute.</summary>
    public Uri Url { get; init => field = Address.Absolute(value); } = Address.Absolute(Url);
}
