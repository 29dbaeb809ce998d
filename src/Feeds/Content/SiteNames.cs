using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>Settles which document has which name as far as that is known without a lock: what the reading before had stays.</summary>
internal static class SiteNames
{
    private const int MaxNamed = 3;

    /// <param name="previous">The reading before; null when there was none.</param>
    public static NamePlan Of(IEnumerable<DocumentReading> documents, SiteReading? previous)
    {
        var before = (previous?.Site.Posts.Select(post => (post.Path, post.Wanted, Placement: new Placement(post.PagePath, Calendar: null))) ?? [])
            .Concat(previous?.Site.Events.Concat(previous.Site.Plans.Select(plan => plan.Event)).Select(@event => (@event.Path, @event.Wanted, Placement: new Placement(@event.PagePath, @event.CalendarPath))) ?? [])
            .ToDictionary(document => document.Path, StringComparer.Ordinal);
        var claimants = documents.Where(document => document.IsPublished).Select(ClaimantOf).ToImmutableArray();
        var writers = claimants.Where(claimant => claimant.Wanted.Id is not null).Select(claimant => (claimant.Path, Id: claimant.Wanted.Id!)).ToHashSet();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, path) in Owners(previous).Where(owner => writers.Contains((owner.Path, owner.Id)))) owners.TryAdd(id, path);
        return NamePlan.Of(claimants, FrozenDictionary<string, string>.Empty, owners.GetValueOrDefault);

        Claimant ClaimantOf(DocumentReading document)
        {
            var wanted = document.Post?.Wanted ?? document.Event!.Wanted;
            var kept = before.TryGetValue(document.File.Path, out var known) && known.Wanted == wanted ? known.Placement : null;
            return new Claimant(document.File.Path, wanted, document.Post?.Published.Date ?? document.Event!.FirstDay, kept);
        }
    }

    private static IEnumerable<(string Id, string Path)> Owners(SiteReading? previous) => previous is null
        ? []
        : previous.Site.Identities.Select(known => (known.Value.Uid ?? known.Value.Id, known.Key));

    /// <summary>The documents whose page is elsewhere, where two have one link: a reader may take them for one.</summary>
    public static IEnumerable<Diagnostic> SharedLinks(Site site)
    {
        var elsewhere = site.Posts.Where(post => post.PagePath is null).Select(post => (post.Link, post.Path))
            .Concat(site.Events.Where(@event => @event.PagePath is null).Select(@event => (@event.Link, @event.Path)));
        foreach (var group in elsewhere.GroupBy(document => document.Link.AbsoluteUri, document => document.Path, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var paths = group.Order(StringComparer.Ordinal).ToArray();
            var others = string.Join(", ", paths.Skip(1).Take(MaxNamed)) + (paths.Length > MaxNamed + 1 ? FormattableString.Invariant($" and {paths.Length - 1 - MaxNamed} more") : "");
            yield return new Diagnostic(paths[0], 0, Severity.Warning, $"its link ({group.Key}) is also that of {others}; write a 'permalink:' or 'slug:' of its own in each");
        }
    }
}
