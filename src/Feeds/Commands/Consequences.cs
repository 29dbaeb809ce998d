using System.Collections.Immutable;
using Feeds.Identity;
using Feeds.Model;

namespace Feeds.Commands;

/// <summary>Describes what subscribers will see when the content is published.</summary>
internal static class Consequences
{
    private const int MaxNamed = 3;

    /// <summary>A line for each kind of change, such as <c>2 events leave the calendar ("A", "B")</c>.</summary>
    public static IEnumerable<string> Of(ImmutableArray<Change> changes) =>
        from change in changes
        group change by (change.Document, Kind: KindOf(change)) into same
        orderby same.Key.Kind, same.Key.Document
        select Describe(same.Key.Document, same.Key.Kind, [.. same.Select(change => $"\"{change.Title}\"")]);

    // A restored document is new to clients that have deleted it.
    private static ChangeKind KindOf(Change change) => change.Kind == ChangeKind.Restored ? ChangeKind.Added : change.Kind;

    private static string Describe(DocumentKind document, ChangeKind kind, string[] titles)
    {
        var isOne = titles.Length == 1;
        var what = (document == DocumentKind.Event ? "event" : "post") + (isOne ? "" : "s");
        var more = titles.Length > MaxNamed ? FormattableString.Invariant($" and {titles.Length - MaxNamed} more") : "";
        var named = string.Join(", ", titles.Take(MaxNamed)) + more;
        return FormattableString.Invariant($"{titles.Length} {what} {Verb(document, kind, isOne)} ({named})");
    }

    private static string Verb(DocumentKind document, ChangeKind kind, bool isOne) => (kind, document) switch
    {
        (ChangeKind.Removed, DocumentKind.Event) => isOne ? "leaves the calendar" : "leave the calendar",
        (ChangeKind.Removed, _) => isOne ? "leaves the feeds" : "leave the feeds",
        (ChangeKind.Moved, _) => isOne ? "has a different file or address" : "have a different file or address",
        (ChangeKind.Changed, _) => isOne ? "changes" : "change",
        _ => isOne ? "is new" : "are new",
    };
}
