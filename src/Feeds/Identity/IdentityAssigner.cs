using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>A site with the identities that the lock gives to its documents, and the lock after that.</summary>
/// <param name="Changes">In order of path.</param>
/// <param name="Diagnostics">In order of path.</param>
/// <param name="Read">The site under those names, before the lock was asked.</param>
internal sealed record IdentifiedSite(
    Site Site, NamePlan Names, LockData Lock, ImmutableArray<Change> Changes, ImmutableArray<Diagnostic> Diagnostics, Site Read);

/// <summary>Applies the lock to a site and updates the lock with the changes of the site.</summary>
internal sealed class IdentityAssigner
{
    private readonly ReadSite read;
    private readonly NamePlan names;
    private readonly LockData known;
    private readonly Instant now;
    private readonly ImmutableArray<Document> documents;
    private readonly DocumentMatcher matches;
    private readonly MissingEvents absent;

    private IdentityAssigner(ReadSite read, LockData known, Instant now)
    {
        (this.read, this.known, this.now) = (read, known, now);
        documents = Documents(read);
        matches = DocumentMatcher.Of(documents, known, read.Unread, IsPast);
        names = LockedNames.Of(documents, read.Site.Pages, matches, known, read.Names);
        if (!names.SameAs(read.Names))
        {
            this.read = read.Renamed(names);
            documents = Documents(this.read);
            matches = DocumentMatcher.Of(documents, known, read.Unread, IsPast);
        }

        absent = MissingEvents.Of(matches, documents, known, this.read, now);
    }

    private Site Site => read.Site;

    /// <summary>Applies the lock and records what changed.</summary>
    public static IdentifiedSite UpdateLock(ReadSite read, LockData known, Instant now)
    {
        var assigner = new IdentityAssigner(read, known, now);
        var (records, next, changes) = assigner.Next();
        return assigner.With(records, next, changes);
    }

    /// <summary>Applies the lock and records nothing, so that the dates are the same for every call.</summary>
    public static IdentifiedSite ApplyLock(ReadSite read, LockData known, Instant now)
    {
        if (known.Site is null) return new IdentifiedSite(read.Site, read.Names, known, [], [], read.Site);
        var assigner = new IdentityAssigner(read, known, now);
        var updater = assigner.NewUpdater();
        var records = assigner.matches.Known.ToDictionary(pair => pair.Document.Path, pair => pair.Record, StringComparer.Ordinal);
        foreach (var document in assigner.New()) records[document.Path] = updater.FirstRecord(WithPlannedId(document, records));
        return assigner.With(records, known, assigner.Next().Changes);
    }

    private (Dictionary<string, LockRecord> Records, LockData Lock, ImmutableArray<Change> Changes) Next()
    {
        var updater = NewUpdater();
        var isRehosted = known.Site is { Url.Length: > 0 } && known.Site.Url != Site.Settings.Url.AbsoluteUri;
        var records = new Dictionary<string, LockRecord>(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (document, record) in matches.Known)
        {
            var current = updater.Next(document, record);
            if (!ReferenceEquals(record, current) && Change.Between(record, current) is { } change) changes.Add(change);
            records[document.Path] = isRehosted ? updater.Rehosted(current) : current;
        }

        foreach (var document in New())
        {
            var identified = WithPlannedId(document, records);
            records[document.Path] = known.Site is null ? updater.FirstRecord(identified) : updater.Added(identified);
            changes.Add(new Change(ChangeKind.Added, document.Path) { Document = document.Kind, Title = document.Title });
        }

        var missing = matches.Missing.Where(record => record.Removed is null && !absent.IsKept(record)).ToArray();
        changes.AddRange(missing.Select(
            record => new Change(ChangeKind.Removed, record.Path) { Document = record.Kind, Title = record.Title }));
        var removed = missing.Select(record => updater.Removed(record, read.SourceAt(record.Path), Site.Settings));
        var replaced = matches.Known.Select(pair => pair.Record).Concat(missing).Concat(absent.Before)
            .ToHashSet<LockRecord>(ReferenceEqualityComparer.Instance);
        var unchanged = known.Records.Where(record => !replaced.Contains(record));
        var next = LockData.Of(updater.Of(Site.Settings), records.Values.Concat(removed).Concat(absent.Kept).Concat(unchanged));
        return (records, next, [.. changes.OrderBy(change => change.Path, StringComparer.Ordinal)]);
    }

