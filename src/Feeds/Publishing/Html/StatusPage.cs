using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Pages;

namespace Feeds.Publishing.Html;

/// <summary>The page that shows the owner of a site what its server does; it is never part of a publication.</summary>
internal static class StatusPage
{
    private const int MaxListed = 50;

    public static MediaType MediaType => MediaType.Html;

    public static MediaType StyleType => MediaType.Css;

    public static ReadOnlyMemory<byte> Style => Page.OwnersStyle;

    public static ReadOnlyMemory<byte> Render(ServerStatus view) => Page.Render<OwnersHomePage>(new() { [nameof(OwnersHomePage.View)] = view });

    /// <summary>The largest addresses of a publication, of those whose bytes were made: none is made for this.</summary>
    public static ImmutableArray<SizedAddress> Largest(Publication publication) =>
    [
        .. publication.Representations.Values
            .Where(item => item.IdentityLength is not null)
            .Select(item => new SizedAddress(item.Path, item.IdentityLength.GetValueOrDefault(), item.GzipLength, item.BrotliLength))
            .OrderByDescending(item => item.Octets).ThenBy(item => item.Path, StringComparer.Ordinal)
            .Take(MaxListed),
    ];
}
