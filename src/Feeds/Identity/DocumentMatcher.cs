using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;

namespace Feeds.Identity;

/// <summary>Which document is which of those that were published before.</summary>
/// <param name="Known">What is remembered of each document.</param>
/// <param name="New">Those of which nothing is remembered.</param>
/// <param name="Missing">What is remembered of documents that are not there.</param>
internal sealed record DocumentMatcher(
    ImmutableArray<(Document Document, LockRecord Record)> Known,
    ImmutableArray<Document> New,
    ImmutableArray<LockRecord> Missing)
{
    /// <summary>Looks for each document in what is remembered, by the surest signs first.</summary>
    /// <param name="documents">In order of path.</param>
    /// <param name="unread">The files and folders that are there, but could not be read: what is remembered of them waits.</param>
    /// <param name="past">Whether an event that is remembered took place already.</param>
    public static DocumentMatcher Of(ImmutableArray<Document> documents, LockData known, FrozenSet<string> unread, Func<LockRecord, bool> past)
    {
        var search = new Search(documents, known, unread, past);
        search.ByWrittenId();
        search.ByPath((document, record) => document.Source.Text == record.Text);
        search.ByContent(document => document.Source.Text, record => record.Text, search.IsSettled);
        search.ByPath((document, record) => !HasNewId(document, record));
        search.ByContent(document => document.Hashes.Facts, record => record.Facts, (_, record, _) => search.IsLeft(record));
        search.ByBody();
        search.ByPlannedDate();
        return search.Result();
    }

    /// <summary>Whether its author gave a document another id than the remembered one.</summary>
    private static bool HasNewId(Document document, LockRecord record)
    {
        if (document.Source.WrittenId is not { } written || written == record.Written) return false;
        return document.Kind == DocumentKind.Event ? document.Uid != record.Uid : document.Id != record.Id;
    }

    /// <summary>One search, with what it has found so far.</summary>
    private sealed class Search(ImmutableArray<Document> documents, LockData known, FrozenSet<string> unread, Func<LockRecord, bool> past)
    {
        private readonly Dictionary<string, Document> byPath = documents.ToDictionary(document => document.Path, StringComparer.Ordinal);
        private readonly Dictionary<Document, LockRecord> found = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<LockRecord> claimed = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<Document> taken = new(ReferenceEqualityComparer.Instance);

        private IEnumerable<Document> Open => documents.Where(document => !found.ContainsKey(document) && !taken.Contains(document));

        private IEnumerable<LockRecord> Unclaimed => known.Records.Where(record => !claimed.Contains(record));

        public DocumentMatcher Result() => new(
            [.. documents.Where(found.ContainsKey).Select(document => (document, found[document]))],
            [.. Open],
            [.. Unclaimed.Where(record => !IsUnread(record.Path) && !(byPath.TryGetValue(record.Path, out var there) && taken.Contains(there)))]);

        public void ByWrittenId()
        {
            var writing = Open.Where(document => document.Source.WrittenId is not null).ToArray();
            if (writing.Length == 0) return;
            var named = known.Records.SelectMany(record => new[] { record.Id, record.Uid }.OfType<string>().Select(name => (name, record))).ToLookup(pair => pair.name, pair => pair.record, StringComparer.Ordinal);
            foreach (var document in writing)
            {
                var written = document.Source.WrittenId!;
                var candidates = new[] { document.Uid ?? document.Id, written }.SelectMany(name => named[name]);
                var record = candidates.Where(record => !claimed.Contains(record)).MinBy(record => record.Path != document.Path) ?? Left(written);
                if (record is null) continue;
                // Who copies a file copies its id.
                if (byPath.TryGetValue(record.Path, out var owner) && owner != document && record is { Gone: null } && (owner.Wanted.Id == document.Wanted.Id || (record.Written != written && !HasNewId(owner, record)))) taken.Add(document);
                else Claim(document, record);
            }
        }

        /// <summary>A document at the path where it was.</summary>
        public void ByPath(Func<Document, LockRecord, bool> isSame)
        {
            // Both are in order of path.
            var at = 0;
            foreach (var document in Open.ToArray())
            {
                LockRecord? last = null;
                for (; at < known.Records.Length && string.CompareOrdinal(known.Records[at].Path, document.Path) is var order and <= 0; at++)
                {
                    var record = known.Records[at];
                    if (order == 0 && !claimed.Contains(record) && isSame(document, record) && (last is null || WentOf(record) > WentOf(last))) last = record;
                }

                if (last is not null) Claim(document, last);
            }

            static NodaTime.Instant WentOf(LockRecord record) => record.Gone ?? NodaTime.Instant.MaxValue;
        }

        /// <summary>A document at another path, where one alone has a content, and one alone is remembered with it.</summary>
        public void ByContent(Func<Document, string> ofDocument, Func<LockRecord, string> ofRecord, Func<Document, LockRecord, IReadOnlyDictionary<Document, LockRecord>, bool> isSure)
        {
            var open = Open.Where(document => ofDocument(document).Length > 0).GroupBy(ofDocument, StringComparer.Ordinal).Where(group => group.Count() == 1).Select(group => group.First()).ToArray();
            if (open.Length == 0) return;
            var remembered = Unclaimed.ToLookup(ofRecord, StringComparer.Ordinal);
            var pairs = new Dictionary<Document, LockRecord>(ReferenceEqualityComparer.Instance);
            foreach (var document in open)
            {
                if (Only(remembered[ofDocument(document)]) is { } record && !HasNewId(document, record) && !IsNextEvent(document, record)) pairs[document] = record;
            }

            // One that is not sure may take away what made another sure.
            while (pairs.FirstOrDefault(pair => !isSure(pair.Key, pair.Value, pairs)) is { Key: not null } unsure) pairs.Remove(unsure.Key);
            foreach (var (document, record) in pairs) Claim(document, record);
        }

        /// <summary>A document that was renamed and edited at once: its body is long, and that of no other.</summary>
        public void ByBody()
        {
            if (!Open.Any(document => document.Source.HasLongBody)) return;
            var bodies = documents.ToLookup(document => document.Source.Body, StringComparer.Ordinal);
            var remembered = known.Records.Where(record => record.Body is not null).ToLookup(record => record.Body!, StringComparer.Ordinal);
            foreach (var document in Open.Where(document => document.Source.HasLongBody && bodies[document.Source.Body].Count() == 1).ToArray())
            {
                if (Only(remembered[document.Source.Body]) is not { } record || claimed.Contains(record) || !IsLeft(record)) continue;
                if (record.Kind == document.Kind && !HasNewId(document, record) && !IsNextEvent(document, record) && (document.Kind == DocumentKind.Post || IsLike(document, record))) Claim(document, record);
            }
        }

        /// <summary>Whether an event kept its title or its start.</summary>
        private static bool IsLike(Document document, LockRecord record) => document.Title == record.Title || document.Schedule?.LocalStart == record.Schedule?.LocalStart;

        /// <summary>Whether it is the event after another that took place: organisers rename the file of the last one and keep its text.</summary>
        private bool IsNextEvent(Document document, LockRecord record) =>
            document.Schedule is { } schedule && record.Schedule is { } before && schedule.LocalStart != before.LocalStart && past(record);

        /// <summary>A document that stands for the planned date for which one that is gone stood.</summary>
        public void ByPlannedDate()
        {
            foreach (var document in Open.Where(document => document.Planned is not null).ToArray())
            {
                var plan = found.FirstOrDefault(pair => pair.Key.Path == document.Planned!.Path).Value?.Uid;
                var record = plan is null ? null : Unclaimed.FirstOrDefault(record => record.Gone is not null && record.Uid == document.Planned!.Uid(plan));
                if (record is not null) Claim(document, record);
            }
        }

        /// <summary>Whether a record is free: no file stands at its path, or that is itself another that was moved there.</summary>
        public bool IsSettled(Document document, LockRecord record, IReadOnlyDictionary<Document, LockRecord> pairs) =>
            IsLeft(record) || (byPath.TryGetValue(record.Path, out var there) && (pairs.ContainsKey(there) || found.ContainsKey(there)));

        /// <summary>Whether no file stands where a document was.</summary>
        public bool IsLeft(LockRecord record) => !byPath.ContainsKey(record.Path) && !IsUnread(record.Path);

        private void Claim(Document document, LockRecord record)
        {
            found[document] = record;
            claimed.Add(record);
        }

        private LockRecord? Left(string written) => Only(Unclaimed.Where(record => record.Written == written && IsLeft(record)));

        private static LockRecord? Only(IEnumerable<LockRecord> candidates)
        {
            LockRecord[] all = [.. candidates];
            LockRecord[] live = [.. all.Where(record => record.Gone is null)];
            if (live.Length > 0) return live.Length == 1 ? live[0] : null;
            return all.Length == 1 ? all[0] : null;
        }

        private bool IsUnread(string path)
        {
            if (unread.Count == 0) return false;
            // A folder that cannot be looked into hides all that is below it.
            for (var part = path; part.Length > 0; part = part.LastIndexOf('/') is > 0 and var end ? part[..end] : "")
            {
                if (unread.Contains(part)) return true;
            }

            return false;
        }
    }
}
