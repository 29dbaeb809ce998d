using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Sources;

/// <summary>Finds the events of sources that the site already shows.</summary>
internal sealed class SourceDoubles
{
    /// <summary>How many events at the same time are compared word by word, because a source may have thousands of them.</summary>
    private const int MaxNeighbours = 200;

    /// <summary>How many dates of an event that recurs are compared with single events.</summary>
    private const int MaxDates = 1000;

    /// <summary>How many events that recur under one title are compared with a single event.</summary>
    private const int MaxSeries = 50;

    private const string SameUid = "UID";
    private const string SameLink = "link";
    private const string SameTime = "start and title";

    private readonly Dictionary<string, List<EventSigns>> byUid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventSigns>> byLink = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventSigns>> byStart = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Start, string Title), List<EventSigns>> byStartAndTitle = [];
    private readonly List<EventSigns> ownRecurring = [];
    private readonly List<EventSigns> ownSingle = [];
    private readonly Dictionary<string, List<EventSigns>> recurringByTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventSigns>> singleByTitle = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> sharedLinks;

    private SourceDoubles(FrozenSet<string> sharedLinks) => this.sharedLinks = sharedLinks;

    /// <summary>The events, and dates of them, that are there already.</summary>
    /// <remarks>Those of the author come first, then the sources in their order.</remarks>
    public static FoundDoubles Of(ImmutableArray<Event> events, SiteSettings settings)
    {
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
        var found = ImmutableArray.CreateBuilder<EventDouble>();
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in all)
        {
            ImmutableArray<EventDouble> doubles = one.Event.Origin is null ? [] : search.Find(one);
            found.AddRange(doubles);
            if (!doubles.IsEmpty && IsNothingLeft(doubles)) hidden.Add(one.Event.Path);
            else search.Add(one);
        }

        return new FoundDoubles(found.ToImmutable(), hidden.ToFrozenSet(StringComparer.Ordinal)) { Among = events };
    }

    private static bool IsNothingLeft(ImmutableArray<EventDouble> doubles) =>
        doubles[0].Date is null || !AdjustedEvent.Without(doubles[0].Dropped, doubles).Event.OccurrencesFrom(LocalDate.MinIsoValue).Any();

    /// <summary>The event that shows it, or those that show dates of it.</summary>
    private ImmutableArray<EventDouble> Find(EventSigns one)
    {
        if (FindWhole(one) is var (known, sign))
        {
            var own = Linked(one).Where(other => MayShow(other, one));
            return [new EventDouble(known.Event, one.Event, sign) { Own = OwnOf(own) }];
        }

        return one.Recurs ? [.. FindDates(one)] : [];
    }

    private (EventSigns Known, string Sign)? FindWhole(EventSigns one)
    {
        if (one.Uid is { } uid && byUid.TryGetValue(uid, out var named)
            && named.Find(other => MayShow(other, one) && (IsOneDate(other, one) || other.Start == one.Start || other.HasSameTitle(one)))
                is { } sameUid)
            return (sameUid, SameUid);
        if (Linked(one).FirstOrDefault(other => MayShow(other, one)) is { } sameLink) return (sameLink, SameLink);
        var sameStart = byStartAndTitle.GetValueOrDefault((one.Start, one.Title), [])
            .Concat(byStart.GetValueOrDefault(one.Start, []).Take(MaxNeighbours))
            .FirstOrDefault(other => MayShow(other, one) && IsSame(other, one));
        var sameTime = sameStart ?? ownRecurring.Where(other => other.HasSameTitle(one))
            .Concat(one.Recurs ? [] : recurringByTitle.GetValueOrDefault(one.Title, []).Take(MaxSeries))
            .FirstOrDefault(other => other.DateAt(one) is { } date && IsSame(new EventSigns(date), one));
        return sameTime is null ? null : (sameTime, SameTime);
    }

    private static bool IsOneDate(EventSigns known, EventSigns one) => known.Recurs && !one.Recurs;

    /// <summary>Whether an event may show all dates of another: one that recurs shows a single one if it takes place then.</summary>
    private static bool MayShow(EventSigns known, EventSigns one) =>
        IsOneDate(known, one) ? known.DateAt(one) is not null : known.Recurs == one.Recurs;

    /// <summary>The dates of an event that recurs on which single events show it.</summary>
    private IEnumerable<EventDouble> FindDates(EventSigns one)
    {
        var (linked, sameUid) = (Linked(one), one.Uid is { } uid ? byUid.GetValueOrDefault(uid, []) : []);
        EventSigns[] single =
        [
            .. sameUid.Concat(linked).Where(other => !other.Recurs)
                .Concat(ownSingle.Where(other => other.HasSameTitle(one)))
                .Concat(singleByTitle.GetValueOrDefault(one.Title, [])),
        ];
        if (single.Length == 0) yield break;
        var byTime = single.ToLookup(other => other.Start, StringComparer.Ordinal);
        // A day may be another one in another zone.
        var (first, last) = (single.Min(other => other.Event.FirstDay).PlusDays(-1), single.Max(other => other.Event.FirstDay).PlusDays(1));
        foreach (var (start, occurrence) in one.DatesFrom(first).Take(MaxDates).TakeWhile(date => date.Occurrence.Date <= last))
        {
            if (!byTime.Contains(start)) continue;
            var date = one.Event.OccurrencesFrom(occurrence.Date).First(other => other.Occurrence == occurrence);
            var signs = new EventSigns(date);
            var found = byTime[start].Select(other => (Known: other, Sign: SignOf(other, signs, linked)))
                .FirstOrDefault(other => other.Sign is not null);
            if (found.Sign is not { } sign) continue;
            var own = linked.Where(other => !other.Recurs && other.Start == start);
            yield return new EventDouble(found.Known.Event, one.Event, sign) { Date = date, Own = OwnOf(own) };
        }
    }

    /// <summary>What two events at the same time have in common; null when they are others.</summary>
    private static string? SignOf(EventSigns known, EventSigns one, List<EventSigns> linked)
    {
        if (known.Uid is not null && known.Uid == one.Uid) return SameUid;
        if (linked.Contains(known)) return SameLink;
        return IsSame(known, one) ? SameTime : null;
    }

    /// <summary>The known events with the link of another.</summary>
    private List<EventSigns> Linked(EventSigns one) =>
        one.Link is { } link && !sharedLinks.Contains(link) ? byLink.GetValueOrDefault(link, []) : [];

    // One that was cancelled and announced again is there twice.
    private static bool IsSame(EventSigns known, EventSigns one) =>
        known.HasSameTitle(one) && known.HasSameVenue(one) && (known.Event.Origin is null || known.IsCancelled == one.IsCancelled);

    private static ImmutableArray<Event> OwnOf(IEnumerable<EventSigns> linked) =>
        [.. linked.Select(one => one.Event).Where(@event => @event.Origin is null)];

    private void Add(EventSigns one)
    {
        if (one.Uid is { } uid) ListAt(byUid, uid).Add(one);
        if (one.Link is { } link) ListAt(byLink, link).Add(one);
        ListAt(byStart, one.Start).Add(one);
        ListAt(byStartAndTitle, (one.Start, one.Title)).Add(one);
        if (one.Event.Origin is null) (one.Recurs ? ownRecurring : ownSingle).Add(one);
        else ListAt(one.Recurs ? recurringByTitle : singleByTitle, one.Title).Add(one);
    }

    private static List<EventSigns> ListAt<T>(Dictionary<T, List<EventSigns>> lists, T key)
        where T : notnull =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
