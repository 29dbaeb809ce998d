using System.Collections.Immutable;

namespace Feeds.Formats.Syndication.Reading;

/// <summary>A feed that somebody else wrote, as it says it.</summary>
/// <param name="Page">The page that it is of.</param>
/// <param name="Entries">In its order.</param>
internal sealed record FeedFile(string? Id, FeedFileText? Title, string? Page, string? Language, ImmutableArray<FeedFileEntry> Entries)
{
    public ImmutableArray<FeedFilePerson> Authors { get; init; } = [];

    /// <summary>Where it says that it is.</summary>
    public string? Address { get; init; }

    /// <summary>What had to be repaired before it could be read; null for nothing.</summary>
    public string? Repair { get; init; }
}

/// <summary>An entry of a feed that somebody else wrote.</summary>
/// <param name="Line">The line in the file on which it begins.</param>
internal sealed record FeedFileEntry(int Line)
{
    public string? Id { get; init; }

    public FeedFileText? Title { get; init; }

    public string? Link { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    public ImmutableArray<FeedFilePerson> Authors { get; init; } = [];

    public ImmutableArray<string> Categories { get; init; } = [];

    public FeedFileText? Summary { get; init; }

    public FeedFileText? Content { get; init; }

    public string? Image { get; init; }

    public string? Language { get; init; }

    public FeedFileEnclosure? Enclosure { get; init; }
}

/// <summary>A text of a feed.</summary>
/// <param name="Base">The address from which its relative addresses start (xml:base); null where none is stated.</param>
internal sealed record FeedFileText(string Value, FeedFileTextKind Kind, string? Base = null);

/// <summary>The ways in which a feed writes text.</summary>
internal enum FeedFileTextKind
{
    Plain,
    Html,

    /// <summary>RSS does not say which of both it is.</summary>
    Unstated,
}

/// <summary>Who wrote a feed or an entry.</summary>
internal sealed record FeedFilePerson(string Name, string? Page);

/// <summary>A recording that goes with an entry.</summary>
internal sealed record FeedFileEnclosure(string Address, string? MediaType, string? Length);
