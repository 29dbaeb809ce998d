using NodaTime;

namespace Feeds.Model;

/// <summary>The ids, dates and sequence of a document, which stay when its file moves.</summary>
/// <param name="Id">The IRI under which every feed names it.</param>
/// <param name="Uid">The identifier under which every calendar names it; null for a post.</param>
public sealed record DocumentIdentity(string Id, string? Uid = null)
{
    /// <summary>Whether it comes from the lock; else it follows from the file alone.</summary>
    public bool IsLocked { get; init; }

    /// <summary>When the lock first held it, or when it appeared, if that was later.</summary>
    public Instant? Locked { get; init; }

    /// <summary>When feeds announce it.</summary>
    public required Instant Announced { get; init; }

    /// <summary>When its published content last changed; the DTSTAMP of an event.</summary>
    public required Instant Changed { get; init; }

    /// <summary>The update date in feeds.</summary>
    public required Instant Updated { get; init; }

    /// <summary>How often its time, place or status changed (RFC 5546 §2.1.4).</summary>
    public int Sequence { get; init; }
}
