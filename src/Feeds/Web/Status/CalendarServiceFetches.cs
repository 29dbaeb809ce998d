using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Web.Status;

/// <summary>What the large calendar services last asked for: each path once, and of each service a few.</summary>
internal sealed class CalendarServiceFetches
{
    private const int MaxPathLength = 120;

    /// <summary>How many paths of one service are kept.</summary>
    public const int MaxPaths = 8;

    private readonly Lock gate = new();
    private ImmutableArray<ServiceFetch> fetches = [];

    /// <summary>Newest first.</summary>
    public ImmutableArray<ServiceFetch> Newest
    {
        get
        {
            lock (gate) return fetches;
        }
    }

    /// <summary>Takes note of one fetch; there are few, and the path may hold anything.</summary>
    public void Add(ServiceFetch fetch)
    {
        fetch = fetch with { Path = UserAgent.Shown(fetch.Path, MaxPathLength) };
        lock (gate)
        {
            var others = fetches.Where(known => known.Service == fetch.Service && known.Path != fetch.Path).Take(MaxPaths - 1);
            fetches = [.. others.Prepend(fetch).Concat(fetches.Where(known => known.Service != fetch.Service)).OrderByDescending(known => known.At)];
        }
    }
}
