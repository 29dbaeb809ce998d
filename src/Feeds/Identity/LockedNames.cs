using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Identity;

/// <summary>Assigns names to documents so that an address that the lock has stays with its owner.</summary>
internal static class LockedNames
{
    /// <param name="pages">They have no records, so an address of the lock is never theirs.</param>
    /// <param name="unlocked">The names without the lock.</param>
    public static NamePlan Of(
        ImmutableArray<Document> documents, ImmutableArray<ContentPage> pages, DocumentMatcher matches, LockData known, NamePlan unlocked)
    {
        if (known.Site is null) return unlocked;
        var records = matches.Known.ToDictionary(pair => pair.Document.Path, pair => pair.Record, StringComparer.Ordinal);
        var claimants = documents.Select(ClaimantOf)
            .Concat(pages.Select(page => new Claimant(page.Path, page.Wanted, Date: null, Kept: null)))
            .ToImmutableArray();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (document, record) in matches.Known)
        {
            owners[record.Id] = document.Path;
            if (record.Uid is { } uid) owners[uid] = document.Path;
        }

        return NamePlan.Of(claimants, Reserved(records, known), owners.GetValueOrDefault);

        Claimant ClaimantOf(Document document) =>
            new(document.Path, document.Wanted, document.Date, CurrentPlacement(document, records.GetValueOrDefault(document.Path)));

        Placement? CurrentPlacement(Document document, LockRecord? record)
        {
            if (record is null || record.IsForgotten || document.Wanted.Placement is not { Name: { } name } wanted) return null;
            var current = new Placement(record.Address, wanted.Calendar is null ? null : record.Calendar ?? wanted.Calendar);
            var isSame = name == (record.Wanted ?? record.Placement.Name) || LockUpdater.IsReread(record, document.Source, known);
            return isSame && (current.Page is null) == (wanted.Page is null) ? current : null;
        }
    }

    /// <summary>The addresses in the lock, each with the current or last file of its owner.</summary>
    private static Dictionary<string, string> Reserved(Dictionary<string, LockRecord> matched, LockData known)
    {
        var files = new Dictionary<LockRecord, string>(ReferenceEqualityComparer.Instance);
        foreach (var (path, record) in matched) files[record] = path;
        var reserved = new Dictionary<string, string>(StringComparer.Ordinal);
        // Where an earlier version gave one address to two documents, it belongs to the one that has it now.
        var records = known.Records
            .Where(record => !record.IsForgotten)
            .OrderBy(record => files.ContainsKey(record))
            .ThenBy(record => record.Removed is null)
            .ToArray();
        foreach (var record in records) Reserve(record, record.Earlier.Items);
        foreach (var record in records) Reserve(record, record.Addresses);
        return reserved;

        void Reserve(LockRecord record, IEnumerable<string> paths)
        {
            foreach (var path in paths) reserved[ServerPath.Key(path)] = files.GetValueOrDefault(record) ?? record.Path;
        }
    }
}
