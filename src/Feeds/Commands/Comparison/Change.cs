using System.Collections.Immutable;

namespace Feeds.Commands.Comparison;

/// <summary>A change of one item that subscribers see.</summary>
internal sealed record Change(ChangeKind Kind, PublishedItem Item, ImmutableArray<string> Details)
{
    private const int MaxShown = 80;

    private static readonly ImmutableArray<string> MovingFacts = [Fact.Start, Fact.End, Fact.Place, Fact.Recurrence];

    /// <summary>The changes from one snapshot to the next, in order of kind.</summary>
    /// <param name="existing">The ids that the site still has, also of items that are too old for its feed.</param>
    public static ImmutableArray<Change> Between(Snapshot before, Snapshot after, IReadOnlySet<string> existing)
    {
        var old = before.Items.ToDictionary(item => (item.Kind, item.Id));
        var now = after.Items.ToDictionary(item => (item.Kind, item.Id));
        var fresh = after.Items.Where(item => !old.ContainsKey((item.Kind, item.Id))).ToList();
        var changes = new List<Change>();
        foreach (var item in before.Items)
        {
            if (now.TryGetValue((item.Kind, item.Id), out var same))
                changes.AddRange(Between(item, same));
            else if (after.Removed.Contains(item.Id, StringComparer.Ordinal))
                changes.Add(new Change(ChangeKind.Removed, item, []));
            else if (now.ContainsKey((item.Kind, item.SeriesId)))
                changes.Add(new Change(ChangeKind.Changed, item, ["as on the other dates again"]));
            else if (!existing.Contains(item.Id))
                changes.Add(Lost(item, fresh));
        }

        changes.AddRange(fresh.Select(New));
        return [.. changes.OrderBy(change => change.Kind)];
    }

    public override string ToString()
    {
        var words = $"{Kind.ToString().ToLowerInvariant(),-9} {(Item.Kind == ItemKind.Post ? "post " : "event")} \"{Item.Title}\"";
        return Details.IsEmpty ? words : $"{words}: {string.Join("; ", Details)}";
    }

    private static Change New(PublishedItem item) =>
        new(ChangeKind.New, item, item.Value(Fact.Address) is { } address ? [address] : []);

    private static IEnumerable<Change> Between(PublishedItem before, PublishedItem after)
    {
        var changed = after.Facts.Concat(before.Facts).Select(fact => fact.Name).Distinct(StringComparer.Ordinal)
            .Where(name => before.Value(name) != after.Value(name))
            .ToList();
        if (changed.Count == 0) return [];
        var details = changed.Select(name => Detail(name, before.Value(name), after.Value(name)));
        return [new Change(KindOf(after, changed), after, [.. details])];
    }

    private static ChangeKind KindOf(PublishedItem after, List<string> changed)
    {
        if (changed.Contains(Fact.Status, StringComparer.Ordinal) && after.Value(Fact.Status) == "CANCELLED")
            return ChangeKind.Cancelled;
        var moving = after.Kind == ItemKind.Event ? MovingFacts : [Fact.Address];
        return changed.Exists(name => moving.Contains(name, StringComparer.Ordinal)) ? ChangeKind.Moved : ChangeKind.Changed;
    }

    // The values of a long text are not shown.
    private static string Detail(string name, string? before, string? after)
    {
        var isLong = before?.Length > MaxShown || after?.Length > MaxShown || (before + after).Contains('\n', StringComparison.Ordinal);
        if (isLong || name is Fact.Text or Fact.Summary) return name;
        return before is null ? $"{name} {after}" : $"{name} {after ?? "left out"}, was {before}";
    }

    // Clients treat an item with a different id as a new one.
    private static Change Lost(PublishedItem item, List<PublishedItem> fresh)
    {
        var other = fresh.Find(candidate => candidate.Kind == item.Kind && IsLike(candidate, item));
        if (other is null) return new Change(ChangeKind.Lost, item, [$"{item.Id} is no longer published and not reported as removed"]);
        fresh.Remove(other);
        return new Change(ChangeKind.Lost, item, [$"its id was {item.Id} and would be {other.Id}, so subscribers would see it twice"]);
    }

    private static bool IsLike(PublishedItem one, PublishedItem other) =>
        (one.Value(Fact.Address) is { } address && address == other.Value(Fact.Address))
        || (one.Title == other.Title && DateOf(one) == DateOf(other));

    private static string? DateOf(PublishedItem item) => item.Value(Fact.Start) ?? item.Value(Fact.Published);
}

/// <summary>The kind of a change that subscribers see, by severity.</summary>
internal enum ChangeKind
{
    New,
    Changed,
    Moved,
    Cancelled,
    Removed,

    /// <summary>No longer published, and not reported as removed.</summary>
    Lost,
}
