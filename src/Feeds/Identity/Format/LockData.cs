using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Identity.Format;

/// <summary>What is remembered of all that was published: the content of <c>feeds.lock</c>.</summary>
/// <param name="Site">What is remembered of the site as a whole; null before anything was published.</param>
/// <param name="Records">In order of path, at each path those that are gone last; no two have one id, or one UID.</param>
internal sealed record LockData(SiteRecord? Site, ImmutableArray<LockRecord> Records)
{
    public static readonly LockData Empty = new(null, []);

    private static readonly Comparer<LockRecord> ByPlace = Comparer<LockRecord>.Create(Compare);

    /// <summary>A lock of records in any order.</summary>
    public static LockData Of(SiteRecord? site, IEnumerable<LockRecord> records) =>
        new(site, ImmutableArray.CreateRange(records).Sort(ByPlace));

    private static int Compare(LockRecord one, LockRecord other)
    {
        var order = string.CompareOrdinal(one.Path, other.Path);
        if (order == 0) order = (one.Gone is not null).CompareTo(other.Gone is not null);
        return order == 0 ? string.CompareOrdinal(one.Id, other.Id) : order;
    }

    /// <summary>What is remembered of the document that is, or was last, at a path; null when there was none.</summary>
    public LockRecord? At(string path)
    {
        var (first, end) = (0, Records.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (string.CompareOrdinal(Records[middle].Path, path) < 0) first = middle + 1;
            else end = middle;
        }

        return first < Records.Length && Records[first].Path == path ? Records[first] : null;
    }

    /// <summary>Whether both remember the same.</summary>
    public bool SameAs(LockData other) => Site == other.Site && Records.SequenceEqual(other.Records);

    /// <summary>Whether both name the same documents alike, at the same places.</summary>
    public bool NamesSameAs(LockData other) => Site == other.Site && Records.Length == other.Records.Length && Records.Zip(other.Records).All(pair => ReferenceEquals(pair.First, pair.Second) || pair.First.IsNamedAs(pair.Second));

    /// <summary>When a document last left a place that it had.</summary>
    public Instant Moved => MovedOf(Records);

    /// <summary>When an event did.</summary>
    public Instant EventsMoved => MovedOf(Records.Where(record => record.Uid is not null));

    private static Instant MovedOf(IEnumerable<LockRecord> records) => records.Select(record => record.Moved).OfType<Instant>().DefaultIfEmpty(Instant.MinValue).Max();
}

/// <summary>What is remembered of a site as a whole.</summary>
/// <param name="Origin">The public address that it had at first: what all of it is named by keeps that name.</param>
/// <param name="Url">The public address that it has now.</param>
/// <param name="Facts">A hash of what all of it shows.</param>
/// <param name="Changed">When that last changed.</param>
/// <param name="Reader">The version of the rules by which its files were read.</param>
internal sealed record SiteRecord(string Origin, string Url, string Facts, Instant Changed, int Reader);
