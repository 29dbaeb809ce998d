using Feeds.Identity.Format;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Joins two locks without losing a record or lowering a date.</summary>
internal static class Merge
{
    public static LockData Of(LockData one, LockData other)
    {
        if (one.Site is null || one.SameAs(other)) return other;
        if (other.Site is null) return one;
        var records = one.Records.ToDictionary(record => record.Id, StringComparer.Ordinal);
        foreach (var record in other.Records)
            records[record.Id] = records.TryGetValue(record.Id, out var same) ? Of(same, record) : record;

        var byUid = records.Values.GroupBy(record => record.Uid ?? record.Id, StringComparer.Ordinal);
        return LockData.Of(Of(one.Site, other.Site), byUid.Select(Oldest));
    }

    // No calendar accepts two events with one UID.
    private static LockRecord Oldest(IEnumerable<LockRecord> records) =>
        records.OrderBy(record => record.First).ThenBy(record => record.Id, StringComparer.Ordinal).First();

    public static SiteRecord Of(SiteRecord one, SiteRecord other)
    {
        var newer = one.Changed >= other.Changed ? one : other;
        return newer with { Origin = one.Origin.Length > 0 ? one.Origin : other.Origin };
    }

    public static LockRecord Of(LockRecord one, LockRecord other)
    {
        if (one == other) return one;
        var (older, newer) = IsOlder(one, other) ? (one, other) : (other, one);
        return newer with
        {
            Uid = newer.Uid ?? older.Uid,
            Schedule = newer.Schedule ?? older.Schedule,
            Earlier = EarlierPaths(older, newer),
            First = Instant.Min(one.First, other.First),
            Updated = Later(one.Updated, other.Updated),
            Moved = Later(one.Moved, other.Moved),
            Sequence = Math.Max(one.Sequence, other.Sequence),
        };
    }

    private static bool IsOlder(LockRecord one, LockRecord other) => one.Changed == other.Changed
        ? string.CompareOrdinal($"{one.Facts} {one.Path}", $"{other.Facts} {other.Path}") < 0
        : one.Changed < other.Changed;

    private static TextList EarlierPaths(LockRecord older, LockRecord newer)
    {
        var all = older.Earlier.Items.Concat(older.Addresses).Concat(newer.Earlier.Items).Distinct(StringComparer.Ordinal);
        return new TextList(all.Except(newer.Addresses, StringComparer.Ordinal));
    }

    private static Instant? Later(Instant? one, Instant? other) => one is null || other > one ? other : one;
}
