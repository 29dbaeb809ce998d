using Feeds.Identity.Format;
using Feeds.Model;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Assigns dates of update to documents, to each post one of its own.</summary>
internal sealed class UpdateDates(LockData known, Instant now)
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    // Feed readers that sort by 'updated' put posts of the same second in an arbitrary order.
    private readonly Lazy<HashSet<Instant>> usedUpdates = new(() => known.Records
        .Where(record => record.Removed is null)
        .Select(record => record.Updated)
        .OfType<Instant>()
        .ToHashSet());

    public Instant First(Document post) => NextUnused(Instant.Max(post.Announced, RevisedOf(post) ?? post.Announced));

    public Instant? Next(Document document, LockRecord record, bool isReread, bool isChanged, bool isMoved)
    {
        var isEvent = document.Kind == DocumentKind.Event;
        if (isReread) return record.Updated ?? (isEvent && !isMoved ? null : record.Changed);
        if (!isEvent) return NextOfPost(document, record, isChanged);
        return isChanged || isMoved ? null : record.Updated;
    }

    private Instant NextOfPost(Document document, LockRecord record, bool isChanged)
    {
        var before = record.Updated ?? record.Changed;
        if (RevisedOf(document) is { } revised) return revised > before ? NextUnused(revised) : before;
        if (!isChanged || document.Revised is not null) return before;
        return document.Announced > now ? NextUnused(Instant.Max(before, document.Announced)) : UnusedUntilNow(before);
    }

    // A date in the future is not yet an update.
    private Instant? RevisedOf(Document document) => document.Revised <= now ? document.Revised : null;

    private Instant NextUnused(Instant from)
    {
        while (!usedUpdates.Value.Add(from)) from += Second;
        return from;
    }

    // Documents that changed together share the seconds up to now, because no date may be in the future.
    private Instant UnusedUntilNow(Instant before)
    {
        for (var second = now; second > before; second -= Second)
        {
            if (usedUpdates.Value.Add(second)) return second;
        }

        return NextUnused(Instant.Max(now, before + Second));
    }
}
