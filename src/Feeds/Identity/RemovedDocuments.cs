using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Tells of what was published and is no more, or no more where it was.</summary>
internal static class RemovedDocuments
{
    private static readonly RenderedBody Nothing = new(CacheBudget.Endless, () => new Body("", "", Excerpt: null, Image: null, [])) { MayReferToFiles = false };

    public static SiteHistory Of(LockData known, Site site, Instant now)
    {
        ImmutableArray<LockRecord> gone = [.. RemovedRecords(known)];
        return new SiteHistory(known.Site!.Changed, known.Moved, known.EventsMoved)
        {
            Gone = [.. RemovedFrom(known, site.Settings, now).Select(removed => removed.Document)],
            GoneOfPlans = OfPlans(gone, site),
            FormerPaths = FormerPaths(known.Records),
        };
    }

    /// <summary>The removed documents of which feeds or calendars still have to tell.</summary>
    public static IEnumerable<(string Path, RemovedDocument Document)> RemovedFrom(LockData known, SiteSettings settings, Instant now) =>
        RemovedRecords(known).Select(record => (record.Path, DocumentOf(record, settings))).Where(removed => removed.Item2.CalendarsUntil(settings.Zone) > now - RemovedDocument.RetentionPeriod);

    private static IEnumerable<LockRecord> RemovedRecords(LockData known) => known.Records.Where(record => GoneOf(record) is not null && WasSeen(record) && !record.IsForgotten);

    // What was dated ahead was not there before; most events are there as soon as they are written.
    private static bool WasSeen(LockRecord record) => !(record.Gone < (record.Kind == DocumentKind.Event ? record.Published : record.First));

    /// <summary>When a document went, or left the calendars; null when it did neither.</summary>
    private static Instant? GoneOf(LockRecord record) => record.Gone ?? record.Withdrawn;

    private static RemovedDocument DocumentOf(LockRecord record, SiteSettings settings)
    {
        var labels = record.TermNames;
        // What became a post is still in the feeds.
        var id = record.Gone is null ? null : record.Id;
        return new RemovedDocument(id, record.Kind, GoneOf(record)!.Value, RemovedDocument.TermsOf(labels.Tags.Items, labels.Categories.Items, labels.Authors.Items), EventOf(record, settings));
    }

    /// <summary>The event as calendars have to hear of it; null when they never did, as of a plan, and where it was not cancelled: it took place before it was removed.</summary>
    private static CancelledEvent? EventOf(LockRecord record, SiteSettings settings)
    {
        var calendar = record.Calendar ?? record.Earlier.Items.LastOrDefault(IsCalendar);
        if (record is not { Uid: { } uid, Schedule: { } schedule } || calendar is null || ScheduleFormat.SpanOf(schedule) is not { } span) return null;
        if (!ScheduleFormat.IsAhead(schedule, settings.Zone, GoneOf(record)!.Value)) return null;
        var isPost = record.Kind == DocumentKind.Post;
        var identity = new DocumentIdentity(record.Id, uid)
        {
            IsLocked = true,
            Locked = record.Locked,
            Announced = record.First,
            Changed = record.Changed,
            Updated = record.Changed,
            Sequence = record.Sequence,
        };
        var cancelled = new Event
        {
            Path = record.Path,
            Title = record.Title,
            Link = record.Link is { } link && Uri.TryCreate(link, UriKind.Absolute, out var elsewhere) ? elsewhere : settings.AddressOf(record.Address ?? "/"),
            // The page of what became a post is that of the post.
            PagePath = isPost ? null : record.Address,
            CalendarPath = calendar,
            Span = span,
            Recurrence = ScheduleFormat.RecurrenceOf(schedule),
            Dated = record.Changed,
            Announced = record.First,
            Place = schedule.Place is { } place ? new Place(place, schedule.Street) : null,
            Status = EventState.Cancelled,
            Series = record.TermNames.Series,
            Categories = record.TermNames.Categories.Items,
            Tags = record.TermNames.Tags.Items,
            Body = Nothing,
        };
        return new CancelledEvent(cancelled, identity);
    }

    private static FrozenDictionary<string, DocumentIdentity> OfPlans(ImmutableArray<LockRecord> gone, Site site)
    {
        if (site.Plans.IsEmpty) return FrozenDictionary<string, DocumentIdentity>.Empty;
        return gone.Where(record => record.Gone is not null).Select(record => EventOf(record, site.Settings)).OfType<CancelledEvent>().Select(cancelled => cancelled.Identity).DistinctBy(identity => identity.Uid).ToFrozenDictionary(identity => identity.Uid!, StringComparer.Ordinal);
    }

    /// <summary>Each path belongs to the document that was there last.</summary>
    private static FrozenDictionary<string, string?> FormerPaths(ImmutableArray<LockRecord> records)
    {
        var paths = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var record in records.Where(record => record.Moved is not null && WasSeen(record) && !record.IsForgotten).OrderBy(record => record.Moved).ThenBy(record => record.Id, StringComparer.Ordinal))
        {
            if (record.Gone is null)
            {
                foreach (var path in record.Earlier.Items) paths[path] = IsCalendar(path) ? record.Calendar : record.Address ?? record.Link;
            }
            else
            {
                foreach (var path in record.Earlier.Items.Concat(record.Addresses)) paths[path] = null;
            }
        }

        return paths.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsCalendar(string path) => path.EndsWith(".ics", StringComparison.Ordinal);
}
