using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>A site with the ids and stamps that it had before, and what is remembered of it from now on.</summary>
/// <param name="Changes">What became of documents since, in order of path.</param>
/// <param name="Diagnostics">In order of path.</param>
/// <param name="Memo">What was found out about its documents, for the next time.</param>
/// <param name="Names">The names that its documents have.</param>
internal sealed record IdentifiedSite(Site Site, NamePlan Names, LockData Lock, ImmutableArray<Change> Changes, ImmutableArray<Diagnostic> Diagnostics, DocumentMemo Memo);

/// <summary>Brings a site and what is remembered of it together.</summary>
internal sealed class IdentityAssigner
{
    /// <summary>A stamp that lies further ahead than this comes from a clock that was wrong: it is not outrun.</summary>
    private static readonly Duration LongestLead = Duration.FromMinutes(1);

    private readonly ReadSite read;
    private readonly Site site;
    private readonly NamePlan names;
    private readonly LockData known;
    private readonly Instant now;
    private readonly DocumentMemo memo;
    private readonly ImmutableArray<Document> documents;
    private readonly DocumentMatcher matching;

    private IdentityAssigner(ReadSite read, LockData known, Instant now, DocumentMemo memo)
    {
        (this.read, this.known, this.now, this.memo) = (read, known, now, memo);
        site = read.Site;
        documents = Documents(site, []);
        matching = DocumentMatcher.Of(documents, known, read.Unread, IsPast);
        names = LockedNames.Of(documents, matching, known, read.Names);
        if (names.SameAs(read.Names)) return;
        site = read.Renamed(names);
        documents = Documents(site, documents);
        matching = DocumentMatcher.Of(documents, known, read.Unread, IsPast);
    }

    private ImmutableArray<Diagnostic> Doubts => [.. MatchDiagnostics.Of(matching, IsPast).Order(Diagnostic.ByPlace)];

    /// <summary>Gives each document what is remembered of it, and remembers what changed.</summary>
    /// <param name="memo">What was found out the last time.</param>
    public static IdentifiedSite UpdateLock(ReadSite read, LockData known, Instant now, DocumentMemo memo)
    {
        var registrar = new IdentityAssigner(read, known, now, memo);
        var (records, next, changes) = registrar.Next();
        return registrar.With(records, next, changes);
    }

    /// <summary>Gives each document what is remembered of it, and remembers nothing new: what changed keeps its stamps, whenever it is asked.</summary>
    public static IdentifiedSite ApplyLock(ReadSite read, LockData known, Instant now, DocumentMemo memo)
    {
        if (known.Site is null) return new IdentifiedSite(read.Site, read.Names, known, [], [], memo);
        var registrar = new IdentityAssigner(read, known, now, memo);
        var stamps = registrar.Stamps();
        var records = registrar.matching.Known.ToDictionary(pair => pair.Document.Path, pair => pair.Record, StringComparer.Ordinal);
        foreach (var document in registrar.New()) records[document.Path] = stamps.ByOwnDates(Named(document, records));
        return registrar.With(records, known, registrar.Next().Changes);
    }

