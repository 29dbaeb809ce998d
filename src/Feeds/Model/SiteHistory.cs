using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model;

/// <summary>What the lock records about a site as a whole.</summary>
/// <param name="SettingsChanged">When the title, address or other settings last changed.</param>
/// <param name="Moved">When a document was last removed, or got a different address, date or tag.</param>
/// <param name="EventsMoved">The same for events only.</param>
public sealed record SiteHistory(Instant SettingsChanged, Instant Moved, Instant EventsMoved)
{
    /// <summary>The documents that were removed recently, in order of path.</summary>
    public ImmutableArray<RemovedDocument> Removed { get; init; } = [];

    /// <summary>The removed events that had planned dates, by their UID.</summary>
    public FrozenDictionary<string, DocumentIdentity> RemovedPlannedDates { get; init; } = FrozenDictionary<string, DocumentIdentity>.Empty;

    /// <summary>Earlier paths of documents, each with its present path or address; null for a removed document.</summary>
    public FrozenDictionary<string, string?> FormerPaths { get; init; } = FrozenDictionary<string, string?>.Empty;
}

/// <summary>Whether a document is a post or an event.</summary>
public enum DocumentKind
{
    Post,
    Event,
}
