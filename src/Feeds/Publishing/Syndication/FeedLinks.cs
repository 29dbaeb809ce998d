using Feeds.Model;
using Feeds.Text;

namespace Feeds.Publishing.Syndication;

/// <summary>What a feed says of itself beside its bytes: where it stands, and which hubs tell of its changes (WebSub §4).</summary>
internal sealed class FeedLinks(string path, SiteSettings settings)
{
    private string[]? fields;

    /// <summary>Its public address, as the feed itself spells it.</summary>
    public string Self => AsciiAddress.Of(settings.AddressOf(path));

    /// <summary>The values of its <c>Link</c> fields (RFC 8288 §3), one link each: made when the feed is first asked for.</summary>
    public string[] Fields => fields ??=
        [$"<{Self}>; rel=\"self\"", .. settings.Hubs.Select(hub => $"<{AsciiAddress.Of(hub)}>; rel=\"hub\"")];
}
