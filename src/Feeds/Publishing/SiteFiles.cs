using Feeds.Model;
using Feeds.Model.Dates;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The files of a site that its documents refer to, and no others.</summary>
internal static class SiteFiles
{
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site)
    {
        if (!site.Files.Values.Any(file => MediaType.OfFile(file.Path) is not null)) return [];
        var posts = site.Posts.Where(post => post.PagePath is not null).SelectMany(post => post.Files.Concat(post.Body.Files));
        var events = site.Events.Concat(site.Plans).Where(@event => @event.PagePath is not null).SelectMany(@event => @event.Files.Concat(@event.Body.Files));
        return Of(site.Settings.Files.Concat(posts).Concat(events), site)
            .Select(found => (found.Key, MediaType: MediaType.OfFile(found.Key), File: found.Value))
            .Where(found => found.MediaType is not null && !found.File.Bytes.Value.IsEmpty)
            .Select(found => new RenderPlan(found.Key, found.MediaType!, Instant.MinValue, [found.File], () => found.File.Bytes.Value) { Reach = ChangeScope.File });
    }

    /// <summary>The files that are there of those referred to, by the paths of their addresses.</summary>
    public static Dictionary<string, SiteFile> Of(IEnumerable<FileReference> references, SiteSnapshot site) => references
        .DistinctBy(reference => reference.Address)
        .Select(reference => (reference.Address, File: reference.Candidates.Select(site.Files.GetValueOrDefault).FirstOrDefault(file => file is not null)))
        .Where(found => found.File is not null)
        .ToDictionary(found => found.Address, found => found.File!, StringComparer.Ordinal);
}