    private (Dictionary<string, LockRecord> Records, LockData Lock, ImmutableArray<Change> Changes) Next()
    {
        var stamps = Stamps();
        var isRehosted = known.Site is { Url.Length: > 0 } && known.Site.Url != site.Settings.Url.AbsoluteUri;
        var records = new Dictionary<string, LockRecord>(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (document, record) in matching.Known)
        {
            var current = memo.IsSettled(document, record) ? stamps.Later(document, record) : stamps.Next(document, record);
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
        var next = LockData.Of(stamps.Of(site.Settings), records.Values.Concat(going.Select(record => stamps.Removed(record, read.SourceAt(record.Path), site.Settings.Zone))).Concat(kept));
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
    private bool IsPast(LockRecord record) => record.Schedule is { } schedule && !ScheduleFormat.IsAhead(schedule, read.Site.Settings.Zone, now);

    /// <param name="before">Those of the site under other names: what is not named otherwise is the same.</param>
    private ImmutableArray<Document> Documents(Site of, ImmutableArray<Document> before)
    {
        var same = before.ToDictionary(document => document.Path, StringComparer.Ordinal);
        return
        [
            .. of.Posts.AsParallel().Select(post => Same(post.Path, post.PagePath, null, post.Id) ?? memo.DocumentOf(post, of))
                .Concat(of.Events.AsParallel().Select(@event => Same(@event.Path, @event.PagePath, @event.CalendarPath, @event.Uid) ?? memo.DocumentOf(@event, @event.CalendarPath, of.Settings)))
                .Concat(of.Plans.AsParallel().Select(plan => Same(plan.Event.Path, plan.Event.PagePath, null, plan.Event.Uid) ?? memo.DocumentOf(plan.Event, calendar: null, of.Settings)))
                .AsEnumerable().OrderBy(document => document.Path, StringComparer.Ordinal),
        ];

        Document? Same(string path, string? page, string? calendar, string id) =>
            same.GetValueOrDefault(path) is { } known && known.Address == page && known.Calendar == calendar && (known.Uid ?? known.Id) == id && !known.Source.LinksToDocuments ? known : null;
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
        var byPath = documents.ToDictionary(document => document.Path, StringComparer.Ordinal);
        var remarks = new List<(RenderedBody, Remark)>(documents.Length);
        var told = Site.Of(
            Origin(remembered.Site!) is var origin && origin == site.Settings.Origin ? site.Settings : site.Settings with { Origin = origin },
            site.Posts.Where(post => records.ContainsKey(post.Path)).Select(post => Given(post, post.Path, post.Body, record => With(post, record))).ToArray(),
            site.Events.Where(@event => records.ContainsKey(@event.Path)).Select(@event => Given(@event, @event.Path, @event.Body, record => With(@event, record))).ToArray(),
            site.Plans.Where(plan => records.ContainsKey(plan.Event.Path)).Select(plan => plan with { Event = Given(plan.Event, plan.Event.Path, plan.Event.Body, record => With(plan.Event, record)) }).ToArray(),
            site.Files) with
        {
            History = RemovedDocuments.Of(remembered, site, now),
            Budget = site.Budget,
        };
        return new IdentifiedSite(told, names, remembered, changes, Doubts, DocumentMemo.Of(remarks));

        T Given<T>(T document, string path, RenderedBody body, Func<LockRecord, T> make)
            where T : class
        {
            var record = records[path];
            var given = memo.Given(document, body, record, () => make(record));
            remarks.Add((body, new Remark(document, byPath[path], record, given)));
            return given;
        }
    }

    private Uri? Origin(SiteRecord record) =>
        record.Origin != site.Settings.Url.AbsoluteUri && Uri.TryCreate(record.Origin, UriKind.Absolute, out var origin) ? origin : null;

    private Post With(Post post, LockRecord record)
    {
        var updated = record.Updated ?? record.Changed;
        return post with { Id = record.Id, Changed = record.Changed, Updated = updated == post.Updated.ToInstant() ? post.Updated : updated.InZone(site.Settings.Zone).ToOffsetDateTime() };
    }

    private static Event With(Event @event, LockRecord record) => @event with
    {
        Id = record.Id,
        Uid = record.Uid ?? @event.Uid,
        Stamp = record.Changed,
        Updated = record.Updated,
        Locked = Instant.Max(record.Locked ?? record.First, @event.Appears ?? Instant.MinValue),
        Sequence = record.Sequence,
        Announced = Instant.Max(@event.Stamp == Event.Undated ? record.First : @event.Announced, @event.Appears ?? Instant.MinValue),
        Overrides = [.. @event.Overrides.Select(other => With(other, record))],
    };
}
