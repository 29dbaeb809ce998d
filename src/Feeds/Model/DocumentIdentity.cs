using NodaTime;

namespace Feeds.Model;

/// <summary>What subscribers know a document by, and when it changed: it stays when the file moves.</summary>
/// <param name="Id">The IRI under which every feed names it.</param>
/// <param name="Uid">The identifier under which every calendar names it; null for a post.</param>
public sealed record DocumentIdentity(string Id, string? Uid = null)
{
    /// <summary>Whether the lock knows it; else all this follows from its file alone.</summary>
    public bool IsLocked { get; init; }

    /// <summary>When the lock first held it, or it appeared, if that was later; null where no lock says so.</summary>
    public Instant? Locked { get; init; }

    /// <summary>When feeds announce it.</summary>
    public required Instant Announced { get; init; }

    /// <summary>When what is published of it last changed, as far as is known: the stamp of an event.</summary>
    public required Instant Changed { get; init; }

    /// <summary>What feeds say of when it was updated.</summary>
    public required Instant Updated { get; init; }

    /// <summary>How often its time, place or status changed (RFC 5546 §2.1.4).</summary>
    public int Sequence { get; init; }
}
