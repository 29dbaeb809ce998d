using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Model;

/// <summary>A post: a document with a date of its own.</summary>
public sealed record Post
{
    /// <summary>Relative to the content folder.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }
    public required Uri Link { get; init; }

    /// <summary>Null when its page is elsewhere.</summary>
    public required string? PagePath { get; init; }

    public required OffsetDateTime Published { get; init; }

    /// <summary>The update date of its file; null when it states none.</summary>
    public OffsetDateTime? Revised { get; init; }

    /// <summary>The later of both dates of its file.</summary>
    public OffsetDateTime Updated => Revised is { } revised && revised.ToInstant() > Published.ToInstant() ? revised : Published;

    public Instant? Expires { get; init; }
    public bool IsFeatured { get; init; }
    public ImmutableArray<Person> Authors { get; init; } = [];
    public ImmutableArray<string> Categories { get; init; } = [];
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Its categories, then its tags, each once.</summary>
    public IEnumerable<string> Terms => Categories.Concat(Tags).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Plain text.</summary>
    public string? Summary { get; init; }

    public Uri? Image { get; init; }

    /// <summary>The files of the site that its front matter names.</summary>
    public ImmutableArray<FileReference> Files { get; init; } = [];

    public Recording? Recording { get; init; }

    /// <summary>Null when there is no recording.</summary>
    public Episode? Episode { get; init; }

    /// <summary>What its translations share: what its front matter says, else its path without language and extension.</summary>
    [AllowNull]
    public string TranslationKey { get => field ?? System.IO.Path.ChangeExtension(Path, null); init; }

    /// <summary>A BCP 47 tag; null for that of the site.</summary>
    public string? Language { get; init; }

    public Source Source { get; init; } = Source.Unknown;

    /// <summary>The addresses and id that its file asks for.</summary>
    public WantedNames Wanted { get; init; } = new(new Placement(Page: null, Calendar: null), NameDate: null, Id: null);

    /// <summary>The feed of others that it is of; null for a post of the site.</summary>
    public SourceFeed? Origin { get; init; }

    public required RenderedBody Body { get; init; }
}
