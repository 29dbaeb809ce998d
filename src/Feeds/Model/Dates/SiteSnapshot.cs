using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model.Languages;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Model.Dates;

/// <summary>A site as it is at one moment: posts dated later are not there yet, those that expired no longer.</summary>
public sealed class SiteSnapshot
{
    private const int MaxOfEach = 6;

    private readonly Occurrences occurrences;
    private readonly IReadOnlyDictionary<string, DocumentIdentity> identities;
    private readonly ILookup<string, int> yearsOfRecurring;
    private readonly FrozenDictionary<string, ImmutableArray<Translation>> translations;

    public SiteSnapshot(Site whole, Instant now)
    {
        var site = Published(whole, now);
        Pages = [.. site.Pages.Where(page => page.IsPublishedAt(now))];
        Settings = NavigationOf(site, Pages);
        Now = now;
        Posts = [.. site.Posts.Where(post => site.IsPublished(post, now))];
        Files = site.Files;
        translations = site.Translations;
        History = site.History;
        Budget = site.Budget;
        Doubles = site.Doubles;
        Planet = site.Planet with { Posts = [.. site.Planet.Posts.Where(post => post.Published.ToInstant() <= now)] };
        identities = site.Identities;
        occurrences = new Occurrences(site, now);
        Events = [.. occurrences.InOrder(site.Events.Concat(occurrences.Planned))];
        ImmutableArray<RemovedDocument> removed =
        [
            .. (site.History?.Removed ?? [])
                .Concat(site.Posts.Select(post => RemovedDocument.Of(post, site.IdentityOf(post), now)).OfType<RemovedDocument>())
                .Concat(whole.Events.Select(@event => RemovedDocument.Of(@event, whole.IdentityOf(@event), Settings.Zone, now))
                    .OfType<RemovedDocument>()),
        ];
        Removed = [.. removed.Where(document => document.Id is not null && document.FeedsUntil > now)
            .OrderByDescending(document => document.When)
            .ThenBy(document => document.Id, StringComparer.Ordinal)];
        var uids = removed.Length == 0 ? [] : Events.Select(@event => IdentityOf(@event).Uid).ToHashSet(StringComparer.Ordinal);
        var cancelled = removed.Where(document => document.CalendarsUntil(Settings.Zone) > now)
            .Select(document => document.Event)
            .OfType<CancelledEvent>()
            .Where(one => !uids.Contains(one.Identity.Uid));
        CancelledEvents = [.. occurrences.InOrder(cancelled.Select(occurrences.Add))];
        CalendarEvents = CancelledEvents.IsEmpty ? Events : [.. occurrences.InOrder(Events.Concat(CancelledEvents))];
        Instant[] ofEvents = [.. whole.Events.Concat(whole.Plans.Select(plan => plan.Event))
            .SelectMany(@event => new[] { @event.Appears, @event.Expires }).OfType<Instant>()];
        Instant[] ofPages = [.. site.Pages.SelectMany(page => new[] { page.Appears, page.Expires }).OfType<Instant>()];
        LastTimedEventChange = LastChange(removed.Select(document => document.CalendarsUntil(Settings.Zone))
            .Concat(occurrences.Changes).Concat(ofEvents), site.History?.EventsMoved);
        var reportedUntil = removed.SelectMany(document => new[] { document.FeedsUntil, document.CalendarsUntil(Settings.Zone) });
        Plans = [.. site.Plans.Select(plan => plan.Event)];
        Dates = occurrences.Dates;
        yearsOfRecurring = Dates.Where(date => date.Occurrence is not null)
            .Select(date => (date.Path, date.FirstDay.Year))
            .Distinct()
            .ToLookup(date => date.Path, date => date.Year);
        AllDates = [.. occurrences.InOrder(occurrences.Dates.Concat(occurrences.Planned))];
        ImmutableArray<Event> upcoming = [.. AllDates.Where(date => date.EndsAt(Settings.Zone) > now)];
        Upcoming = FewOfEach(upcoming);
        Past = FewOfEach(occurrences.Dates.Where(date => date.EndsAt(Settings.Zone) <= now).Reverse());
        Newest = Posts.Select(ChangedOf).Concat(CalendarEvents.Select(@event => IdentityOf(@event).Changed))
            .DefaultIfEmpty(Instant.MinValue)
            .Max();
        Listed = Past.Select(@event => @event.EndsAt(Settings.Zone)).Append(Newest).Max();
        var appearing = site.Posts.Select(post => post.Published.ToInstant())
            .Concat(site.Planet.Posts.SelectMany(post => new[] { post.Published, post.Updated }).Select(date => date.ToInstant()))
            .Concat(occurrences.Dates.Select(date => IdentityOf(date).Announced));
        var expiring = site.Posts.Select(post => post.Expires).OfType<Instant>().Concat(reportedUntil).Concat(ofEvents).Concat(ofPages);
        LastTimedChange = LastChange(expiring.Concat(occurrences.Changes), site.History?.Moved);
        var updated = site.Posts.Select(IdentityOf).Where(identity => !identity.IsLocked).Select(identity => identity.Updated);
        var ending = upcoming.Select(date => date.EndsAt(Settings.Zone));
        Until = appearing.Concat(updated)
            .Concat(expiring)
            .Concat(ending)
            .Concat(occurrences.Changes)
            .Where(change => change > now)
            .Select(change => (Instant?)change)
            .Min();
    }

