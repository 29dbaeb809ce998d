using Feeds.Identity.Format;
using Feeds.Model;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Reads the identity of a document from its record in the lock.</summary>
internal static class LockIdentity
{
    public static DocumentIdentity Of(Post post, LockRecord record) => new(record.Id)
    {
        IsLocked = true,
        Locked = record.Locked,
        Announced = post.Published.ToInstant(),
        Changed = record.Changed,
        Updated = record.Updated ?? record.Changed,
    };

    /// <param name="uid">Its UID without the lock.</param>
    public static DocumentIdentity Of(Event @event, LockRecord record, string? uid = null)
    {
        var appears = @event.Appears ?? Instant.MinValue;
        return new DocumentIdentity(record.Id, record.Uid ?? uid)
        {
            IsLocked = true,
            Locked = Instant.Max(record.Locked ?? record.First, appears),
            Announced = Instant.Max(@event.Dated == Event.Undated ? record.First : @event.Announced, appears),
            Changed = record.Changed,
            Updated = record.Updated ?? record.Changed,
            Sequence = record.Sequence,
        };
    }
}
