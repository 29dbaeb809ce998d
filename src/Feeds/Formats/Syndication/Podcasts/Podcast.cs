using System.Collections.Immutable;

namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>The podcast elements of a feed.</summary>
public sealed record Podcast
{
    public required bool Explicit { get; init; }
    public required ImmutableArray<PodcastCategory> Categories { get; init; }

    /// <summary>Who makes it; null when the author of the feed does.</summary>
    public string? Author { get; init; }

    public string? Owner { get; init; }
    public string? OwnerEmail { get; init; }

    /// <summary>A square picture of at least 1400 pixels.</summary>
    public Uri? Image { get; init; }

    public PodcastType? Type { get; init; }

    /// <summary>Whether other platforms must leave the feed where it is.</summary>
    public bool? Locked { get; init; }

    /// <summary>Where listeners can give money.</summary>
    public Uri? Funding { get; init; }
}

/// <summary>The order in which episodes are meant to be played.</summary>
public enum PodcastType
{
    /// <summary>Newest first, each by itself.</summary>
    Episodic,

    /// <summary>Oldest first, as a story.</summary>
    Serial,
}
