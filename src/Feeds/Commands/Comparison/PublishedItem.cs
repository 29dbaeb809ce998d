using System.Collections.Immutable;

namespace Feeds.Commands.Comparison;

/// <summary>A post or event as subscribers see it.</summary>
/// <param name="Id">The id of an entry, the guid of an item, or the UID of an event.</param>
/// <param name="Facts">In the order in which they are printed.</param>
internal sealed record PublishedItem(ItemKind Kind, string Id, ImmutableArray<Fact> Facts)
{
    /// <summary>The id of the recurring event of which it is an occurrence.</summary>
    public string SeriesId { get; init; } = Id;

    public string Title => Value(Fact.Title) ?? Id;

    public string? Value(string name) => Facts.FirstOrDefault(fact => fact.Name == name)?.Value;
}

/// <summary>Whether an item is in a feed or in a calendar.</summary>
internal enum ItemKind
{
    Post,
    Event,
}

/// <summary>A named value of an item.</summary>
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
