using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>A site with the ids and stamps that it had before, and what is remembered of it from now on.</summary>
/// <param name="Changes">What became of documents since, in order of path.</param>
/// <param name="Diagnostics">In order of path.</param>
/// <param name="Names">The names that its documents have.</param>
internal sealed record IdentifiedSite(Site Site, NamePlan Names, LockData Lock, ImmutableArray<Change> Changes, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Brings a site and what is remembered of it together.</summary>
internal sealed class IdentityAssigner
{
    /// <summary>A stamp that lies further ahead than this comes from a clock that was wrong: it is not outrun.</summary>
    private static readonly Duration LongestLead = Duration.FromMinutes(1);

    private readonly ReadSite read;
    private readonly NamePlan names;
    private readonly LockData known;
    private readonly Instant now;
    private readonly ImmutableArray<Document> documents;
    private readonly DocumentMatcher matching;

    private IdentityAssigner(ReadSite read, LockData known, Instant now)
    {
        (this.read, this.known, this.now) = (read, known, now);
        documents = Documents(read);
        matching = DocumentMatcher.Of(documents, known, read.Unread, IsPast);
        names = LockedNames.Of(documents, matching, known, read.Names);
        if (names.SameAs(read.Names)) return;
        this.read = read.Renamed(names);
        documents = Documents(this.read);
        matching = DocumentMatcher.Of(documents, known, read.Unread, IsPast);
    }

    private Site Site => read.Site;

    private ImmutableArray<Diagnostic> Doubts => [.. MatchDiagnostics.Of(matching, IsPast).Order(Diagnostic.ByPlace)];

    /// <summary>Gives each document what is remembered of it, and remembers what changed.</summary>
    public static IdentifiedSite UpdateLock(ReadSite read, LockData known, Instant now)
    {
        var registrar = new IdentityAssigner(read, known, now);
        var (records, next, changes) = registrar.Next();
        return registrar.With(records, next, changes);
    }

    /// <summary>Gives each document what is remembered of it, and remembers nothing new: what changed keeps its stamps, whenever it is asked.</summary>
    public static IdentifiedSite ApplyLock(ReadSite read, LockData known, Instant now)
    {
        if (known.Site is null) return new IdentifiedSite(read.Site, read.Names, known, [], []);
        var registrar = new IdentityAssigner(read, known, now);
        var stamps = registrar.Stamps();
        var records = registrar.matching.Known.ToDictionary(pair => pair.Document.Path, pair => pair.Record, StringComparer.Ordinal);
        foreach (var document in registrar.New()) records[document.Path] = stamps.ByOwnDates(Named(document, records));
        return registrar.With(records, known, registrar.Next().Changes);
    }

    private (Dictionary<string, LockRecord> Records, LockData Lock, ImmutableArray<Change> Changes) Next()
    {
        var stamps = Stamps();
        var isRehosted = known.Site is { Url.Length: > 0 } && known.Site.Url != Site.Settings.Url.AbsoluteUri;
        var records = new Dictionary<string, LockRecord>(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (document, record) in matching.Known)
        {
            var current = stamps.Next(document, record);
            if (!ReferenceEquals(record, current) && Change.Between(record, current) is { } change) changes.Add(change);
            records[document.Path] = isRehosted ? stamps.Rehosted(current) : current;
        }

        foreach (var document in New())
        {
            var named = Named(document, records);
            records[document.Path] = known.Site is null ? stamps.ByOwnDates(named) : stamps.Added(named);
            changes.Add(new Change(ChangeKind.Added, document.Path) { Document = document.Kind, Title = document.Title });
        }

        var going = matching.Missing.Where(record => record.Gone is null).ToArray();
        changes.AddRange(going.Select(record => new Change(ChangeKind.Gone, record.Path) { Document = record.Kind, Title = record.Title }));
        var settled = matching.Known.Select(pair => pair.Record).Concat(going).ToHashSet<LockRecord>(ReferenceEqualityComparer.Instance);
        var kept = known.Records.Where(record => !settled.Contains(record));
        var next = LockData.Of(stamps.Of(Site.Settings), records.Values.Concat(going.Select(record => stamps.Removed(record, read.SourceAt(record.Path), Site.Settings.Zone))).Concat(kept));
        return (records, next, [.. changes.OrderBy(change => change.Path, StringComparer.Ordinal)]);
    }

    // The plans come first: others may be named by their dates.
    private IEnumerable<Document> New() => matching.New.OrderBy(document => document.Planned is not null);

    /// <summary>The name that a planned date has by what is remembered of its plan, for the event that takes its place.</summary>
    private static Document Named(Document document, Dictionary<string, LockRecord> records) =>
        document.Planned is { } planned && records.GetValueOrDefault(planned.Path) is { Uid: { } uid } plan
            ? document with { Uid = planned.Uid(uid), Id = planned.Id(plan.Id), Sequence = Math.Max(document.Sequence, plan.Sequence) }
            : document;

    /// <summary>Whether an event that is remembered took place.</summary>
    private bool IsPast(LockRecord record) => record.Schedule is { } schedule && !ScheduleFormat.IsAhead(schedule, Site.Settings.Zone, now);

    private static ImmutableArray<Document> Documents(ReadSite read)
    {
        var site = read.Site;
        return
        [
            .. site.Posts.AsParallel().Select(post => Document.Of(post, site, read.FingerprintsAt(post.Path)))
                .Concat(site.Events.AsParallel().Select(@event => Document.Of(@event, @event.CalendarPath, site, read.FingerprintsAt(@event.Path))))
                .Concat(site.Plans.AsParallel().Select(plan => Document.Of(plan.Event, calendar: null, site, read.FingerprintsAt(plan.Event.Path))))
                .AsEnumerable().OrderBy(document => document.Path, StringComparer.Ordinal),
        ];
    }

    private LockUpdater Stamps() => new(known, documents, Tick());

    /// <summary>The moment in whole seconds; a second later than the last change where both fall into one.</summary>
    private Instant Tick()
    {
        var second = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var last = known.Records.Select(record => record.Newest).Append(known.Site?.Changed ?? Instant.MinValue).Where(moment => moment <= second + LongestLead).DefaultIfEmpty(Instant.MinValue).Max();
        return Instant.Max(second, last + Duration.FromSeconds(1));
    }

    private IdentifiedSite With(Dictionary<string, LockRecord> records, LockData remembered, ImmutableArray<Change> changes)
    {
        var events = Site.Events.Concat(Site.Plans.Select(plan => plan.Event));
        var identities = Site.Posts.Where(post => records.ContainsKey(post.Path)).Select(post => KeyValuePair.Create(post.Path, IdentityOf(post, records[post.Path])))
            .Concat(events.Where(@event => records.ContainsKey(@event.Path)).Select(@event => KeyValuePair.Create(@event.Path, IdentityOf(@event, records[@event.Path]))))
            .ToFrozenDictionary(StringComparer.Ordinal);
        var identified = Site.With(identities) with
        {
            Settings = Origin(remembered.Site!) is var origin && origin == Site.Settings.Origin ? Site.Settings : Site.Settings with { Origin = origin },
            History = RemovedDocuments.Of(remembered, Site, now),
        };
        return new IdentifiedSite(identified, names, remembered, changes, Doubts);
    }

    private Uri? Origin(SiteRecord record) =>
        record.Origin != Site.Settings.Url.AbsoluteUri && Uri.TryCreate(record.Origin, UriKind.Absolute, out var origin) ? origin : null;

    private static DocumentIdentity IdentityOf(Post post, LockRecord record) => new(record.Id)
    {
        IsLocked = true,
        Locked = record.Locked,
        Announced = post.Published.ToInstant(),
        Changed = record.Changed,
        Updated = record.Updated ?? record.Changed,
    };

    private DocumentIdentity IdentityOf(Event @event, LockRecord record) => new(record.Id, record.Uid ?? Site.IdentityOf(@event).Uid)
    {
        IsLocked = true,
        Locked = Instant.Max(record.Locked ?? record.First, @event.Appears ?? Instant.MinValue),
        Announced = Instant.Max(@event.Dated == Event.Undated ? record.First : @event.Announced, @event.Appears ?? Instant.MinValue),
        Changed = record.Changed,
        Updated = record.Updated ?? record.Changed,
        Sequence = record.Sequence,
    };
}
