using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model.Names;

namespace Feeds.Identity;

/// <summary>Settles which document has which name, by what the lock knows: an address stays with its owner, and is given to no other.</summary>
internal static class LockedNames
{
    /// <param name="unlocked">The names without the lock.</param>
    public static NamePlan Of(ImmutableArray<Document> documents, DocumentMatcher matching, LockData known, NamePlan unlocked)
    {
        if (known.Site is null) return unlocked;
        var records = matching.Known.ToDictionary(pair => pair.Document.Path, pair => pair.Record, StringComparer.Ordinal);
        var claimants = documents.Select(document => new Claimant(document.Path, document.Wanted, document.Date, KeptBy(document, records.GetValueOrDefault(document.Path)))).ToImmutableArray();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (document, record) in matching.Known)
        {
            owners[record.Id] = document.Path;
            if (record.Uid is { } uid) owners[uid] = document.Path;
        }

        return NamePlan.Of(claimants, Reserved(records, known), owners.GetValueOrDefault);

        Placement? KeptBy(Document document, LockRecord? record)
        {
            if (record is null || record.IsForgotten || document.Wanted.Placement is not { Name: { } name } wanted) return null;
            var kept = new Placement(record.Address, wanted.Calendar is null ? null : record.Calendar ?? wanted.Calendar);
            var isSame = name == (record.Wanted ?? record.Placement.Name) || LockUpdater.IsReread(record, document.Source, known);
            return isSame && (kept.Page is null) == (wanted.Page is null) ? kept : null;
        }
    }

    /// <summary>The addresses that the lock knows, each with the file of its owner, or with that which its owner had.</summary>
    private static Dictionary<string, string> Reserved(Dictionary<string, LockRecord> matched, LockData known)
    {
        var files = new Dictionary<LockRecord, string>(ReferenceEqualityComparer.Instance);
        foreach (var (path, record) in matched) files[record] = path;
        var reserved = new Dictionary<string, string>(StringComparer.Ordinal);
        // Where an earlier version gave one address to two, it is that of the one which has it now.
        var records = known.Records.Where(record => !record.IsForgotten).OrderBy(record => files.ContainsKey(record)).ThenBy(record => record.Gone is null).ToArray();
        foreach (var record in records) Reserve(record, record.Earlier.Items);
        foreach (var record in records) Reserve(record, record.Addresses);
        return reserved;

        void Reserve(LockRecord record, IEnumerable<string> paths)
        {
            foreach (var path in paths) reserved[ServerPath.Key(path)] = files.GetValueOrDefault(record) ?? record.Path;
        }
    }
}
