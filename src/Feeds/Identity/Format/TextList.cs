using System.Collections.Immutable;

namespace Feeds.Identity.Format;

/// <summary>Some texts in order; equal where the texts are.</summary>
internal readonly struct TextList(IEnumerable<string> texts) : IEquatable<TextList>
{
    private readonly ImmutableArray<string> items = [.. texts];

    public ImmutableArray<string> Items => items.IsDefault ? [] : items;

    public bool Equals(TextList other) => Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    public override bool Equals(object? obj) => obj is TextList other && Equals(other);

    public override int GetHashCode() =>
        Items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item.GetHashCode(StringComparison.Ordinal)));
}
