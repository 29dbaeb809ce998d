using System.Collections.Immutable;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Model;

/// <summary>A post: a document with a date of its own.</summary>
public sealed record Post
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it is read.</summary>
    public required Uri Link { get; init; }

    /// <summary>The path of its page on this server; null when its page is elsewhere.</summary>
    public required string? PagePath { get; init; }

    public required OffsetDateTime Published { get; init; }

    /// <summary>What its author says of when it was updated; null when nothing is said.</summary>
    public OffsetDateTime? Revised { get; init; }

    /// <summary>When it was last updated, as far as its file says so.</summary>
    public OffsetDateTime Updated => Revised is { } revised && revised.ToInstant() > Published.ToInstant() ? revised : Published;

    /// <summary>When it is withdrawn; null when it stays.</summary>
    public Instant? Expires { get; init; }

    /// <summary>Whether its author sets it apart from the others.</summary>
    public bool IsFeatured { get; init; }

    public ImmutableArray<Person> Authors { get; init; } = [];

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What it is about: its categories, then its tags, each once.</summary>
    public IEnumerable<string> Terms => Categories.Concat(Tags).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The author's own summary, as plain text.</summary>
    public string? Summary { get; init; }

    public Uri? Image { get; init; }

    /// <summary>The files of the site that the front matter refers to.</summary>
    public ImmutableArray<FileReference> Files { get; init; } = [];

    public Recording? Recording { get; init; }

    /// <summary>What directories of podcasts are told of the recording; null when there is none.</summary>
    public Episode? Episode { get; init; }

    public string? Language { get; init; }

    public Source Source { get; init; } = Source.Unknown;

    /// <summary>The names that its file asks for; where they are those of another, it has others.</summary>
    public WantedNames Wanted { get; init; } = new(new Placement(Page: null, Calendar: null), NameDate: null, Id: null);

    public required RenderedBody Body { get; init; }
}
