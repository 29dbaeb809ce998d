using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model.Languages;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Model.Dates;

/// <summary>A site as it is at one moment: posts dated later are not there yet, those that expired no longer.</summary>
public sealed class SiteSnapshot
{
    private readonly EventSnapshot events;
    private readonly IReadOnlyDictionary<string, DocumentIdentity> identities;
    private readonly FrozenDictionary<string, ImmutableArray<Translation>> translations;

    /// <param name="previous">Its events are kept as long as none of them is different.</param>
    public SiteSnapshot(Site site, Instant now, SiteSnapshot? previous = null)
    {
        Pages = [.. site.Pages.Where(page => page.IsPublishedAt(now))];
        Settings = NavigationOf(site, Pages);
        Now = now;
        Posts = [.. site.Posts.Where(post => site.IsPublished(post, now))];
        Files = site.Files;
        translations = site.Translations;
        History = site.History;
        Budget = site.Budget;
        Planet = site.Planet with { Posts = [.. site.Planet.Posts.Where(post => post.Published.ToInstant() <= now)] };
        identities = site.Identities;
        events = EventSnapshot.Of(site, now, previous?.events);
        ImmutableArray<RemovedDocument> removed =
        [
            .. (site.History?.Removed ?? [])
                .Concat(site.Posts.Select(post => RemovedDocument.Of(post, site.IdentityOf(post), now)).OfType<RemovedDocument>())
                .Concat(events.Expired),
        ];
        Removed = [.. removed.Where(document => document.Id is not null && document.FeedsUntil > now)
            .OrderByDescending(document => document.When)
            .ThenBy(document => document.Id, StringComparer.Ordinal)];
        Instant[] ofPages = [.. site.Pages.SelectMany(page => new[] { page.Appears, page.Expires }).OfType<Instant>()];
        LastTimedEventChange = LastChange(removed.Select(document => document.CalendarsUntil(Settings.Zone))
            .Concat(events.Changes).Concat(events.Limits), site.History?.EventsMoved);
        var reportedUntil = removed.SelectMany(document => new[] { document.FeedsUntil, document.CalendarsUntil(Settings.Zone) });
        Newest = Posts.Select(ChangedOf).Append(events.Newest).Max();
        Listed = Instant.Max(events.LastEnd, Newest);
        var appearing = site.Posts.Select(post => post.Published.ToInstant())
            .Concat(site.Planet.Posts.SelectMany(post => new[] { post.Published, post.Updated }).Select(date => date.ToInstant()));
        var expiring = site.Posts.Select(post => post.Expires).OfType<Instant>()
            .Concat(reportedUntil).Concat(events.Limits).Concat(ofPages);
        LastTimedChange = LastChange(expiring.Concat(events.Changes), site.History?.Moved);
        var updated = site.Posts.Select(IdentityOf).Where(identity => !identity.IsLocked).Select(identity => identity.Updated);
        Until = appearing.Concat(updated)
            .Concat(expiring)
            .Where(change => change > now)
            .Select(change => (Instant?)change)
            .Append(events.Until)
            .Min();
    }

    public SiteSettings Settings { get; }
    public Instant Now { get; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<Post> Posts { get; }

    /// <summary>In order of path.</summary>
    public ImmutableArray<ContentPage> Pages { get; }

    /// <summary>Recurring events once, and the planned dates of series, in order of start.</summary>
    public ImmutableArray<Event> Events => events.Events;

    /// <summary>Removed events that calendars still show as cancelled.</summary>
    public ImmutableArray<Event> CancelledEvents => events.CancelledEvents;

    /// <summary>In order of start.</summary>
    public ImmutableArray<Event> CalendarEvents => events.CalendarEvents;

    /// <summary>The events of sources that others already show, in order of path.</summary>
    public ImmutableArray<DoubleEvent> Doubles => events.Doubles;

    /// <summary>The posts of others that are there already.</summary>
    public Planet Planet { get; }

    /// <summary>Documents that feeds still report as removed, the last first.</summary>
    public ImmutableArray<RemovedDocument> Removed { get; }

    public ImmutableArray<Event> Plans => events.Plans;

    /// <summary>Single events, and occurrences up to a year ahead, in order of start.</summary>
    public ImmutableArray<Event> Dates => events.Dates;

    /// <summary>The same with planned dates.</summary>
    public ImmutableArray<Event> AllDates => events.AllDates;

    public FrozenDictionary<string, SiteFile> Files { get; }
    public CacheBudget Budget { get; }

    /// <summary>The next first, and few of a recurring event.</summary>
    public ImmutableArray<Event> Upcoming => events.Upcoming;

    /// <summary>The last first, and few of a recurring event.</summary>
    public ImmutableArray<Event> Past => events.Past;

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
    public DocumentIdentity IdentityOf(Event @event) => events.IdentityOf(@event);

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
    public ImmutableArray<int> YearsOf(Event @event) => events.YearsOf(@event);

    /// <summary>Whether nothing differs from another snapshot that depends on events, files and settings alone.</summary>
    public bool HasSameEvents(SiteSnapshot other) =>
        ReferenceEquals(events, other.events) && ReferenceEquals(Settings, other.Settings) && ReferenceEquals(Files, other.Files)
        && ReferenceEquals(translations, other.translations) && History?.EventsMoved == other.History?.EventsMoved;

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
}
