using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Content.Sources;

/// <summary>Finds the events of sources that the site already shows.</summary>
internal sealed class SourceDoubles
{
    /// <summary>How many events at the same time are compared word by word, because a source may have thousands of them.</summary>
    private const int MaxNeighbours = 200;

    private readonly Dictionary<string, List<EventSigns>> byUid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventSigns> byLink = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventSigns>> byStart = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Start, string Title), List<EventSigns>> byStartAndTitle = [];
    private readonly List<EventSigns> recurring = [];
    private readonly FrozenSet<string> sharedLinks;

    private SourceDoubles(FrozenSet<string> sharedLinks) => this.sharedLinks = sharedLinks;

    /// <summary>The events that are there already, by their paths.</summary>
    /// <remarks>Those of the author come first, then the sources in their order.</remarks>
    public static FrozenDictionary<string, EventDouble> Of(IEnumerable<Event> events, SiteSettings settings)
    {
        if (settings.Sources.IsEmpty) return FrozenDictionary<string, EventDouble>.Empty;
        var order = settings.Sources.Index().ToDictionary(source => source.Item.Name, source => source.Index, StringComparer.Ordinal);
        EventSigns[] all =
        [
            .. events.Select(@event => new EventSigns(@event))
                .OrderBy(one => one.Event.Origin is { } origin ? order.GetValueOrDefault(origin.Source) : -1)
                .ThenBy(one => one.Event.Path, StringComparer.Ordinal),
        ];
        // A link of several events at different times is that of a group or a site.
        var shared = all.Where(one => one.Link is not null).GroupBy(one => (one.Owner, one.Link!))
            .Where(group => group.Select(one => one.Start).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(group => group.Key.Item2)
            .ToFrozenSet(StringComparer.Ordinal);
        var search = new SourceDoubles(shared);
        var found = new Dictionary<string, EventDouble>(StringComparer.Ordinal);
        foreach (var one in all)
        {
            if (one.Event.Origin is not null && search.Find(one) is { } same) found[one.Event.Path] = same with { Dropped = one.Event };
            else search.Add(one);
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private EventDouble? Find(EventSigns one)
    {
        if (one.Event.Origin!.Id is { } uid && byUid.TryGetValue(uid, out var named)
            && named.Find(other => other.Start == one.Start || other.HasSameTitle(one)) is { } sameUid)
            return new EventDouble(sameUid.Event, one.Event, "UID");
        if (one.Link is { } link && !sharedLinks.Contains(link) && byLink.TryGetValue(link, out var sameLink))
            return new EventDouble(sameLink.Event, one.Event, "link");
        var sameTime = byStartAndTitle.GetValueOrDefault((one.Start, one.Title), [])
            .Concat(byStart.GetValueOrDefault(one.Start, []).Take(MaxNeighbours))
            .Concat(recurring.Where(other => other.HasSameTitle(one) && other.RecursAt(one)))
            .FirstOrDefault(other => IsSame(other, one));
        return sameTime is null ? null : new EventDouble(sameTime.Event, one.Event, "start and title");
    }

    // One that was cancelled and announced again is there twice.
    private static bool IsSame(EventSigns known, EventSigns one) =>
        known.HasSameTitle(one) && known.HasSameVenue(one) && (known.Event.Origin is null || known.IsCancelled == one.IsCancelled)
        && (known.Event.Recurrence is not null || one.Event.Recurrence is null);

    private void Add(EventSigns one)
    {
        if ((one.Event.Origin is { } origin ? origin.Id : one.Event.Wanted.Id) is { } uid) ListAt(byUid, uid).Add(one);
        if (one.Link is { } link) byLink.TryAdd(link, one);
        ListAt(byStart, one.Start).Add(one);
        ListAt(byStartAndTitle, (one.Start, one.Title)).Add(one);
        if (one.Event is { Origin: null, Recurrence: not null }) recurring.Add(one);
    }

    private static List<EventSigns> ListAt<T>(Dictionary<T, List<EventSigns>> lists, T key)
        where T : notnull =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}

/// <summary>An event that another one already shows.</summary>
/// <param name="Sign">What both have in common.</param>
internal sealed record EventDouble(Event Kept, Event Dropped, string Sign);
