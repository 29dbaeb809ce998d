using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Makes the next records of the lock, whose ids never change and whose dates only grow.</summary>
/// <param name="now">The time of the update in whole seconds, later than every recorded date.</param>
internal sealed class LockUpdater(LockData known, IEnumerable<Document> documents, Instant now)
{
    /// <summary>A recorded date further ahead than this comes from a wrong clock and is ignored.</summary>
    private static readonly Duration LongestLead = Duration.FromMinutes(1);

    private static readonly Duration LongestTrial = Duration.FromMinutes(10);
    private static readonly Duration Near = Duration.FromDays(2);

    private readonly Lazy<HashSet<string>> ids = new(() => known.Records.SelectMany(record => new[] { record.Id, record.Uid })
        .Concat(documents.Where(document => document.HasWrittenId)
            .SelectMany(document => new[] { document.Id, document.Uid }))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal));

    private readonly UpdateDates updateDates = new(known, now);

    private readonly Lazy<Instant> newestPost = new(() => known.Records
        .Where(record => record is { Removed: null, Kind: DocumentKind.Post })
        .Select(record => record.Published)
        .OfType<Instant>()
        .DefaultIfEmpty(Instant.MinValue)
        .Max());

    /// <summary>Now in whole seconds, or one second after the newest recorded date where both are the same second.</summary>
    public static Instant TimeOf(LockData known, Instant now)
    {
        var second = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var last = known.Records
            .Select(record => record.Newest)
            .Append(known.Site?.Changed ?? Instant.MinValue)
            .Where(moment => moment <= second + LongestLead)
            .DefaultIfEmpty(Instant.MinValue)
            .Max();
        return Instant.Max(second, last + Duration.FromSeconds(1));
    }

    public SiteRecord Of(SiteSettings settings)
    {
        var facts = Fingerprint.Of(settings);
        var url = settings.Url.AbsoluteUri;
        if (known.Site is not { } site) return new SiteRecord(url, url, facts, Event.Undated, LockKeys.CurrentReader);
        if (site.Facts == facts && site.ReaderVersion == LockKeys.CurrentReader) return site;
        return site with
        {
            ReaderVersion = LockKeys.CurrentReader,
            Origin = site.Origin.Length > 0 ? site.Origin : url,
            Url = url,
            Facts = facts,
            Changed = Later(site.Changed),
        };
    }

    /// <summary>The record of a document that is older than the lock, with the dates of its file.</summary>
    public LockRecord FirstRecord(Document document)
    {
        var isCredible = document.Dated <= now || document.Kind == DocumentKind.Post;
        return New(document, document.Announced, isCredible ? document.Dated : Event.Undated, moved: null);
    }

    /// <summary>The record of a document that is newer than the lock.</summary>
    public LockRecord Added(Document document)
    {
        var isPost = document.Kind == DocumentKind.Post;
        // A document that is not the first of its list moves others.
        var movesOthers = isPost ? document.Announced <= newestPost.Value : document.Dated != Event.Undated;
        return New(document, isPost ? Instant.Max(now, document.Announced) : now, now, movesOthers ? now : null);
    }

    /// <summary>The next record of a document that has one.</summary>
    public LockRecord Next(Document document, LockRecord record)
    {
        var isEvent = document.Kind == DocumentKind.Event;
        var isRestored = record.Removed is not null;
        var isOtherKind = record.Kind != document.Kind;
        var hasMoved = record.Placement != document.Placement || record.Link != document.Link;
        // Subscribers need not know that this version reads the same bytes differently.
        var isReread = !isRestored && IsReread(record, document.Source, known);
        var isChanged = isRestored || (!isReread && (isOtherKind || record.Facts != document.Hashes.Facts));
        var isNewInCalendars = isEvent && (isRestored || record.Schedule != document.Schedule);
        var isRescheduled = record.Uid is not null && ((isOtherKind && !isReread) || isNewInCalendars);
        var leavesAPlace = isRestored || hasMoved || (!isReread && (isOtherKind || record.PlacementHash != document.Hashes.Placement));
        var wasAPostAhead = record.Kind == DocumentKind.Post && !isEvent && record.First > now;
        var next = WithFacts(record, document) with
        {
            Uid = record.Uid ?? IdFor(document, document.Uid),
            Written = document.Source.WrittenId ?? record.Written,
            Earlier = hasMoved ? EarlierPaths(record, document) : record.Earlier,
            First = wasAPostAhead ? Instant.Max(now, document.Announced) : record.First,
            Changed = isChanged || hasMoved || isRescheduled ? Later(record.Changed) : record.Changed,
            Updated = updateDates.Next(document, record, isReread, isChanged, hasMoved || isRescheduled),
            Moved = leavesAPlace ? now : record.Moved,
            Sequence = Math.Max(document.Sequence, isRescheduled ? record.Sequence + 1 : record.Sequence),
            Schedule = document.Schedule ?? record.Schedule,
            Removed = null,
            Missing = null,
            Withdrawn = isEvent || isReread ? null : WithdrawnOf(record),
            IsForgotten = false,
        };
        return next == record ? record : next;
    }

    /// <summary>Whether an earlier version made the record from the same bytes by other rules.</summary>
    public static bool IsReread(LockRecord record, Source source, LockData known)
    {
        if (record.Bytes is not { } bytes) return record.Text == source.Text;
        return known.Site?.ReaderVersion < LockKeys.CurrentReader && bytes == source.Bytes;
    }

    /// <summary>The record after the site took another address, which every event contains.</summary>
    public LockRecord Rehosted(LockRecord record) =>
        record.Kind == DocumentKind.Event ? record with { Changed = Later(record.Changed) } : record;

    /// <param name="source">The file, where it is still there but hidden by its author or read differently.</param>
    public LockRecord Removed(LockRecord record, Source? source, SiteSettings settings)
    {
        // What a source that was taken out still says is not cancelled.
        var isOrphan = EntryPath.IsBroughtIn(record.Path) && settings.SourceOf(record.Path) is null;
        var isForgotten = isOrphan || IsTrial(record, settings.Zone) || (source is not null && IsReread(record, source, known));
        return record with
        {
            Removed = now,
            Missing = null,
            Changed = Later(record.Changed),
            Moved = now,
            Sequence = record.Kind == DocumentKind.Event && !isForgotten ? record.Sequence + 1 : record.Sequence,
            IsForgotten = isForgotten,
        };
    }

    /// <summary>Whether a document was removed so soon that nobody needs to know; never true of an event in the next days.</summary>
    private bool IsTrial(LockRecord record, DateTimeZone zone)
    {
        if (record.Locked is not { } locked || now - locked >= LongestTrial) return false;
        if (record.Schedule is null || ScheduleFormat.StartOf(record.Schedule, zone) is not { } start) return true;
        return start < now || start > now + Near;
    }

    private LockRecord New(Document document, Instant first, Instant changed, Instant? moved)
    {
        var record = new LockRecord
        {
            Path = document.Path,
            Kind = document.Kind,
            Id = IdFor(document, document.Id)!,
            Uid = IdFor(document, document.Uid),
            Written = document.Source.WrittenId,
            First = first,
            Locked = now,
            Changed = changed,
            Updated = document.Kind == DocumentKind.Event ? null : updateDates.First(document),
            Moved = moved,
            Sequence = document.Planned is null || known.Site is null ? document.Sequence : document.Sequence + 1,
            Title = document.Title,
            Schedule = document.Schedule,
            Facts = document.Hashes.Facts,
            Text = document.Source.Text,
            PlacementHash = document.Hashes.Placement,
        };
        return WithFacts(record, document);
    }

    private static LockRecord WithFacts(LockRecord record, Document document) => record with
    {
        Path = document.Path,
        Kind = document.Kind,
        Address = document.Address,
        Wanted = document.Wanted.Placement.Name is var wanted && wanted == document.Placement.Name ? null : wanted,
        Calendar = document.Calendar,
        Link = document.Link,
        Title = document.Title,
        Published = document.Appears,
        TermNames = document.TermNames,
        Facts = document.Hashes.Facts,
        Text = document.Source.Text,
        Bytes = document.Source.Bytes,
        Body = document.Source.HasLongBody ? document.Source.Body : null,
        PlacementHash = document.Hashes.Placement,
    };

    private static TextList EarlierPaths(LockRecord record, Document document)
    {
        var all = record.Earlier.Items.Concat(record.Addresses).Distinct(StringComparer.Ordinal);
        return new TextList(all.Except(document.Addresses, StringComparer.Ordinal));
    }

    /// <summary>The id that the author wrote, else one that no other document has.</summary>
    private string? IdFor(Document document, string? id)
    {
        var isWritten = document.HasWrittenId && (document.Kind == DocumentKind.Post || id == document.Uid);
        return id is null || isWritten ? id : IdGenerator.Free(id, ids.Value);
    }

    private Instant? WithdrawnOf(LockRecord record) => record.Kind == DocumentKind.Event ? now : record.Withdrawn;

    private Instant Later(Instant before) => Instant.Max(now, before + Duration.FromSeconds(1));
}
