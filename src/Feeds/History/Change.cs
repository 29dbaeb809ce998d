namespace Feeds.History;

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
    /// <summary>What tells what is remembered now from what was; null when subscribers see no difference.</summary>
    public static Change? Between(LockRecord before, LockRecord after)
    {
        if (before.Gone is not null) return new Change(ChangeKind.Back, after.Path);
        if (before.Path != after.Path) return new Change(ChangeKind.Moved, after.Path, before.Path);
        if (!before.Addresses.SequenceEqual(after.Addresses, StringComparer.Ordinal)) return new Change(ChangeKind.Moved, after.Path, before.Addresses.FirstOrDefault());
        return before.Changed != after.Changed || before.Updated != after.Updated ? new Change(ChangeKind.Changed, after.Path) : null;
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
