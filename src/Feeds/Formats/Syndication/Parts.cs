namespace Feeds.Formats.Syndication;

/// <summary>A person or an organisation (RFC 4287 §3.2).</summary>
/// <param name="Name">The name as plain text.</param>
/// <param name="Email">The address alone, without a name around it; null when none is to be shown.</param>
/// <param name="Uri">A page of the person's, absolute; null when there is none.</param>
/// <exception cref="ArgumentException">The page's address is relative.</exception>
public sealed record Person(string Name, string? Email = null, Uri? Uri = null)
{
    /// <summary>A page of the person's, absolute; null when there is none.</summary>
    public Uri? Uri { get; init => field = Address.AbsoluteOrNone(value); } = Address.AbsoluteOrNone(Uri);

    /// <summary>Whether there is a name: RFC 4287 §3.2.1 knows no person without one.</summary>
    internal bool IsNamed => XmlCharacters.KeepIfAny(Name) is not null;
}

/// <summary>What an entry is about (RFC 4287 §4.2.2).</summary>
/// <param name="Term">The word itself, as plain text.</param>
/// <param name="Scheme">Where the word is defined, absolute; null when it stands for itself.</param>
/// <exception cref="ArgumentException">The scheme is relative.</exception>
public sealed record Category(string Term, Uri? Scheme = null)
{
    /// <summary>Where the word is defined, absolute; null when it stands for itself.</summary>
    public Uri? Scheme { get; init => field = Address.AbsoluteOrNone(value); } = Address.AbsoluteOrNone(Scheme);
}

/// <summary>A link from a feed or an entry to something else (RFC 4287 §4.2.7).</summary>
/// <param name="Href">The address, absolute.</param>
/// <param name="Relation">The link relation, a registered name (RFC 8288 §2.1) such as <c>hub</c>.</param>
/// <param name="MediaType">The media type to be expected there; null when it is not known.</param>
/// <param name="Title">What the link leads to, as plain text; null when nothing is said.</param>
/// <exception cref="ArgumentException">The address is relative.</exception>
public sealed record Link(Uri Href, string Relation, string? MediaType = null, string? Title = null)
{
    /// <summary>The address, absolute.</summary>
    public Uri Href { get; init => field = Address.Absolute(value); } = Address.Absolute(Href);
}

/// <summary>A file that goes with an entry, such as a recording (RFC 4287 §4.2.7.2; RSS 2.0, enclosure).</summary>
/// <param name="Url">Where the file is, absolute.</param>
/// <param name="MediaType">Its media type; what has not the shape of one is written as <c>application/octet-stream</c>.</param>
/// <param name="Length">Its size in octets; 0 when it is not known.</param>
/// <param name="Title">What it is, as plain text; null when nothing is said.</param>
/// <param name="Duration">How long it plays; null when it does not, or when that is not known.</param>
/// <exception cref="ArgumentException">The address is relative, or the size is negative.</exception>
public sealed record Enclosure(Uri Url, string MediaType, long Length, string? Title = null, TimeSpan? Duration = null)
{
    /// <summary>Where the file is, absolute.</summary>
    public Uri Url { get; init => field = Address.Absolute(value); } = Address.Absolute(Url);

    /// <summary>Its size in octets; 0 when it is not known.</summary>
    public long Length { get; init => field = NotNegative(value); } = NotNegative(Length);

    /// <summary>What it is written as: every format wants a media type of an enclosure.</summary>
    internal string WrittenMediaType => Grammar.MediaTypeOrNone(MediaType) ?? "application/octet-stream";

    private static long NotNegative(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return length;
    }
}

/// <summary>A picture that stands for an entry (Media RSS 1.5.1, <c>media:content</c>).</summary>
/// <param name="Url">Where the picture is, absolute.</param>
/// <param name="Description">What it shows, as plain text; null when nothing is said.</param>
/// <param name="MediaType">Its media type; null when it is not known.</param>
/// <exception cref="ArgumentException">The address is relative.</exception>
public sealed record Image(Uri Url, string? Description = null, string? MediaType = null)
{
    /// <summary>Where the picture is, absolute.</summary>
    public Uri Url { get; init => field = Address.Absolute(value); } = Address.Absolute(Url);
}
