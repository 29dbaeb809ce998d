using System.Collections.Immutable;
using Feeds.Formats.Syndication.Podcasts;

namespace Feeds.Formats.Syndication;

/// <summary>An entry of a feed: RFC 4287 §4.1.2's <c>atom:entry</c>, RSS 2.0's and JSON Feed 1.1's item.</summary>
/// <remarks>A relative address in it is an <see cref="ArgumentException"/>.</remarks>
public sealed record Entry
{
    /// <summary>A permanent IRI, unique in the feed, that never changes (RFC 4287 §4.2.6).</summary>
    public required string Id { get; init; }

    /// <summary>The title as plain text (RFC 4287 §4.2.14); empty when there is none, as notes have it.</summary>
    public required string Title { get; init; }

    /// <summary>The page of the entry, absolute (RFC 4287 §4.2.7.2, <c>alternate</c>).</summary>
    public required Uri Link { get; init => field = Address.Absolute(value); }

    /// <summary>When the entry was first published, with its offset (RFC 4287 §4.2.9).</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When the entry last changed in a way that matters, with its offset (RFC 4287 §4.2.15).</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Who wrote it; empty when the feed's own authors did (RFC 4287 §4.2.1).</summary>
    public ImmutableArray<Person> Authors { get; init; } = [];

    /// <summary>What it is about (RFC 4287 §4.2.2).</summary>
    public ImmutableArray<Category> Categories { get; init; } = [];

    /// <summary>A short plain text in place of the content (RFC 4287 §4.2.13); null when there is none.</summary>
    public string? Summary { get; init; }

    /// <summary>The content as an HTML fragment in which every address is absolute (RFC 4287 §4.1.3); null when only the summary is given.</summary>
    public string? Content { get; init; }

    /// <summary>The picture that stands for the entry: JSON Feed's <c>image</c>, Media RSS's <c>media:content</c>; null when there is none.</summary>
    public Image? Image { get; init; }

    /// <summary>A wide picture for the top of the entry's page, absolute: JSON Feed's <c>banner_image</c>, which the other formats have no word for; null when there is none.</summary>
    public Uri? BannerImage { get; init => field = Address.AbsoluteOrNone(value); }

    /// <summary>Files that go with the entry (RFC 4287 §4.2.7.2, <c>enclosure</c>); RSS 2.0 gets the first of the web.</summary>
    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>What makes the entry an episode of a podcast, for RSS; null when it is none.</summary>
    public Episode? Episode { get; init; }

    /// <summary>The language of the entry where it differs from the feed's, as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Further links of the entry, such as <c>related</c> or <c>via</c>; <c>self</c>, its page and RFC 5005's relations, which only a feed has, are passed over.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>What stands for an entry that has no content: its summary, else its title, else its address.</summary>
    internal string Gist => XmlCharacters.KeepIfAny(Summary) ?? XmlCharacters.KeepIfAny(Title) ?? Link.AbsoluteUri;

    /// <summary>The entry's language, null where it is the feed's own and so need not be said again.</summary>
    internal string? LanguageBeside(Feed feed) =>
        string.Equals(Language, feed.Language, StringComparison.OrdinalIgnoreCase) ? null : Grammar.LanguageOrNone(Language);
}
