using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Makes what is remembered from one moment on: ids stay, and stamps only grow.</summary>
/// <param name="tick">The moment, in whole seconds, later than all before it.</param>
internal sealed class LockUpdater(LockData known, IEnumerable<Document> documents, Instant tick)
{
    private static readonly Duration LongestTrial = Duration.FromMinutes(10);
    private static readonly Duration Near = Duration.FromDays(2);
    private static readonly Duration Second = Duration.FromSeconds(1);

    private readonly Lazy<HashSet<string>> names = new(() => known.Records.SelectMany(record => new[] { record.Id, record.Uid })
        .Concat(documents.Where(document => document.Source.WrittenId is not null).SelectMany(document => new[] { document.Id, document.Uid }))
        .OfType<string>().ToHashSet(StringComparer.Ordinal));

    // Readers that sort by 'updated' must not find two posts at the same second, in an order of their own.
    private readonly Lazy<HashSet<Instant>> updates = new(() => known.Records.Where(record => record.Gone is null).Select(record => record.Updated).OfType<Instant>().ToHashSet());

    private readonly Lazy<Instant> newest = new(() => known.Records.Where(record => record is { Gone: null, Kind: DocumentKind.Post }).Select(record => record.Published).OfType<Instant>().DefaultIfEmpty(Instant.MinValue).Max());

    /// <summary>What is remembered of the site as a whole.</summary>
    public SiteRecord Of(SiteSettings settings)
    {
        var facts = Fingerprint.Of(settings);
        if (known.Site is not { } site) return new SiteRecord(settings.Url.AbsoluteUri, settings.Url.AbsoluteUri, facts, Event.Undated, LockKeys.CurrentReader);
        return site.Facts == facts && site.Reader == LockKeys.CurrentReader ? site : site with { Reader = LockKeys.CurrentReader, Origin = site.Origin.Length > 0 ? site.Origin : settings.Url.AbsoluteUri, Url = settings.Url.AbsoluteUri, Facts = facts, Changed = Later(site.Changed) };
    }

    /// <summary>What is remembered of a document that was there before the first lock: its own dates.</summary>
    public LockRecord ByOwnDates(Document document) => Made(document, first: document.Announced, changed: document.Dated <= tick || document.Kind == DocumentKind.Post ? document.Dated : Event.Undated, moved: null);

    /// <summary>What is remembered of a document that came since.</summary>
    public LockRecord Added(Document document)
    {
        var isPost = document.Kind == DocumentKind.Post;
        // One that does not stand first moves others.
        var isAmong = isPost ? document.Announced <= newest.Value : document.Dated != Event.Undated;
        return Made(document, first: isPost ? Instant.Max(tick, document.Announced) : tick, changed: tick, moved: isAmong ? tick : null);
    }

    /// <summary>What is remembered of a document that was there before.</summary>
    public LockRecord Next(Document document, LockRecord record)
    {
        var isEvent = document.Kind == DocumentKind.Event;
        var isBack = record.Gone is not null;
        var isOther = record.Kind != document.Kind;
        var placement = new Placement(document.Address, document.Calendar);
        var isElsewhere = record.Placement != placement || record.Link != document.Link;
        // The program reads the same bytes otherwise than before: that is no news.
        var isReread = !isBack && IsReread(record, document.Source, known);
        var isChanged = isBack || (!isReread && (isOther || record.Facts != document.Hashes.Facts));
        var isRescheduled = record.Uid is not null && ((isOther && !isReread) || (isEvent && (isBack || record.Schedule != document.Schedule)));
        var next = record with
        {
            Path = document.Path,
            Kind = document.Kind,
            Uid = record.Uid ?? Named(document, document.Uid),
            Written = document.Source.WrittenId ?? record.Written,
            Address = document.Address,
            Wanted = WantedOf(document),
            Calendar = document.Calendar,
            Link = document.Link,
            Earlier = isElsewhere ? new TextList(record.Earlier.Items.Concat(record.Addresses).Distinct(StringComparer.Ordinal).Except(document.Addresses, StringComparer.Ordinal)) : record.Earlier,
            First = record.Kind == DocumentKind.Post && !isEvent && record.First > tick ? Instant.Max(tick, document.Announced) : record.First,
            Changed = isChanged || isElsewhere || isRescheduled ? Later(record.Changed) : record.Changed,
            Updated = UpdatedOf(document, record, isReread, isChanged, isElsewhere || isRescheduled),
            Moved = isBack || isElsewhere || (!isReread && (isOther || record.PlacementHash != document.Hashes.Placement)) ? tick : record.Moved,
            Sequence = Math.Max(document.Sequence, isRescheduled ? record.Sequence + 1 : record.Sequence),
            Title = document.Title,
            Published = document.Appears,
            Schedule = document.Schedule ?? record.Schedule,
            TermNames = document.TermNames,
            Facts = document.Hashes.Facts,
            Text = document.Source.Text,
            Bytes = document.Source.Bytes,
            Body = BodyOf(document),
            PlacementHash = document.Hashes.Placement,
            Gone = null,
            Withdrawn = isEvent || isReread ? null : WithdrawnOf(record),
            IsForgotten = false,
        };
        return next == record ? record : next;
    }

