using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Matches documents with their records in the lock.</summary>
/// <param name="New">Documents without a record.</param>
/// <param name="Missing">Records without a document.</param>
internal sealed partial record DocumentMatcher(
    ImmutableArray<(Document Document, LockRecord Record)> Known,
    ImmutableArray<Document> New,
    ImmutableArray<LockRecord> Missing)
{
    /// <summary>Matches by the most reliable signs first.</summary>
    /// <param name="documents">In order of path.</param>
    /// <param name="unread">Files and folders that could not be read: the records of their documents stay as they are.</param>
    /// <param name="isPast">Whether the event of a record is over.</param>
    public static DocumentMatcher Of(
        ImmutableArray<Document> documents, LockData known, FrozenSet<string> unread, Func<LockRecord, bool> isPast)
    {
        var search = new Search(documents, known, unread, isPast);
        search.ByWrittenId();
        search.ByPath((document, record) => document.Source.Text == record.Text);
        search.ByContent(document => document.Source.Text, record => record.Text, search.IsFreeOrMoved);
        search.ByPath((document, record) => !HasNewId(document, record) && !search.IsNextEntry(document, record));
        search.ByContent(document => document.Hashes.Facts, record => record.Facts, (_, record, _) => search.IsFree(record));
        search.ByBody();
        search.ByEntry();
        search.ByPlannedDate();
        return search.Result();
    }

    /// <summary>Whether the author gave a document another id than the record has.</summary>
    public static bool HasNewId(Document document, LockRecord record)
    {
        if (!document.HasWrittenId || document.Source.WrittenId == record.Written) return false;
        return document.Kind == DocumentKind.Event ? document.Uid != record.Uid : document.Id != record.Id;
    }

    /// <summary>The state of one search.</summary>
    private sealed partial class Search(
        ImmutableArray<Document> documents, LockData known, FrozenSet<string> unread, Func<LockRecord, bool> isPast)
    {
        private readonly Dictionary<string, Document> byPath = documents.ToDictionary(document => document.Path, StringComparer.Ordinal);
        private readonly Dictionary<Document, LockRecord> found = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<LockRecord> claimed = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<Document> copies = new(ReferenceEqualityComparer.Instance);

        private IEnumerable<Document> Open => documents.Where(document => !found.ContainsKey(document) && !copies.Contains(document));

        private IEnumerable<LockRecord> Unclaimed => known.Records.Where(record => !claimed.Contains(record));

        public DocumentMatcher Result() => new(
            [.. documents.Where(found.ContainsKey).Select(document => (document, found[document]))],
            [.. Open],
            [.. Unclaimed.Where(record => !IsUnread(record.Path) && !IsPathOfACopy(record.Path))]);

        public void ByWrittenId()
        {
            var withId = Open.Where(document => document.Source.WrittenId is not null).ToArray();
            if (withId.Length == 0) return;
            var byId = known.Records
                .SelectMany(record => new[] { record.Id, record.Uid }.OfType<string>().Select(id => (id, record)))
                .ToLookup(pair => pair.id, pair => pair.record, StringComparer.Ordinal);
            foreach (var document in withId)
            {
                var written = document.Source.WrittenId!;
                var record = new[] { document.Uid ?? document.Id, written }
                    .SelectMany(id => byId[id])
                    .Where(record => !claimed.Contains(record))
                    .MinBy(record => record.Path != document.Path) ?? FreeRecordWith(written);
                if (record is null) continue;
                if (IsCopy(document, record)) copies.Add(document);
                else Claim(document, record);
            }
        }

        // A copied file has the id of the file that it was copied from.
        private bool IsCopy(Document document, LockRecord record)
        {
            if (record.Removed is not null || !byPath.TryGetValue(record.Path, out var owner) || owner == document) return false;
            return owner.Wanted.Id == document.Wanted.Id || (record.Written != document.Source.WrittenId && !HasNewId(owner, record));
        }

        public void ByPath(Func<Document, LockRecord, bool> isSame)
        {
            // Both are in order of path.
            var at = 0;
            foreach (var document in Open.ToArray())
            {
                LockRecord? last = null;
                for (; at < known.Records.Length; at++)
                {
                    var record = known.Records[at];
                    var order = string.CompareOrdinal(record.Path, document.Path);
                    if (order > 0) break;
                    if (order < 0 || claimed.Contains(record) || !isSame(document, record)) continue;
                    if (last is null || RemovedAt(record) > RemovedAt(last)) last = record;
                }

                if (last is not null) Claim(document, last);
            }

            static Instant RemovedAt(LockRecord record) => record.Removed ?? Instant.MaxValue;
        }

        /// <summary>Matches a moved document when only one document and only one record have its content.</summary>
        public void ByContent(
            Func<Document, string> ofDocument,
            Func<LockRecord, string> ofRecord,
            Func<Document, LockRecord, IReadOnlyDictionary<Document, LockRecord>, bool> isSure)
        {
            var unique = Open
                .Where(document => ofDocument(document).Length > 0)
                .GroupBy(ofDocument, StringComparer.Ordinal)
                .Where(group => group.Count() == 1)
                .Select(group => group.First())
                .ToArray();
            if (unique.Length == 0) return;
            var records = Unclaimed.ToLookup(ofRecord, StringComparer.Ordinal);
            var pairs = new Dictionary<Document, LockRecord>(ReferenceEqualityComparer.Instance);
            foreach (var document in unique)
            {
                if (Only(records[ofDocument(document)]) is not { } record) continue;
                if (!HasNewId(document, record) && !IsNextEvent(document, record)) pairs[document] = record;
            }

            // A pair that is dropped may have been the reason why another was sure.
            while (pairs.FirstOrDefault(pair => !isSure(pair.Key, pair.Value, pairs)) is { Key: not null } unsure) pairs.Remove(unsure.Key);
            foreach (var (document, record) in pairs) Claim(document, record);
        }

        /// <summary>Matches a document that was renamed and edited, by a long body that no other document has.</summary>
        public void ByBody()
        {
            if (!Open.Any(document => document.Source.HasLongBody)) return;
            var bodies = documents.ToLookup(document => document.Source.Body, StringComparer.Ordinal);
            var records = known.Records.Where(record => record.Body is not null).ToLookup(record => record.Body!, StringComparer.Ordinal);
            var unique = Open.Where(document => document.Source.HasLongBody && bodies[document.Source.Body].Count() == 1);
            foreach (var document in unique.ToArray())
            {
                if (Only(records[document.Source.Body]) is not { } record || claimed.Contains(record) || !IsFree(record)) continue;
                if (record.Kind != document.Kind || HasNewId(document, record) || IsNextEvent(document, record)) continue;
                if (document.Kind == DocumentKind.Post || HasSameTitleOrStart(document, record)) Claim(document, record);
            }
        }

        /// <summary>Matches a document with the removed document that had the same planned date.</summary>
        public void ByPlannedDate()
        {
            foreach (var document in Open.Where(document => document.Planned is not null).ToArray())
            {
                var planned = document.Planned!;
                if (found.FirstOrDefault(pair => pair.Key.Path == planned.Path).Value?.Uid is not { } seriesUid) continue;
                var record = Unclaimed.FirstOrDefault(record => record.Removed is not null && record.Uid == planned.Uid(seriesUid));
                if (record is not null) Claim(document, record);
            }
        }

        /// <summary>Whether the path of a record has no file, or has a file that was itself moved there.</summary>
        public bool IsFreeOrMoved(Document document, LockRecord record, IReadOnlyDictionary<Document, LockRecord> pairs)
        {
            if (IsFree(record)) return true;
            return byPath.TryGetValue(record.Path, out var current) && (pairs.ContainsKey(current) || found.ContainsKey(current));
        }

        /// <summary>Whether the path of a record has no file.</summary>
        public bool IsFree(LockRecord record) => !byPath.ContainsKey(record.Path) && !IsUnread(record.Path);

        private void Claim(Document document, LockRecord record)
        {
            found[document] = record;
            claimed.Add(record);
        }

        private LockRecord? FreeRecordWith(string written) =>
            Only(Unclaimed.Where(record => record.Written == written && IsFree(record)));

        private static LockRecord? Only(IEnumerable<LockRecord> candidates)
        {
            LockRecord[] all = [.. candidates];
            LockRecord[] live = [.. all.Where(record => record.Removed is null)];
            if (live.Length > 0) return live.Length == 1 ? live[0] : null;
            return all.Length == 1 ? all[0] : null;
        }

        private bool IsPathOfACopy(string path) => byPath.TryGetValue(path, out var document) && copies.Contains(document);

        private bool IsUnread(string path)
        {
            if (unread.Count == 0) return false;
            if (EntryPath.FileOf(path) is { } list && unread.Contains(list)) return true;
            // A folder that cannot be read hides all files below it.
            for (var part = path; part.Length > 0; part = part.LastIndexOf('/') is > 0 and var end ? part[..end] : "")
            {
                if (unread.Contains(part)) return true;
            }

            return false;
        }
    }
}
