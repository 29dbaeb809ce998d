using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Publishing;

/// <summary>What a feed says of itself beside its bytes: where it stands, and which hubs tell of its changes (WebSub §4).</summary>
/// <param name="Self">Its public address, as the feed itself spells it.</param>
/// <param name="Fields">The values of its <c>Link</c> fields (RFC 8288 §3), one link each.</param>
internal sealed record FeedLinks(string Self, ImmutableArray<string> Fields)
{
    /// <summary>The links of the feed at a path.</summary>
    public static FeedLinks Of(string path, SiteSettings settings)
    {
        var self = AsciiAddress.Of(settings.AddressOf(path));
        return new FeedLinks(self, [$"<{self}>; rel=\"self\"", .. settings.Hubs.Select(hub => $"<{AsciiAddress.Of(hub)}>; rel=\"hub\"")]);
    }
}
