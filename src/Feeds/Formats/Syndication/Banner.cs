using System.Collections.Immutable;

namespace Feeds.Formats.Syndication;

/// <summary>What a person sees who opens the feed in a browser: written into Atom and RSS as XHTML, which readers pass over.</summary>
/// <param name="Heading">What this is, as plain text.</param>
/// <param name="Text">What to do with it, as plain text.</param>
/// <param name="Links">Where to go from here.</param>
public sealed record Banner(string Heading, string Text, ImmutableArray<BannerLink> Links);

/// <summary>A link of a <see cref="Banner"/>.</summary>
/// <param name="Href">Where it leads, absolute.</param>
/// <param name="Text">What it says, as plain text.</param>
/// <exception cref="ArgumentException">The address is relative.</exception>
public sealed record BannerLink(Uri Href, string Text)
{
    /// <summary>Where it leads, absolute.</summary>
    public Uri Href { get; init => field = Address.Absolute(value); } = Address.Absolute(Href);
}