    // A planned series comes first, because events may be identified by its dates.
    private IEnumerable<Document> New() => matches.New.OrderBy(document => document.Planned is not null);

    /// <summary>The document with the id of the planned date that it replaces, derived from the record of the series.</summary>
    private static Document WithPlannedId(Document document, Dictionary<string, LockRecord> records) =>
        document.Planned is { } planned && records.GetValueOrDefault(planned.Path) is { Uid: { } uid } series
            ? document with
            {
                Uid = planned.Uid(uid),
                Id = planned.Id(series.Id),
                Sequence = Math.Max(document.Sequence, series.Sequence),
            }
            : document;

    private bool IsPast(LockRecord record) =>
        record.Schedule is { } schedule && !ScheduleFormat.IsAhead(schedule, Site.Settings.Zone, now);

    private static ImmutableArray<Document> Documents(ReadSite read)
    {
        var site = read.Site;
        var posts = site.Posts.AsParallel().Select(post => Document.Of(post, site, read.FingerprintsAt(post.Path)));
        var events = site.Events.AsParallel()
            .Select(@event => Document.Of(@event, @event.CalendarPath, site, read.FingerprintsAt(@event.Path)));
        var plans = site.Plans.AsParallel()
            .Select(plan => Document.Of(plan.Event, calendar: null, site, read.FingerprintsAt(plan.Event.Path)));
        return [.. posts.Concat(events).Concat(plans).AsEnumerable().OrderBy(document => document.Path, StringComparer.Ordinal)];
    }

    private LockUpdater NewUpdater() => new(known, documents, LockUpdater.TimeOf(known, now));

    private IdentifiedSite With(Dictionary<string, LockRecord> records, LockData recorded, ImmutableArray<Change> changes)
    {
        var ofPosts = Site.Posts
            .Where(post => records.ContainsKey(post.Path))
            .Select(post => KeyValuePair.Create(post.Path, LockIdentity.Of(post, records[post.Path])));
        var ofEvents = Site.Events.Concat(Site.Plans.Select(plan => plan.Event))
            .Where(@event => records.ContainsKey(@event.Path))
            .Select(@event => KeyValuePair.Create(@event.Path, LockIdentity.Of(@event, records[@event.Path], Site.IdentityOf(@event).Uid)));
        var kept = absent.Kept.ToDictionary(record => record.Path, StringComparer.Ordinal);
        Event[] shown = [.. absent.Kept.Select(record => RemovedDocuments.Shown(record, Site.Settings)).OfType<Event>()];
        var ofKept = shown.Select(@event => KeyValuePair.Create(@event.Path, LockIdentity.Of(@event, kept[@event.Path])));
        var site = shown.Length == 0 ? Site : Site with { Events = [.. Site.Events, .. shown] };
        var origin = Origin(recorded.Site!);
        var settings = Site.Settings;
        var identified = site.With(ofPosts.Concat(ofEvents).Concat(ofKept).ToDictionary(StringComparer.Ordinal)) with
        {
            Settings = origin == settings.Origin ? settings : settings with { Origin = origin },
            History = RemovedDocuments.Of(recorded, Site, now),
        };
        ImmutableArray<Diagnostic> diagnostics =
            [.. MatchDiagnostics.Of(matches, IsPast).Concat(absent.Diagnostics).Order(Diagnostic.ByPlace)];
        return new IdentifiedSite(identified, names, recorded, changes, diagnostics, Site);
    }

    private Uri? Origin(SiteRecord record) =>
        record.Origin != Site.Settings.Url.AbsoluteUri && Uri.TryCreate(record.Origin, UriKind.Absolute, out var origin) ? origin : null;
}
