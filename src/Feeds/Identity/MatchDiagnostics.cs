using Feeds.Identity.Format;
using Feeds.Model;

namespace Feeds.Identity;

/// <summary>Reports documents that cannot be matched with certainty.</summary>
internal static class MatchDiagnostics
{
    private const int SamePath = 4;
    private const int SameTitle = 3;
    private const int SameSlug = 2;
    private const int SameStart = 1;

    /// <param name="isPast">Whether the event of a record is over.</param>
    public static IEnumerable<Diagnostic> Of(DocumentMatcher matches, Func<LockRecord, bool> isPast)
    {
        var edited = matches.Known
            .Where(pair => pair.Document.Source.Text != pair.Record.Text)
            .ToLookup(pair => pair.Record.Text, StringComparer.Ordinal);
        var sharedTitles = matches.Known.Select(pair => pair.Record.Title)
            .Concat(matches.New.Select(document => document.Title))
            .CountBy(title => title, StringComparer.Ordinal)
            .Where(title => title.Value > 1)
            .Select(title => title.Key)
            .ToHashSet(StringComparer.Ordinal);
        LockRecord[] missing = [.. matches.Missing.Where(record => record.Removed is null && !isPast(record))];
        foreach (var document in matches.New)
        {
            foreach (var (other, record) in edited[document.Source.Text])
            {
                var problem = $"it has the earlier text of {other.Path}, which keeps its id.";
                yield return Warning(
                    document, $"{problem} If it was moved here, write '{Cure(record)}' here and another in {other.Path}");
            }

            var (best, likeness) = missing
                .Where(record => record.Kind == document.Kind)
                .Select(record => (record, Likeness(document, record, sharedTitles)))
                .DefaultIfEmpty()
                .MaxBy(pair => pair.Item2);
            if (likeness > 0) yield return Warning(document, likeness == SamePath ? NewId(best) : PossibleMove(best, likeness));
        }
    }

    private static Diagnostic Warning(Document document, string message) => new(document.Path, 0, Severity.Warning, message);

    private static string PossibleMove(LockRecord record, int likeness)
    {
        var same = likeness switch
        {
            SameTitle => "title",
            SameSlug => "slug",
            _ => "date",
        };
        return $"it may be {record.Path} under another name: that file was removed and has the same {same}. "
            + $"If so, write '{Cure(record)}' here; otherwise subscribers get it as new";
    }

    private static string NewId(LockRecord record) =>
        $"its identifier changed, so subscribers get it as new; write '{Cure(record)}' to keep the earlier one";

    private static string Cure(LockRecord record) => record.Kind == DocumentKind.Event ? $"uid: {record.Uid}" : $"id: {record.Id}";

    private static int Likeness(Document document, LockRecord record, HashSet<string> sharedTitles)
    {
        if (record.Path == document.Path) return SamePath;
        if (document.Title == record.Title && !sharedTitles.Contains(record.Title)) return SameTitle;
        var recordedAddress = record.Wanted ?? record.Address ?? record.Link;
        if (Slug(document.Wanted.Placement.Page ?? document.Link) is { } slug && slug == Slug(recordedAddress)) return SameSlug;
        // The day of a post says too little: many posts share one.
        return document.Schedule is { } schedule && schedule.Start == record.Schedule?.Start ? SameStart : 0;
    }

    private static string? Slug(string? address) => address?.TrimEnd('/').Split('/')[^1];
}
