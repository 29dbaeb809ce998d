using System.Collections.Immutable;

namespace Feeds.Commands.Comparison;

/// <summary>What becomes of one item for those who subscribed.</summary>
/// <param name="Details">What changed, each in a few words.</param>
internal sealed record Change(ChangeKind Kind, PublishedItem Item, ImmutableArray<string> Details)
{
    private const int MaxShown = 80;

    private static readonly ImmutableArray<string> MovingFacts = [Fact.Start, Fact.End, Fact.Place, Fact.Recurrence];

    /// <summary>What changes from one snapshot to the next, in order of kind.</summary>
    /// <param name="kept">The identifiers that the site still has although no feed need show them: a feed holds only the newest.</param>
    public static ImmutableArray<Change> Between(Snapshot before, Snapshot after, IReadOnlySet<string> kept)
    {
        var old = before.Items.ToDictionary(item => (item.Kind, item.Id));
        var now = after.Items.ToDictionary(item => (item.Kind, item.Id));
        var fresh = after.Items.Where(item => !old.ContainsKey((item.Kind, item.Id))).ToList();
        var changes = new List<Change>();
        foreach (var item in before.Items)
        {
            if (now.TryGetValue((item.Kind, item.Id), out var same)) changes.AddRange(Between(item, same));
            else if (after.Gone.Contains(item.Id, StringComparer.Ordinal)) changes.Add(new Change(ChangeKind.Gone, item, []));
            else if (now.ContainsKey((item.Kind, item.WholeId))) changes.Add(new Change(ChangeKind.Changed, item, ["as on the other dates again"]));
            else if (!kept.Contains(item.Id)) changes.Add(Lost(item, fresh));
        }

        changes.AddRange(fresh.Select(item => new Change(ChangeKind.New, item, item.Value(Fact.Address) is { } address ? [address] : [])));
        return [.. changes.OrderBy(change => change.Kind)];
    }

    public override string ToString()
    {
        var words = $"{Word(Kind),-9} {(Item.Kind == ItemKind.Post ? "post " : "event")} \"{Item.Title}\"";
        return Details.IsEmpty ? words : $"{words}: {string.Join("; ", Details)}";
    }

    private static IEnumerable<Change> Between(PublishedItem before, PublishedItem after)
    {
        var changed = after.Facts.Concat(before.Facts).Select(fact => fact.Name).Distinct(StringComparer.Ordinal).Where(name => before.Value(name) != after.Value(name)).ToList();
        if (changed.Count == 0) return [];
        var details = changed.Select(name => Detail(name, before.Value(name), after.Value(name)));
        return [new Change(KindOf(after, changed), after, [.. details])];
    }

    private static ChangeKind KindOf(PublishedItem after, List<string> changed)
    {
        if (changed.Contains(Fact.Status, StringComparer.Ordinal) && after.Value(Fact.Status) == "CANCELLED") return ChangeKind.Cancelled;
        var moving = after.Kind == ItemKind.Event ? MovingFacts : [Fact.Address];
        return changed.Exists(name => moving.Contains(name, StringComparer.Ordinal)) ? ChangeKind.Moved : ChangeKind.Changed;
    }

    // A long text is not told twice over.
    private static string Detail(string name, string? before, string? after)
    {
        var isLong = before?.Length > MaxShown || after?.Length > MaxShown || (before + after).Contains('\n', StringComparison.Ordinal);
        if (isLong || name is Fact.Text or Fact.Summary) return name;
        return before is null ? $"{name} {after}" : $"{name} {after ?? "left out"}, was {before}";
    }

    /// <summary>Readers and calendar programs take what comes back under another identifier for something new.</summary>
    private static Change Lost(PublishedItem item, List<PublishedItem> fresh)
    {
        var other = fresh.Find(candidate => candidate.Kind == item.Kind && IsLike(candidate, item));
        if (other is null) return new Change(ChangeKind.Lost, item, [$"nothing is said any more of {item.Id}"]);
        fresh.Remove(other);
        return new Change(ChangeKind.Lost, item, [$"its id was {item.Id} and would be {other.Id}, so subscribers would see it twice"]);
    }

    private static bool IsLike(PublishedItem one, PublishedItem other) =>
        (one.Value(Fact.Address) is { } address && address == other.Value(Fact.Address))
        || (one.Title == other.Title && (one.Value(Fact.Start) ?? one.Value(Fact.Published)) == (other.Value(Fact.Start) ?? other.Value(Fact.Published)));

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.New => "new",
        ChangeKind.Changed => "changed",
        ChangeKind.Moved => "moved",
        ChangeKind.Cancelled => "cancelled",
        ChangeKind.Gone => "gone",
        ChangeKind.Lost => "lost",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>What kind of change subscribers see, the gravest last.</summary>
internal enum ChangeKind
{
    New,
    Changed,
    Moved,
    Cancelled,

    /// <summary>Deleted, and said to be.</summary>
    Gone,

    /// <summary>Its identifier is no more, and nothing says why.</summary>
    Lost,
}
