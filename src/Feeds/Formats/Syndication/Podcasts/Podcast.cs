using System.Collections.Immutable;

namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>What directories of podcasts are told of a feed.</summary>
public sealed record Podcast
{
    public required bool Explicit { get; init; }

    public required ImmutableArray<PodcastCategory> Categories { get; init; }

    /// <summary>Who makes it; null when the author of the feed does.</summary>
    public string? Author { get; init; }

    /// <summary>The name of whom a directory may write to.</summary>
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

/// <summary>In which order the episodes of a podcast are to be heard.</summary>
public enum PodcastType
{
    /// <summary>Newest first, each by itself.</summary>
    Episodic,

    /// <summary>Oldest first, as a story.</summary>
    Serial,
}
