namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>The podcast elements of an entry.</summary>
public sealed record Episode
{
    /// <summary>From 1, within its season.</summary>
    public int? Number { get; init; }

    /// <summary>From 1.</summary>
    public int? Season { get; init; }

    public EpisodeType? Type { get; init; }

    /// <summary>Whether it is unfit for children; null when it is as the podcast is.</summary>
    public bool? Explicit { get; init; }

    /// <summary>A square picture; null when it is that of the podcast.</summary>
    public Uri? Image { get; init; }

    public Transcript? Transcript { get; init; }

    /// <summary>A file of JSON Chapters.</summary>
    public Uri? Chapters { get; init; }
}

/// <summary>Which kind of episode it is.</summary>
public enum EpisodeType
{
    Full,
    Trailer,
    Bonus,
}

/// <summary>The text of an episode.</summary>
public sealed record Transcript(Uri Url, string MediaType);
