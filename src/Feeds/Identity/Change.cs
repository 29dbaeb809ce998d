using Feeds.Identity.Format;
using Feeds.Model;

namespace Feeds.Identity;

/// <summary>How a document differs from its record in the lock.</summary>
internal enum ChangeKind
{
    Added,
    Changed,
    Moved,
    Removed,
    Restored,
}

/// <summary>A change of one document that subscribers see.</summary>
/// <param name="Before">The earlier file of a moved document, or its earlier page when only that has another address.</param>
internal sealed record Change(ChangeKind Kind, string Path, string? Before = null)
{
    public DocumentKind Document { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Null when subscribers see no difference.</summary>
    public static Change? Between(LockRecord before, LockRecord after)
    {
        if (KindOf(before, after) is not { } kind) return null;
        var address = before.Path == after.Path ? before.Addresses.FirstOrDefault() : before.Path;
        return new Change(kind, after.Path, kind == ChangeKind.Moved ? address : null) { Document = after.Kind, Title = after.Title };
    }

    private static ChangeKind? KindOf(LockRecord before, LockRecord after)
    {
        if (before.Removed is not null) return ChangeKind.Restored;
        if (before.Path != after.Path || before.Placement != after.Placement) return ChangeKind.Moved;
        return before.Changed != after.Changed || before.Updated != after.Updated ? ChangeKind.Changed : null;
    }

    public override string ToString()
    {
        var kind = Kind.ToString().ToLowerInvariant();
        return Before is null ? $"{kind} {Path}" : $"{kind} {Path} (was {Before})";
    }
}
