using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;

namespace Feeds.Identity;

/// <summary>Matches the entries of lists, whose paths change with their keys.</summary>
internal sealed partial record DocumentMatcher
{
    private sealed partial class Search
    {
        private readonly Lazy<HashSet<string>> lists = new(() =>
            documents.Select(document => EntryPath.FileOf(document.Path)).OfType<string>().ToHashSet(StringComparer.Ordinal));

        /// <summary>Whether an entry of a list with the link of a past one is another event.</summary>
        public bool IsNextEntry(Document document, LockRecord record) =>
            EntryPath.FileOf(document.Path) is not null && IsNextEvent(document, record) && document.Title != record.Title;

        /// <summary>Matches entries whose key changed, and those that have a file of their own now.</summary>
        public void ByEntry()
        {
            if (!Unclaimed.Any(IsFreeEntry)) return;
            ByEntrySign(SignsOf, record => EntryPath.KeyOf(record.Path), isSameList: false);
            ByEntrySign(document => [document.Title], record => record.Title, isSameList: true);
            ByEntrySign(document => DayOf(document.Schedule), record => DayOf(record.Schedule).FirstOrDefault(), isSameList: true);
            ByEntrySign(document => [document.Title], record => record.Title, isSameList: false);
        }

        /// <summary>Matches where only one document and only one record have a sign.</summary>
        private void ByEntrySign(Func<Document, IEnumerable<string>> ofDocument, Func<LockRecord, string?> ofRecord, bool isSameList)
        {
            var records = Unclaimed.Where(IsFreeEntry)
                .ToLookup(record => (isSameList ? EntryPath.FileOf(record.Path) ?? record.Path : "", ofRecord(record)));
            if (records.Count == 0) return;
            var unique = Open.Where(document => document.Kind == DocumentKind.Event)
                .SelectMany(document => ofDocument(document).Select(
                    sign => (Sign: (isSameList ? EntryPath.FileOf(document.Path) ?? document.Path : "", (string?)sign), document)))
                .GroupBy(pair => pair.Sign, pair => pair.document)
                .Where(group => group.Count() == 1);
            foreach (var group in unique.ToArray())
            {
                var document = group.First();
                if (found.ContainsKey(document) || Only(records[group.Key]) is not { } record || claimed.Contains(record)) continue;
                if (!HasNewId(document, record) && !IsNextEvent(document, record)) Claim(document, record);
            }
        }

        // A file of one event may have become a list with it.
        private bool IsFreeEntry(LockRecord record) =>
            record is { Kind: DocumentKind.Event, Removed: null } && IsFree(record)
            && (EntryPath.FileOf(record.Path) is not null || lists.Value.Contains(record.Path));

        private static IEnumerable<string> SignsOf(Document document)
        {
            if (document.Source.WrittenId is { } id) yield return EntryPath.KeyOfId(id);
            if (document.SignUp is { } link) yield return EntryPath.KeyOf(link);
        }

        private static IEnumerable<string> DayOf(Schedule? schedule) => schedule is null ? [] : [schedule.LocalStart[..10]];

        private static bool HasSameTitleOrStart(Document document, LockRecord record) =>
            document.Title == record.Title || document.Schedule?.LocalStart == record.Schedule?.LocalStart;

        // Organisers rename the file of the last event and leave its text.
        private bool IsNextEvent(Document document, LockRecord record) =>
            document.Schedule is { } schedule && record.Schedule is { } before
            && schedule.LocalStart != before.LocalStart && isPast(record);
    }
}
