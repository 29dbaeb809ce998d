using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Identity.Format;

/// <summary>The content of <c>feeds.lock</c>.</summary>
/// <param name="Site">Null before anything was published.</param>
/// <param name="Records">In order of path, removed documents last at each path; no two have the same id or UID.</param>
internal sealed record LockData(SiteRecord? Site, ImmutableArray<LockRecord> Records)
{
    public static readonly LockData Empty = new(null, []);

    public static LockData Of(SiteRecord? site, IEnumerable<LockRecord> records) =>
        new(site, ImmutableArray.CreateRange(records).Sort(Compare));

    private static int Compare(LockRecord one, LockRecord other)
    {
        var order = string.CompareOrdinal(one.Path, other.Path);
        if (order == 0) order = (one.Removed is not null).CompareTo(other.Removed is not null);
        return order == 0 ? string.CompareOrdinal(one.Id, other.Id) : order;
    }

    /// <summary>The record of the document that is at a path, or was there last.</summary>
    public LockRecord? At(string path) => IndexOf(path) is { } index ? Records[index] : null;

    /// <summary>The index of the record of the document that is at a path, or was there last; null for none.</summary>
    public int? IndexOf(string path) =>
        FirstFrom(path) is var first && first < Records.Length && Records[first].Path == path ? first : null;

    /// <summary>The records whose path starts with a text.</summary>
    public IEnumerable<LockRecord> Below(string start) =>
        Records.Skip(FirstFrom(start)).TakeWhile(record => record.Path.StartsWith(start, StringComparison.Ordinal));

    private int FirstFrom(string path)
    {
        var (first, end) = (0, Records.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (string.CompareOrdinal(Records[middle].Path, path) < 0) first = middle + 1;
            else end = middle;
        }

        return first;
    }

    public bool SameAs(LockData other) => Site == other.Site && Records.SequenceEqual(other.Records);

    public bool NamesSameAs(LockData other) => Site == other.Site
        && Records.Length == other.Records.Length
        && Records.Zip(other.Records).All(pair => ReferenceEquals(pair.First, pair.Second) || pair.First.IsNamedAs(pair.Second));

    public Instant Moved => MovedOf(Records);

    public Instant EventsMoved => MovedOf(Records.Where(record => record.Uid is not null));

    private static Instant MovedOf(IEnumerable<LockRecord> records) =>
        records.Select(record => record.Moved).OfType<Instant>().DefaultIfEmpty(Instant.MinValue).Max();
}

/// <summary>The line of <c>feeds.lock</c> about the whole site.</summary>
/// <param name="Origin">The first public address, from which ids are made.</param>
/// <param name="Facts">A hash of the settings that subscribers see everywhere.</param>
/// <param name="Changed">When those settings last changed.</param>
/// <param name="ReaderVersion">The version of the rules by which the files were read.</param>
internal sealed record SiteRecord(string Origin, string Url, string Facts, Instant Changed, int ReaderVersion);