    /// <summary>Whether a record was made from the same bytes by an earlier version's rules.</summary>
    public static bool IsReread(LockRecord record, Source source, LockData known) =>
        record.Bytes is { } bytes ? known.Site?.Reader < LockKeys.CurrentReader && bytes == source.Bytes : record.Text == source.Text;

    /// <summary>What is remembered of a document whose site took another address: an event says that in every calendar.</summary>
    public LockRecord Rehosted(LockRecord record) => record.Kind == DocumentKind.Event ? record with { Changed = Later(record.Changed) } : record;

    /// <summary>What is remembered of a document that was removed.</summary>
    /// <param name="source">Its file, if that is still there: its author hid it, or the program reads it otherwise.</param>
    public LockRecord Removed(LockRecord record, Source? source, DateTimeZone zone)
    {
        var removed = record with { Gone = tick, Changed = Later(record.Changed), Moved = tick, IsForgotten = IsTrial(record, zone) || (source is not null && IsReread(record, source, known)) };
        return record.Kind == DocumentKind.Event && !removed.IsForgotten ? removed with { Sequence = record.Sequence + 1 } : removed;
    }

    /// <summary>Whether it was removed so soon that it was nothing but a trial; of an event that is near, people may know all the same.</summary>
    private bool IsTrial(LockRecord record, DateTimeZone zone)
    {
        if (record.Locked is not { } locked || tick - locked >= LongestTrial) return false;
        return record.Schedule is null || ScheduleFormat.StartOf(record.Schedule, zone) is not { } start || start < tick || start > tick + Near;
    }

    private LockRecord Made(Document document, Instant first, Instant changed, Instant? moved) => new()
    {
        Path = document.Path,
        Kind = document.Kind,
        Id = Named(document, document.Id)!,
        Uid = Named(document, document.Uid),
        Written = document.Source.WrittenId,
        Address = document.Address,
        Wanted = WantedOf(document),
        Calendar = document.Calendar,
        Link = document.Link,
        First = first,
        Locked = tick,
        Changed = changed,
        Updated = document.Kind == DocumentKind.Event ? null : Upwards(Instant.Max(document.Announced, Revised(document) ?? document.Announced)),
        Moved = moved,
        Sequence = document.Planned is null || known.Site is null ? document.Sequence : document.Sequence + 1,
        Title = document.Title,
        Published = document.Appears,
        Schedule = document.Schedule,
        TermNames = document.TermNames,
        Facts = document.Hashes.Facts,
        Text = document.Source.Text,
        Bytes = document.Source.Bytes,
        Body = BodyOf(document),
        PlacementHash = document.Hashes.Placement,
    };

    /// <summary>The name that a document gets: what its author wrote as it stands, else one that is free.</summary>
    private string? Named(Document document, string? name)
    {
        var isWritten = document.Source.WrittenId is not null && (document.Kind == DocumentKind.Post || name == document.Uid);
        return name is null || isWritten ? name : IdGenerator.Free(name, names.Value);
    }

    private Instant? WithdrawnOf(LockRecord record) => record.Kind == DocumentKind.Event ? tick : record.Withdrawn;

    private static string? BodyOf(Document document) => document.Source.HasLongBody ? document.Source.Body : null;

    /// <summary>The path that its file asks for, where it has another.</summary>
    private static string? WantedOf(Document document)
    {
        var wanted = document.Wanted.Placement.Name;
        return wanted == new Placement(document.Address, document.Calendar).Name ? null : wanted;
    }

    /// <param name="isMoved">Whether calendars have to hear of it at once; readers of feeds need not, when the program alone reads it otherwise.</param>
    private Instant? UpdatedOf(Document document, LockRecord record, bool isReread, bool isChanged, bool isMoved)
    {
        var isEvent = document.Kind == DocumentKind.Event;
        if (isReread) return record.Updated ?? (isEvent && !isMoved ? null : record.Changed);
        if (!isEvent) return UpdatedOf(document, record, isChanged);
        return isChanged || isMoved ? null : record.Updated;
    }

    private Instant UpdatedOf(Document document, LockRecord record, bool isChanged)
    {
        var before = record.Updated ?? record.Changed;
        if (Revised(document) is { } revised) return revised > before ? Upwards(revised) : before;
        if (!isChanged || document.Revised is not null) return before;
        return document.Announced > tick ? Upwards(Instant.Max(before, document.Announced)) : Free(before);
    }

    /// <summary>What its author says of when it was updated; what is dated ahead has not happened yet.</summary>
    private Instant? Revised(Document document) => document.Revised <= tick ? document.Revised : null;

    private Instant Upwards(Instant from)
    {
        while (!updates.Value.Add(from)) from += Second;
        return from;
    }

    // Many that changed at once share the seconds up to now, for none may lie ahead.
    private Instant Free(Instant before)
    {
        for (var free = tick; free > before; free -= Second)
        {
            if (updates.Value.Add(free)) return free;
        }

        return Upwards(Later(before));
    }

    private Instant Later(Instant before) => Instant.Max(tick, before + Second);
}
