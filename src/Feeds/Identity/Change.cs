using Feeds.Identity.Format;
using Feeds.Model;

namespace Feeds.Identity;

/// <summary>What became of a document since it was last remembered.</summary>
internal enum ChangeKind
{
    Added,
    Changed,
    Moved,
    Gone,
    Back,
}

/// <summary>What became of one document.</summary>
/// <param name="Before">Where a document was that moved: its file, or its page when only that has another address.</param>
internal sealed record Change(ChangeKind Kind, string Path, string? Before = null)
{
    /// <summary>As what the document is published.</summary>
    public DocumentKind Document { get; init; }

    public string Title { get; init; } = "";

    /// <summary>What tells what is remembered now from what was; null when subscribers see no difference.</summary>
    public static Change? Between(LockRecord before, LockRecord after)
    {
        if (KindOf(before, after) is not { } kind) return null;
        var address = before.Path == after.Path ? before.Addresses.FirstOrDefault() : before.Path;
        return new Change(kind, after.Path, kind == ChangeKind.Moved ? address : null) { Document = after.Kind, Title = after.Title };
    }

    private static ChangeKind? KindOf(LockRecord before, LockRecord after)
    {
        if (before.Gone is not null) return ChangeKind.Back;
        if (before.Path != after.Path || before.Placement != after.Placement) return ChangeKind.Moved;
        return before.Changed != after.Changed || before.Updated != after.Updated ? ChangeKind.Changed : null;
    }

    public override string ToString() => Before is null ? $"{Word} {Path}" : $"{Word} {Path} (was {Before})";

    private string Word => Kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        ChangeKind.Moved => "moved",
        ChangeKind.Gone => "gone",
        ChangeKind.Back => "back",
        _ => throw new InvalidOperationException("A change is of one of these kinds."),
    };
}
