using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model.Names;

/// <summary>Which names documents have that do not get those they ask for.</summary>
/// <param name="Placements">Where they are published, by their files.</param>
/// <param name="Copies">The files whose written id or UID is that of another: they go out under one of their own.</param>
internal sealed record NamePlan(
    FrozenDictionary<string, Placement> Placements, FrozenSet<string> Copies, ImmutableArray<Diagnostic> Diagnostics)
{
    public static readonly NamePlan Empty = new(FrozenDictionary<string, Placement>.Empty, [], []);

    /// <summary>Whether both give the same names.</summary>
    public bool SameAs(NamePlan other) =>
        Copies.SetEquals(other.Copies) && Placements.Count == other.Placements.Count
        && Placements.All(placement => other.Placements.TryGetValue(placement.Key, out var same) && same == placement.Value);

    /// <param name="claimants">One for each document.</param>
    /// <param name="reserved">Addresses that are given to nobody but their owners, and those owners' files.</param>
    /// <param name="owners">Who has which written id or UID, where that is known.</param>
    public static NamePlan Of(
        ImmutableArray<Claimant> claimants, IReadOnlyDictionary<string, string> reserved, Func<string, string?> owners)
    {
        var (placements, notes) = UniqueAddresses.Of(claimants, reserved);
        var others =
            claimants.Where(claimant => placements.TryGetValue(claimant.Path, out var placement) && placement != claimant.Wanted.Placement);
        var copies = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var same in claimants.Where(claimant => claimant.Wanted.Id is not null)
            .GroupBy(claimant => claimant.Wanted.Id!, claimant => claimant.Path, StringComparer.Ordinal))
        {
            var paths = same.Order(StringComparer.Ordinal).ToArray();
            // Its author may have written the id that the program gave to another.
            var owner = owners(same.Key) ?? paths[0];
            var problem = $"its id ({same.Key}) is that of {owner}, so it is published under one of its own";
            copies.AddRange(paths.Where(path => path != owner)
                .Select(path => new Diagnostic(path, 0, Severity.Error, $"{problem}; remove it here or write another")));
        }

        return new NamePlan(
            others.ToFrozenDictionary(claimant => claimant.Path, claimant => placements[claimant.Path], StringComparer.Ordinal),
            copies.Select(copy => copy.Path).ToFrozenSet(StringComparer.Ordinal),
            [.. notes, .. copies]);
    }
}

/// <summary>A site as its files say it, before the lock is asked.</summary>
/// <param name="Names">The names that its documents have so far.</param>
/// <param name="Unread">The files and folders that are there, but could not be read: what the lock says of them waits.</param>
/// <param name="SourceAt">What is in a file; null where there is none.</param>
/// <param name="FingerprintsAt">The hashes of what subscribers see of the document in a file.</param>
/// <param name="Renamed">The same site with other names.</param>
internal sealed record ReadSite(
    Site Site,
    NamePlan Names,
    FrozenSet<string> Unread,
    Func<string, Source?> SourceAt,
    Func<string, Fingerprints> FingerprintsAt,
    Func<NamePlan, ReadSite> Renamed)
{
    /// <summary>Null where it may differ from the previous reading in more than an edit.</summary>
    public SiteEdit? Edit { get; init; }

    /// <summary>When the file of a source, by its name, was last fetched and whole; null for a file that is not fetched.</summary>
    public Func<string, Instant?> PulledAt { get; init; } = _ => null;
}

/// <summary>What was edited since a reading, with the same names, dates and order of all documents.</summary>
/// <param name="Paths">The files that differ.</param>
internal sealed record SiteEdit(Site Before, FrozenSet<string> Paths);
