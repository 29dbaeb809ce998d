using System.Collections.Immutable;

namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>What makes an entry the episode of a podcast: Apple's <c>itunes:*</c> and the Podcast Namespace's <c>podcast:*</c> of an RSS item.</summary>
/// <remarks>The recording is the entry's first enclosure, which says how long it is. A relative address in it is an <see cref="ArgumentException"/>.</remarks>
public sealed record Episode
{
    /// <summary>The number of the episode in its season, from 1 (<c>itunes:episode</c>); null when they are not counted.</summary>
    public int? Number { get; init; }

    /// <summary>The number of the season, from 1 (<c>itunes:season</c>); null when there are none.</summary>
    public int? Season { get; init; }

    /// <summary>Which kind of episode it is (<c>itunes:episodeType</c>); null to leave it unsaid, which means a full one.</summary>
    public EpisodeType? Type { get; init; }

    /// <summary>Whether it is unfit for children (<c>itunes:explicit</c>); null when the podcast's word for it holds.</summary>
    public bool? Explicit { get; init; }

    /// <summary>A square picture, absolute (<c>itunes:image</c>); null when the podcast's own stands for it.</summary>
    public Uri? Image { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>What is said in it, to be read (<c>podcast:transcript</c>).</summary>
    public ImmutableArray<Transcript> Transcripts { get; init; } = [];

    /// <summary>The file of its chapters, absolute, as JSON Chapters (<c>podcast:chapters</c>); null when there is none.</summary>
    public Uri? Chapters { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>Who is heard in it (<c>podcast:person</c>).</summary>
    public ImmutableArray<Speaker> Speakers { get; init; } = [];
}

/// <summary>Which kind of episode it is (Apple Podcasts, <c>itunes:episodeType</c>).</summary>
public enum EpisodeType
{
    /// <summary>The whole of it.</summary>
    Full,

    /// <summary>A short taste of what is to come.</summary>
    Trailer,

    /// <summary>Something beside the episodes.</summary>
    Bonus,
}

/// <summary>What is said in an episode, to be read (<c>podcast:transcript</c>).</summary>
/// <param name="Url">Where the file is, absolute.</param>
/// <param name="MediaType">Its media type, such as <c>text/vtt</c>.</param>
/// <param name="Language">The language of the text, as a BCP 47 tag; null when it is the feed's.</param>
/// <exception cref="ArgumentException">The address is relative.</exception>
public sealed record Transcript(Uri Url, string MediaType, string? Language = null)
{
    /// <summary>Where the file is, absolute.</summary>
    public Uri Url { get; init => field = Address.Absolute(value); } = Address.Absolute(Url);
}

/// <summary>A person who is heard in an episode (<c>podcast:person</c>).</summary>
/// <param name="Name">The name as plain text.</param>
/// <param name="Role">The part taken, such as <c>host</c> or <c>guest</c>; null when it is the host's.</param>
/// <param name="Uri">A page of the person's, absolute; null when there is none.</param>
/// <param name="Image">A picture of the person, absolute; null when there is none.</param>
/// <exception cref="ArgumentException">An address is relative.</exception>
public sealed record Speaker(string Name, string? Role = null, Uri? Uri = null, Uri? Image = null)
{
    /// <summary>A page of the person's, absolute; null when there is none.</summary>
    public Uri? Uri { get; init => field = Address.AbsoluteOrNone(value); } = Address.AbsoluteOrNone(Uri);

    /// <summary>A picture of the person, absolute; null when there is none.</summary>
    public Uri? Image { get; init => field = Address.AbsoluteOrNone(value); } = Address.AbsoluteOrNone(Image);
}
