using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model.Dates;

/// <summary>A site as it is at one moment: posts dated later are not there yet, those that expired no longer.</summary>
public sealed class SiteSnapshot
{
    /// <summary>How many dates of an event are listed at once.</summary>
    private const int MaxOfEach = 6;

    private readonly Occurrences occurrences;
    private readonly FrozenDictionary<string, DocumentIdentity> identities;
    private readonly ILookup<string, int> yearsOfRecurring;

    public SiteSnapshot(Site whole, Instant now)
    {
        var site = Published(whole, now);
        Settings = site.Settings;
        Now = now;
        Posts = [.. site.Posts.Where(post => post.Published.ToInstant() <= now && !(post.Expires <= now))];
        Files = site.Files;
        History = site.History;
        Budget = site.Budget;
        identities = site.Identities;
        occurrences = new Occurrences(site, now);
        Events = [.. occurrences.InOrder(site.Events.Concat(occurrences.Planned))];
        ImmutableArray<RemovedDocument> gone =
        [
            .. (site.History?.Removed ?? [])
                .Concat(site.Posts.Select(post => RemovedDocument.Of(post, site.IdentityOf(post), now)).OfType<RemovedDocument>())
                .Concat(whole.Events.Select(@event => RemovedDocument.Of(@event, whole.IdentityOf(@event), Settings.Zone, now)).OfType<RemovedDocument>()),
        ];
        Removed = [.. gone.Where(document => document.Id is not null && document.FeedsUntil > now).OrderByDescending(document => document.When).ThenBy(document => document.Id, StringComparer.Ordinal)];
        var uids = gone.Length == 0 ? [] : Events.Select(@event => IdentityOf(@event).Uid).ToHashSet(StringComparer.Ordinal);
        CancelledEvents = [.. occurrences.InOrder(gone.Where(document => document.CalendarsUntil(Settings.Zone) > now).Select(document => document.Event).OfType<CancelledEvent>().Where(cancelled => !uids.Contains(cancelled.Identity.Uid)).Select(occurrences.Add))];
        CalendarEvents = CancelledEvents.IsEmpty ? Events : [.. occurrences.InOrder(Events.Concat(CancelledEvents))];
        Instant[] ofEvents = [.. whole.Events.Concat(whole.Plans.Select(plan => plan.Event))
            .SelectMany(@event => new[] { @event.Appears, @event.Expires }).OfType<Instant>()];
        LastTimedEventChange = Turn(gone.Select(document => document.CalendarsUntil(Settings.Zone))
            .Concat(occurrences.Changes).Concat(ofEvents), site.History?.EventsMoved);
        var told = gone.SelectMany(document => new[] { document.FeedsUntil, document.CalendarsUntil(Settings.Zone) });
        Plans = [.. site.Plans.Select(plan => plan.Event)];
        Dates = occurrences.Dates;
        yearsOfRecurring = Dates.Where(date => date.Occurrence is not null).Select(date => (date.Path, date.FirstDay.Year)).Distinct().ToLookup(date => date.Path, date => date.Year);
        AllDates = [.. occurrences.InOrder(occurrences.Dates.Concat(occurrences.Planned))];
        ImmutableArray<Event> coming = [.. AllDates.Where(date => date.EndsAt(Settings.Zone) > now)];
        Upcoming = FewOfEach(coming);
        Past = FewOfEach(occurrences.Dates.Where(date => date.EndsAt(Settings.Zone) <= now).Reverse());
        var appearing = site.Posts.Select(post => post.Published.ToInstant()).Concat(occurrences.Dates.Select(date => IdentityOf(date).Announced));
        var expiring = site.Posts.Select(post => post.Expires).OfType<Instant>().Concat(told).Concat(ofEvents);
        LastTimedChange = Turn(expiring.Concat(occurrences.Changes), site.History?.Moved);
        var updated = site.Posts.Select(IdentityOf).Where(identity => !identity.IsLocked).Select(identity => identity.Updated);
        var ending = coming.Select(date => date.EndsAt(Settings.Zone));
        Until = appearing.Concat(updated).Concat(expiring).Concat(ending).Concat(occurrences.Changes).Where(change => change > now).Select(change => (Instant?)change).Min();
    }

    public SiteSettings Settings { get; }

    public Instant Now { get; }

    /// <summary>The posts published so far, newest first.</summary>
    public ImmutableArray<Post> Posts { get; }

    /// <summary>All events, those that come back as one, and the planned dates of series, in order of start.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>The events that went not long ago: calendars tell that they do not take place.</summary>
    public ImmutableArray<Event> CancelledEvents { get; }

