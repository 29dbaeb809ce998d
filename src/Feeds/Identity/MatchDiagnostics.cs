using Feeds.Identity.Format;
using Feeds.Model;

namespace Feeds.Identity;

/// <summary>Says where it is not sure which document is which: nothing is guessed.</summary>
internal static class MatchDiagnostics
{
    /// <param name="past">Whether an event that is remembered took place already.</param>
    public static IEnumerable<Diagnostic> Of(DocumentMatcher matching, Func<LockRecord, bool> past)
    {
        var left = matching.Known.Where(pair => pair.Document.Source.Text != pair.Record.Text).ToLookup(pair => pair.Record.Text, pair => pair, StringComparer.Ordinal);
        var titles = matching.Known.Select(pair => pair.Record.Title).Concat(matching.New.Select(document => document.Title)).GroupBy(title => title, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        LockRecord[] missing = [.. matching.Missing.Where(record => record.Gone is null && !past(record))];
        foreach (var document in matching.New)
        {
            foreach (var (edited, record) in left[document.Source.Text])
            {
                yield return new Diagnostic(document.Path, 0, Severity.Warning, $"it holds what {edited.Path} held before, which goes on under its id. If it was moved here, write '{Cure(record)}' here and another in {edited.Path}");
            }

            if (missing.Where(record => record.Kind == document.Kind && Likeness(document, record, titles) > 0).MaxBy(record => Likeness(document, record, titles)) is not { } like) continue;
            yield return new Diagnostic(document.Path, 0, Severity.Warning, like.Path == document.Path ? NewId(like) : Doubt(document, like, Likeness(document, like, titles)));
        }
    }

    private static string Doubt(Document document, LockRecord record, int likeness) =>
        $"it may be {record.Path} under another name: that is gone, and has the same {likeness switch { 3 => "title", 2 => "slug", _ => "date" }}. If so, write '{Cure(record)}' here; else subscribers get it as new";

    private static string NewId(LockRecord record) => $"its identifier is another than before, so subscribers get it as new; write '{Cure(record)}' to keep the one it had";

    private static string Cure(LockRecord record) => record.Kind == DocumentKind.Event ? $"uid: {record.Uid}" : $"id: {record.Id}";

    /// <param name="titles">Those that several have: they say nothing.</param>
    private static int Likeness(Document document, LockRecord record, HashSet<string> titles)
    {
        if (record.Path == document.Path) return 4;
        if (document.Title == record.Title && !titles.Contains(record.Title)) return 3;
        if (Slug(document.Wanted.Placement.Page ?? document.Link) is { } slug && slug == Slug(record.Wanted ?? record.Address ?? record.Link)) return 2;
        // Posts of one day are many.
        return document.Schedule is { } schedule && schedule.Start == record.Schedule?.Start ? 1 : 0;
    }

    private static string? Slug(string? address) => address?.TrimEnd('/').Split('/')[^1];
}
