using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;

namespace Feeds.Publishing;

/// <summary>Renders the files to which the documents of a site refer.</summary>
internal static class SiteFiles
{
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site)
    {
        if (!site.Files.Values.Any(file => MediaType.OfFile(file.Path) is not null)) return [];
        var posts = site.Posts
            .Where(post => post.PagePath is not null)
            .SelectMany(post => post.Files.Concat(post.Body.Files));
        var events = site.Events.Concat(site.Plans)
            .Where(@event => @event.PagePath is not null)
            .SelectMany(@event => @event.Files.Concat(@event.Body.Files));
        var pages = site.Pages.SelectMany(page => page.Files.Concat(page.Body.Files));
        return Of([.. site.Settings.Files.Concat(posts).Concat(events).Concat(pages)], site)
            .Select(found => (found.Key, MediaType: MediaType.OfFile(found.Key), File: found.Value))
            .Where(found => found.MediaType is not null && !found.File.Bytes.Value.IsEmpty)
            .Select(found => RenderPlan.OfFile(found.Key, found.MediaType!, found.File));
    }

    /// <summary>The existing files of some references, by the paths of their addresses.</summary>
    public static IReadOnlyDictionary<string, SiteFile> Of(ImmutableArray<FileReference> references, SiteSnapshot site) =>
        references.IsEmpty
            ? FrozenDictionary<string, SiteFile>.Empty
            : references.DistinctBy(reference => reference.Address)
                .Select(reference => (reference.Address, File: FindFile(reference, site)))
                .Where(found => found.File is not null)
                .ToDictionary(found => found.Address, found => found.File!, StringComparer.Ordinal);

    private static SiteFile? FindFile(FileReference reference, SiteSnapshot site) =>
        reference.PathIn(site.Files.Keys, site.Files.ContainsKey) is { } path ? site.Files[path] : null;
}
