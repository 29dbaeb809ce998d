using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>Assigns addresses and written ids to documents without the lock, as the previous reading did where there was one.</summary>
internal static class SiteNames
{
    private const int MaxNamed = 3;

    public static NamePlan Of(IEnumerable<DocumentReading> documents, SiteReading? previous)
    {
        var before = Placements(previous?.Site).ToDictionary(document => document.Path, StringComparer.Ordinal);
        var claimants = documents.Where(document => document.IsPublished).Select(ClaimantOf).ToImmutableArray();
        var writers = claimants
            .Where(claimant => claimant.Wanted.Id is not null)
            .Select(claimant => (Id: claimant.Wanted.Id!, claimant.Path))
            .ToHashSet();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, path) in Owners(previous?.Site).Where(writers.Contains)) owners.TryAdd(id, path);
        return NamePlan.Of(claimants, FrozenDictionary<string, string>.Empty, owners.GetValueOrDefault);

        Claimant ClaimantOf(DocumentReading document)
        {
            var wanted = document.Post?.Wanted ?? document.Event!.Wanted;
            var kept = before.TryGetValue(document.File.Path, out var known) && known.Wanted == wanted ? known.Placement : null;
            return new Claimant(document.File.Path, wanted, document.Post?.Published.Date ?? document.Event!.FirstDay, kept);
        }
    }

    private static IEnumerable<(string Path, WantedNames Wanted, Placement Placement)> Placements(Site? site)
    {
        if (site is null) return [];
        var posts = site.Posts.Select(post => (post.Path, post.Wanted, new Placement(post.PagePath, Calendar: null)));
        var events = site.Events
            .Concat(site.Plans.Select(plan => plan.Event))
            .Select(@event => (@event.Path, @event.Wanted, new Placement(@event.PagePath, @event.CalendarPath)));
        return posts.Concat(events);
    }

    private static IEnumerable<(string Id, string Path)> Owners(Site? site) =>
        site?.Identities.Select(known => (known.Value.Uid ?? known.Value.Id, known.Key)) ?? [];

    /// <summary>Warns of documents that share a link to another server, because a reader may take them for one.</summary>
    public static IEnumerable<Diagnostic> SharedLinks(Site site)
    {
        var elsewhere = site.Posts.Where(post => post.PagePath is null).Select(post => (post.Link, post.Path))
            .Concat(site.Events.Where(@event => @event.PagePath is null).Select(@event => (@event.Link, @event.Path)));
        foreach (var group in elsewhere.GroupBy(document => document.Link.AbsoluteUri, document => document.Path, StringComparer.Ordinal))
        {
            var paths = group.Order(StringComparer.Ordinal).ToArray();
            if (paths.Length == 1) continue;
            var named = string.Join(", ", paths.Skip(1).Take(MaxNamed));
            var more = paths.Length > MaxNamed + 1 ? FormattableString.Invariant($" and {paths.Length - 1 - MaxNamed} more") : "";
            yield return new Diagnostic(
                paths[0],
                0,
                Severity.Warning,
                $"its link ({group.Key}) is also that of {named}{more}; write a 'permalink:' or 'slug:' of its own in each");
        }
    }
}