    public SiteSettings Settings { get; }
    public Instant Now { get; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<Post> Posts { get; }

    /// <summary>In order of path.</summary>
    public ImmutableArray<ContentPage> Pages { get; }

    /// <summary>Recurring events once, and the planned dates of series, in order of start.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>Removed events that calendars still show as cancelled.</summary>
    public ImmutableArray<Event> CancelledEvents { get; }

    /// <summary>In order of start.</summary>
    public ImmutableArray<Event> CalendarEvents { get; }

    /// <summary>The events of sources that others already show, in order of path.</summary>
    public ImmutableArray<DoubleEvent> Doubles { get; }

    /// <summary>The posts of others that are there already.</summary>
    public Planet Planet { get; }

    /// <summary>Documents that feeds still report as removed, the last first.</summary>
    public ImmutableArray<RemovedDocument> Removed { get; }

    public ImmutableArray<Event> Plans { get; }

    /// <summary>Single events, and occurrences up to a year ahead, in order of start.</summary>
    public ImmutableArray<Event> Dates { get; }

    /// <summary>The same with planned dates.</summary>
    public ImmutableArray<Event> AllDates { get; }

    public FrozenDictionary<string, SiteFile> Files { get; }
    public CacheBudget Budget { get; }

    /// <summary>The next first, and few of a recurring event.</summary>
    public ImmutableArray<Event> Upcoming { get; }

    /// <summary>The last first, and few of a recurring event.</summary>
    public ImmutableArray<Event> Past { get; }

    public bool HasPosts => !Posts.IsEmpty;

    public bool HasEvents => !Upcoming.IsEmpty || !Past.IsEmpty;

    /// <summary>A document in all its languages; none for one in a single language.</summary>
    /// <param name="path">The file of the document.</param>
    public ImmutableArray<Translation> TranslationsOf(string path) => translations.GetValueOrDefault(path, []);

    public SiteHistory? History { get; }

    /// <summary>When a document last moved or was removed, or something last appeared or disappeared by time alone.</summary>
    public Instant LastTimedChange { get; }

    /// <summary>The same for events only.</summary>
    public Instant LastTimedEventChange { get; }

    public Instant Newest { get; }

    /// <summary>When lists last changed: with a document, or when an event ended.</summary>
    public Instant Listed { get; }

    public Instant ChangedOf(Post post) => Instant.Max(IdentityOf(post).Changed, UpdatedOf(post).ToInstant());

    public DocumentIdentity IdentityOf(Post post) => identities[post.Path];

    /// <summary>Of an event, or of one of its occurrences.</summary>
    public DocumentIdentity IdentityOf(Event @event) => occurrences.IdentityOf(@event);

    /// <summary>The update date in feeds: an author's date in the future does not count yet, but a date in the lock is final.</summary>
    public OffsetDateTime UpdatedOf(Post post)
    {
        if (post.Origin is not null) return post.Updated.ToInstant() > Now ? post.Published : post.Updated;
        var (identity, written) = (IdentityOf(post), post.Updated);
        if (!identity.IsLocked && identity.Updated > Now) return post.Published;
        if (identity.Updated == written.ToInstant()) return written;
        return identity.IsLocked ? identity.Updated.InZone(Settings.Zone).ToOffsetDateTime() : identity.Updated.WithOffset(written.Offset);
    }

    /// <summary>When time alone next changes something; null when it never does.</summary>
    public Instant? Until { get; }

    /// <summary>The years of an event in order; of a recurring one, those up to a year ahead.</summary>
    public ImmutableArray<int> YearsOf(Event @event) =>
        @event.Recurrence is null ? [@event.FirstDay.Year] : [.. yearsOfRecurring[@event.Path].Order()
            .DefaultIfEmpty(@event.FirstDay.Year)];

    // The lock may be a second ahead, after two changes within one.
    private Instant LastChange(IEnumerable<Instant> moments, Instant? recorded) =>
        moments.Where(moment => moment <= Now).Append(recorded ?? Instant.MinValue).Max();

    // A page that is not there yet must not be in the navigation; mostly all are there, and the settings stay the same object.
    private static SiteSettings NavigationOf(Site site, ImmutableArray<ContentPage> pages)
    {
        if (pages.Length == site.Pages.Length) return site.Settings;
        var paths = pages.Select(page => page.PagePath).ToHashSet(StringComparer.Ordinal);
        return site.Settings with { Navigation = [.. site.Settings.Navigation.Where(link => paths.Contains(link.Path))] };
    }

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
