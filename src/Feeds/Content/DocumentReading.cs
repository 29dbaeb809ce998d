using System.Collections.Immutable;
using Feeds.Content.Files;
using Feeds.Content.Kinds;
using Feeds.Content.Languages;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Sources;

namespace Feeds.Content;

/// <summary>The result of reading one file of the content.</summary>
internal sealed record DocumentReading(SourceFile File, DocumentOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics)
{
    private Fingerprints? fingerprints;

    public Post? Post { get; init; }

    public Event? Event { get; init; }

    public ContentPage? Page { get; init; }

    public bool IsPublished => Wanted is not null;

    public WantedNames? Wanted => Post?.Wanted ?? Event?.Wanted ?? Page?.Wanted;

    public Uri? Link => Post?.Link ?? Event?.Link ?? Page?.Link;

    /// <summary>Whether the file has errors or was recovered, so that its last good version stays published.</summary>
    public bool IsBroken { get; init; }

    public Placement? Placed { get; init; }

    /// <summary>The language that its name has beside the names of the other files; null when it was not asked for.</summary>
    public LocalizedPath? Name { get; init; }

    public bool UsesLock { get; init; }

    public bool IsPartOfAnEvent { get; init; }

    public KnownDocument? Known { get; init; }

    /// <summary>The events of a list, each as a file.</summary>
    public ImmutableArray<SourceFile> Entries { get; init; } = [];

    /// <summary>The feed of others in this file; null for any other file.</summary>
    public Planet? Planet { get; init; }

    public bool AssumesSiteZone { get; init; }

    public EventSign? OnlySign { get; init; }

    public bool LinksToDocuments => (Post?.Source ?? Event?.Source ?? Page?.Source) is { LinksToDocuments: true };

    /// <summary>Computed on first use, when the targets of its links are known.</summary>
    public Fingerprints FingerprintsIn(Site site)
    {
        // A recording may change without the file that names it.
        if (Post?.Recording?.File is not null) return Fingerprint.Of(Post, site);
        return fingerprints ??= Post is null ? Fingerprint.Of(Event!, site.Settings) : Fingerprint.Of(Post, site);
    }
}

/// <summary>The outcome of reading a file.</summary>
internal enum DocumentOutcome
{
    /// <summary>It should be published, but cannot be read.</summary>
    Unread,
    Post,
    Event,
    Hidden,

    /// <summary>It is neither a post nor an event.</summary>
    Page,

    /// <summary>It holds events, which are read like files.</summary>
    List,
}
