using System.Collections.Immutable;

namespace Feeds.Commands.Comparison;

/// <summary>What subscribers see of one post or event.</summary>
/// <param name="Id">The identifier by which their programs know it again: an entry's id, an item's guid, an event's UID.</param>
/// <param name="Facts">In the order in which they are told.</param>
internal sealed record PublishedItem(ItemKind Kind, string Id, ImmutableArray<Fact> Facts)
{
    /// <summary>That of the recurring event of which it is a single date; else its own.</summary>
    public string WholeId { get; init; } = Id;

    public string Title => Value(Fact.Title) ?? Id;

    public string? Value(string name) => Facts.FirstOrDefault(fact => fact.Name == name)?.Value;
}

/// <summary>Where an item is subscribed to.</summary>
internal enum ItemKind
{
    Post,
    Event,
}

/// <summary>One thing that is said of an item.</summary>
internal sealed record Fact(string Name, string Value)
{
    public const string Title = "title";
    public const string Address = "address";
    public const string Published = "date";
    public const string Start = "start";
    public const string End = "end";
    public const string Place = "place";
    public const string Status = "status";
    public const string Text = "text";
    public const string Summary = "summary";
    public const string Categories = "categories";
    public const string Authors = "authors";
    public const string Files = "files";
    public const string Recurrence = "recurrence";
}
