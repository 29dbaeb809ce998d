using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content.Names;

/// <summary>Assigns addresses and written ids to documents without the lock, but like the previous reading.</summary>
internal static class SiteNames
{
    private const int MaxNamed = 3;

    public static NamePlan Of(IEnumerable<DocumentReading> documents, SiteReading? previous)
    {
        var before = Placements(previous?.Site).ToDictionary(document => document.Path, StringComparer.Ordinal);
        var claimants = documents.Where(document => document.IsPublished).Select(ClaimantOf).ToImmutableArray();
        var writers = claimants.Select(claimant => (claimant.Wanted.Id, claimant.Path)).ToHashSet();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, known) in previous?.Site.Identities ?? new Dictionary<string, DocumentIdentity>(StringComparer.Ordinal))
        {
            var id = known.Uid ?? known.Id;
            if (writers.Contains((id, path))) owners.TryAdd(id, path);
        }

        return NamePlan.Of(claimants, FrozenDictionary<string, string>.Empty, owners.GetValueOrDefault);

        Claimant ClaimantOf(DocumentReading document)
        {
            var wanted = document.Wanted!;
            var kept = before.TryGetValue(document.File.Path, out var known) && known.Wanted == wanted ? known.Placement : null;
            return new Claimant(document.File.Path, wanted, document.Post?.Published.Date ?? document.Event?.FirstDay, kept);
        }
    }

    private static IEnumerable<(string Path, WantedNames Wanted, Placement Placement)> Placements(Site? site)
    {
        if (site is null) return [];
        var posts = site.Posts.Select(post => (post.Path, post.Wanted, new Placement(post.PagePath, Calendar: null)));
        var events = site.Events.Concat(site.Plans.Select(plan => plan.Event))
            .Select(@event => (@event.Path, @event.Wanted, new Placement(@event.PagePath, @event.CalendarPath)));
        var pages = site.Pages.Select(page => (page.Path, page.Wanted, new Placement(page.PagePath, Calendar: null)));
        return posts.Concat(events).Concat(pages);
    }

    /// <summary>Warns of documents with the same link to another server, which readers may show as one.</summary>
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
            var problem = $"its link ({group.Key}) is also that of {named}{more}";
            yield return new Diagnostic(paths[0], 0, Severity.Warning, $"{problem}; write a 'permalink:' or 'slug:' of its own in each");
        }
    }
}
