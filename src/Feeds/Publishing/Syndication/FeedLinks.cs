using Feeds.Model;
using Feeds.Text;

namespace Feeds.Publishing.Syndication;

/// <summary>The link to a feed itself and to its hubs (WebSub §4).</summary>
internal sealed class FeedLinks(string path, SiteSettings settings)
{
    private string[]? fields;

    /// <summary>The public address, exactly as the feed contains it.</summary>
    public string Self => AsciiAddress.Of(settings.AddressOf(path));

    /// <summary>The values of the <c>Link</c> fields (RFC 8288 §3).</summary>
    public string[] Fields => fields ??=
        [$"<{Self}>; rel=\"self\"", .. settings.Hubs.Select(hub => $"<{AsciiAddress.Of(hub)}>; rel=\"hub\"")];
}