    /// <summary>All that calendars tell of, in order of start.</summary>
    public ImmutableArray<Event> CalendarEvents { get; }

    /// <summary>What left the feeds not long ago, the last first.</summary>
    public ImmutableArray<RemovedDocument> Removed { get; }

    /// <summary>The files of the site that plan its series.</summary>
    public ImmutableArray<Event> Plans { get; }

    /// <summary>The events that take place once, and each occurrence of the others up to a year ahead, in order of start.</summary>
    public ImmutableArray<Event> Dates { get; }

    /// <summary>The same with the planned dates of series.</summary>
    public ImmutableArray<Event> AllDates { get; }

    /// <summary>The files that a document may refer to, by path.</summary>
    public FrozenDictionary<string, SiteFile> Files { get; }

    /// <summary>What keeps all that is rendered from it.</summary>
    public CacheBudget Budget { get; }

    /// <summary>The dates that are not over, the next one first, and a few of an event that comes back.</summary>
    public ImmutableArray<Event> Upcoming { get; }

    /// <summary>The dates that are over, the last one first, and a few of an event that comes back.</summary>
    public ImmutableArray<Event> Past { get; }

    /// <summary>What is remembered of the site; null where no history is kept.</summary>
    public SiteHistory? History { get; }

    /// <summary>When a document last left a place that it had, or time alone last brought or took something, as far as is known.</summary>
    public Instant LastTimedChange { get; }

    /// <summary>Likewise of events alone.</summary>
    public Instant LastTimedEventChange { get; }

    /// <summary>When any document last changed, as far as is known.</summary>
    public Instant Newest => Posts.Select(ChangedOf).Concat(CalendarEvents.Select(@event => IdentityOf(@event).Changed)).DefaultIfEmpty(Instant.MinValue).Max();

    /// <summary>When what is listed last changed: with a document, or when an event was over.</summary>
    public Instant Listed => Past.Select(@event => @event.EndsAt(Settings.Zone)).Append(Newest).Max();

    /// <summary>When a post last changed: by what is remembered of it, and by its own dates.</summary>
    public Instant ChangedOf(Post post) => Instant.Max(IdentityOf(post).Changed, UpdatedOf(post).ToInstant());

    /// <summary>What a post is known by.</summary>
    public DocumentIdentity IdentityOf(Post post) => identities[post.Path];

    /// <summary>What an event, or a single date of one, is known by.</summary>
    public DocumentIdentity IdentityOf(Event @event) => occurrences.IdentityOf(@event);

    /// <summary>When a post was updated: one that its author dates ahead has not happened yet, but what the lock remembers was told once, and stays even where the clock was set back.</summary>
    public OffsetDateTime UpdatedOf(Post post)
    {
        var (identity, written) = (IdentityOf(post), post.Updated);
        if (!identity.IsLocked && identity.Updated > Now) return post.Published;
        if (identity.Updated == written.ToInstant()) return written;
        return identity.IsLocked ? identity.Updated.InZone(Settings.Zone).ToOffsetDateTime() : identity.Updated.WithOffset(written.Offset);
    }

    /// <summary>When the next scheduled post appears, one expires, or an event is announced, planned or over; null when nothing of that lies ahead.</summary>
    public Instant? Until { get; }

    /// <summary>The years in which an event takes place, in order: of one that comes back those up to a year ahead.</summary>
    public ImmutableArray<int> YearsOf(Event @event) =>
        @event.Recurrence is null ? [@event.FirstDay.Year] : [.. yearsOfRecurring[@event.Path].Order().DefaultIfEmpty(@event.FirstDay.Year)];

    // What is remembered may be a second ahead, where much happened in one.
    private Instant Turn(IEnumerable<Instant> moments, Instant? remembered) => moments.Where(moment => moment <= Now).Append(remembered ?? Instant.MinValue).Max();

    // A planned date is there until the event that takes its place is published.
    private static Site Published(Site site, Instant now)
    {
        ImmutableArray<Event> held = [.. site.Events.Where(@event => @event.Appears > now)];
        if (held.IsEmpty && site.Events.All(@event => @event.IsPublishedAt(now)) && site.Plans.All(plan => plan.Event.IsPublishedAt(now)))
            return site;
        return site with
        {
            Events = [.. site.Events.Where(@event => @event.IsPublishedAt(now))],
            Plans = [.. site.Plans.Where(plan => plan.Event.IsPublishedAt(now)).Select(plan => plan.Without(held))],
        };
    }

    private static ImmutableArray<Event> FewOfEach(IEnumerable<Event> dates)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. dates.Where(date => (counts[date.Path] = counts.GetValueOrDefault(date.Path) + 1) <= MaxOfEach)];
    }
}
