using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Model;

/// <summary>A page: a document that is in no feed and no calendar.</summary>
public sealed record ContentPage
{
    /// <summary>Relative to the content folder.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }
    public required Uri Link { get; init; }
    public required string PagePath { get; init; }

    /// <summary>The position in the navigation of the site; null for none.</summary>
    public int? Position { get; init; }

    /// <summary>Plain text.</summary>
    public string? Summary { get; init; }

    public Uri? Image { get; init; }

    /// <summary>The files of the site that its front matter names.</summary>
    public ImmutableArray<FileReference> Files { get; init; } = [];


    /// <summary>What its translations share: what its front matter says, else its path without language and extension.</summary>
    [AllowNull]
    public string TranslationKey { get => field ?? System.IO.Path.ChangeExtension(Path, null); init; }

    /// <summary>A BCP 47 tag; null for that of the site.</summary>
    public string? Language { get; init; }


    /// <summary>The update date of its file; null when it states none.</summary>
    public Instant? Revised { get; init; }

    /// <summary>When it is published; null for always.</summary>
    public Instant? Appears { get; init; }

    public Instant? Expires { get; init; }
    public required Source Source { get; init; }

    /// <summary>The address that its file asks for.</summary>
    public required WantedNames Wanted { get; init; }

    public required RenderedBody Body { get; init; }

    public bool IsPublishedAt(Instant now) => !(Appears > now) && !(Expires <= now);
}
