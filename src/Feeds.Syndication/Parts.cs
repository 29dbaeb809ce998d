namespace Feeds.Syndication;

/// <summary>A person or an organisation (RFC 4287 §3.2).</summary>
/// <param name="Name">The name as plain text.</param>
/// <param name="Email">The address alone, without a name around it; null when none is to be shown.</param>
/// <param name="Uri">A page of the person's, absolute; null when there is none.</param>
public sealed record Person(string Name, string? Email = null, Uri? Uri = null);

/// <summary>What an entry is about (RFC 4287 §4.2.2).</summary>
/// <param name="Term">The word itself, as plain text.</param>
/// <param name="Scheme">Where the word is defined, absolute; null when it stands for itself.</param>
public sealed record Category(string Term, Uri? Scheme = null);

/// <summary>A link from a feed or an entry to something else (RFC 4287 §4.2.7).</summary>
/// <param name="Href">The address, absolute.</param>
/// <param name="Relation">The link relation, a registered name (RFC 8288 §2.1) such as <c>hub</c>.</param>
/// <param name="MediaType">The media type to be expected there; null when it is not known.</param>
/// <param name="Title">What the link leads to, as plain text; null when nothing is said.</param>
public sealed record Link(Uri Href, string Relation, string? MediaType = null, string? Title = null);

/// <summary>A file that goes with an entry, such as a recording (RFC 4287 §4.2.7.2; RSS 2.0, enclosure).</summary>
/// <param name="Url">Where the file is, absolute.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Length">Its size in octets.</param>
public sealed record Enclosure(Uri Url, string MediaType, long Length);

/// <summary>A picture that stands for an entry (Media RSS 1.5.1, <c>media:content</c>).</summary>
/// <param name="Url">Where the picture is, absolute.</param>
/// <param name="Description">What it shows, as plain text; null when nothing is said.</param>
public sealed record Image(Uri Url, string? Description = null);
