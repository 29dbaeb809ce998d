using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model;

/// <summary>A site as it is at one moment: posts dated later are not there yet, those that expired no longer.</summary>
public sealed class CurrentSite
{
    /// <summary>How many dates of an event are listed at once.</summary>
    private const int MaxOfEach = 6;

    private readonly ILookup<string, int> yearsOfRecurring;

    public CurrentSite(Site site, Instant now)
    {
        Settings = site.Settings;
        Now = now;
        Posts = [.. site.Posts.Where(post => post.Published.ToInstant() <= now && !(post.Expires <= now))];
        Files = site.Files;
        var agenda = new Agenda(site, now);
        Events = [.. agenda.InOrder(site.Events.Concat(agenda.Planned))];
        Plans = [.. site.Plans.Select(plan => plan.Event)];
        Dates = agenda.Dates;
        yearsOfRecurring = Dates.Where(date => date.Occurrence is not null).Select(date => (date.Path, date.FirstDay.Year)).Distinct().ToLookup(date => date.Path, date => date.Year);
        ImmutableArray<Event> coming = [.. agenda.InOrder(agenda.Dates.Concat(agenda.Planned).Where(date => date.EndsAt(Settings.Zone) > now))];
        Coming = FewOfEach(coming);
        Past = FewOfEach(agenda.Dates.Where(date => date.EndsAt(Settings.Zone) <= now).Reverse());
        var appearing = site.Posts.Select(post => post.Published.ToInstant()).Concat(agenda.Dates.Select(date => date.Announced));
        var expiring = site.Posts.Select(post => post.Expires).OfType<Instant>();
        var updated = site.Posts.Select(post => post.Updated.ToInstant());
        var ending = coming.Select(date => date.EndsAt(Settings.Zone));
        Until = appearing.Concat(updated).Concat(expiring).Concat(ending).Concat(agenda.Changes).Where(change => change > now).Select(change => (Instant?)change).Min();
    }

    public SiteSettings Settings { get; }

    public Instant Now { get; }

    /// <summary>The posts published so far, newest first.</summary>
    public ImmutableArray<Post> Posts { get; }

    /// <summary>All events, those that come back as one, and the planned dates of series, in order of start.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>The files of the site that plan its series.</summary>
    public ImmutableArray<Event> Plans { get; }

    /// <summary>The events that take place once, and each occurrence of the others up to a year ahead, in order of start.</summary>
    public ImmutableArray<Event> Dates { get; }

    /// <summary>The files that a document may refer to, by path.</summary>
    public FrozenDictionary<string, SiteFile> Files { get; }

    /// <summary>The dates that are not over, the next one first, and a few of an event that comes back.</summary>
    public ImmutableArray<Event> Coming { get; }

    /// <summary>The dates that are over, the last one first, and a few of an event that comes back.</summary>
    public ImmutableArray<Event> Past { get; }

    /// <summary>When the next scheduled post appears, one expires, or an event is announced, planned or over; null when nothing of that lies ahead.</summary>
    public Instant? Until { get; }

    /// <summary>The years in which an event takes place, in order: of one that comes back those up to a year ahead.</summary>
    public ImmutableArray<int> YearsOf(Event @event) =>
        @event.Recurrence is null ? [@event.FirstDay.Year] : [.. yearsOfRecurring[@event.Path].Order().DefaultIfEmpty(@event.FirstDay.Year)];

    private static ImmutableArray<Event> FewOfEach(IEnumerable<Event> dates)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. dates.Where(date => (counts[date.Path] = counts.GetValueOrDefault(date.Path) + 1) <= MaxOfEach)];
    }
}
