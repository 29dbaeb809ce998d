using Feeds.Identity.Format;

namespace Feeds.Identity;

/// <summary>Joins what was remembered in two places: nothing of either is lost, and no stamp falls.</summary>
internal static class Merge
{
    /// <summary>Of two locks.</summary>
    public static LockData Of(LockData one, LockData other)
    {
        if (one.Site is null || one.SameAs(other)) return other;
        if (other.Site is null) return one;
        var records = one.Records.ToDictionary(record => record.Id, StringComparer.Ordinal);
        foreach (var record in other.Records) records[record.Id] = records.TryGetValue(record.Id, out var same) ? Of(same, record) : record;
        return LockData.Of(Of(one.Site, other.Site), records.Values.GroupBy(record => record.Uid ?? record.Id, StringComparer.Ordinal).Select(Oldest));
    }

    /// <summary>Of those that have one UID, of which no calendar takes two, the one that had it first.</summary>
    private static LockRecord Oldest(IEnumerable<LockRecord> records) => records.OrderBy(record => record.First).ThenBy(record => record.Id, StringComparer.Ordinal).First();

    /// <summary>Of what two say of a site.</summary>
    public static SiteRecord Of(SiteRecord one, SiteRecord other) => (one.Changed >= other.Changed ? one : other) with { Origin = one.Origin.Length > 0 ? one.Origin : other.Origin };

    /// <summary>Of what two say of one document.</summary>
    public static LockRecord Of(LockRecord one, LockRecord other)
    {
        if (one == other) return one;
        var (older, newer) = IsOlder(one, other) ? (one, other) : (other, one);
        return newer with
        {
            Uid = newer.Uid ?? older.Uid,
            Schedule = newer.Schedule ?? older.Schedule,
            Earlier = Joined(older, newer),
            First = NodaTime.Instant.Min(one.First, other.First),
            Updated = Later(one.Updated, other.Updated),
            Moved = Later(one.Moved, other.Moved),
            Sequence = Math.Max(one.Sequence, other.Sequence),
        };
    }

    private static bool IsOlder(LockRecord one, LockRecord other) =>
        one.Changed != other.Changed ? one.Changed < other.Changed : string.CompareOrdinal($"{one.Facts} {one.Path}", $"{other.Facts} {other.Path}") < 0;

    private static TextList Joined(LockRecord older, LockRecord newer) =>
        new(older.Earlier.Items.Concat(older.Addresses).Concat(newer.Earlier.Items).Distinct(StringComparer.Ordinal).Except(newer.Addresses, StringComparer.Ordinal));

    private static NodaTime.Instant? Later(NodaTime.Instant? one, NodaTime.Instant? other) => one is null || other > one ? other : one;
}
