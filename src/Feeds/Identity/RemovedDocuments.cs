using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Reads from the lock what was removed from the site or moved within it.</summary>
internal static class RemovedDocuments
{
    private static readonly RenderedBody EmptyBody =
        new(CacheBudget.Unlimited, () => new Body("", "", Excerpt: null, Image: null, [])) { MayReferToFiles = false };

    public static SiteHistory Of(LockData known, Site site, Instant now) => new(known.Site!.Changed, known.Moved, known.EventsMoved)
    {
        Removed = [.. RemovedFrom(known, site.Settings, now).Select(removed => removed.Document)],
        RemovedPlannedDates = RemovedPlannedDates(known, site),
        FormerPaths = FormerPaths(known.Records),
    };

    /// <summary>The removed documents that feeds or calendars still report.</summary>
    public static IEnumerable<(string Path, RemovedDocument Document)> RemovedFrom(LockData known, SiteSettings settings, Instant now) =>
        RemovedRecords(known)
            .Select(record => (record.Path, Document: DocumentOf(record, settings)))
            .Where(removed => removed.Document.CalendarsUntil(settings.Zone) > now - RemovedDocument.RetentionPeriod);

    private static IEnumerable<LockRecord> RemovedRecords(LockData known) =>
        known.Records.Where(record => RemovedAt(record) is not null && WasVisible(record) && !record.IsForgotten);

    // A post dated ahead was not visible before its date; most events are visible as soon as they are written.
    private static bool WasVisible(LockRecord record) =>
        !(record.Removed < (record.Kind == DocumentKind.Event ? record.Published : record.First));

    /// <summary>When a document was removed from the site or from the calendars alone.</summary>
    private static Instant? RemovedAt(LockRecord record) => record.Removed ?? record.Withdrawn;

    private static RemovedDocument DocumentOf(LockRecord record, SiteSettings settings)
    {
        var names = record.TermNames;
        // An event that became a post is still in the feeds.
        var id = record.Removed is null ? null : record.Id;
        var terms = RemovedDocument.TermsOf(names.Tags.Items, names.Categories.Items, names.Authors.Items);
        return new RemovedDocument(id, record.Kind, RemovedAt(record)!.Value, terms, EventOf(record, settings));
    }

    /// <summary>The cancelled event; null when it was never in a calendar, or took place before it was removed.</summary>
    private static CancelledEvent? EventOf(LockRecord record, SiteSettings settings)
    {
        if (record is not { Uid: { } uid, Schedule: { } schedule }) return null;
        if (!ScheduleFormat.IsAhead(schedule, settings.Zone, RemovedAt(record)!.Value)) return null;
        var identity = new DocumentIdentity(record.Id, uid)
        {
            IsLocked = true,
            Locked = record.Locked,
            Announced = record.First,
            Changed = record.Changed,
            Updated = record.Changed,
            Sequence = record.Sequence,
        };
        return Shown(record, settings) is { } cancelled
            ? new CancelledEvent(
                cancelled with { Status = EventState.Cancelled, Recurrence = ScheduleFormat.RecurrenceOf(schedule) }, identity)
            : null;
    }

    /// <summary>The event as the lock remembers it; null when it is in no calendar.</summary>
    public static Event? Shown(LockRecord record, SiteSettings settings)
    {
        var calendar = record.Calendar ?? record.Earlier.Items.LastOrDefault(IsCalendar);
        if (calendar is null || record.Schedule is not { } schedule || ScheduleFormat.SpanOf(schedule) is not { } span) return null;
        return new Event
        {
            Path = record.Path,
            Title = record.Title,
            Link = Uri.TryCreate(record.Link, UriKind.Absolute, out var link) ? link : settings.AddressOf(record.Address ?? "/"),
            // The page of an event that became a post belongs to the post.
            PagePath = record.Kind == DocumentKind.Post ? null : record.Address,
            CalendarPath = calendar,
            Span = span,
            Recurrence = ScheduleFormat.WholeRecurrenceOf(schedule),
            Dated = record.Changed,
            Announced = record.First,
            Place = schedule.Place is { } place ? new Place(place, schedule.Street) : null,
            Status = ScheduleFormat.StatusOf(schedule),
            Origin = OriginOf(record, settings),
            Series = record.TermNames.Series,
            Categories = record.TermNames.Categories.Items,
            Tags = record.TermNames.Tags.Items,
            Body = EmptyBody,
        };
    }

    private static Origin? OriginOf(LockRecord record, SiteSettings settings) =>
        settings.SourceOf(record.Path) is { } source ? new Origin(source.Name, record.Written, source.Home) : null;

    private static FrozenDictionary<string, DocumentIdentity> RemovedPlannedDates(LockData known, Site site)
    {
        if (site.Plans.IsEmpty) return FrozenDictionary<string, DocumentIdentity>.Empty;
        return RemovedRecords(known)
            .Where(record => record.Removed is not null)
            .Select(record => EventOf(record, site.Settings))
            .OfType<CancelledEvent>()
            .Select(cancelled => cancelled.Identity)
            .DistinctBy(identity => identity.Uid)
            .ToFrozenDictionary(identity => identity.Uid!, StringComparer.Ordinal);
    }

    // A path belongs to the document that had it last.
    private static FrozenDictionary<string, string?> FormerPaths(ImmutableArray<LockRecord> records)
    {
        var paths = new Dictionary<string, string?>(StringComparer.Ordinal);
        var moved = records
            .Where(record => record.Moved is not null && WasVisible(record) && !record.IsForgotten)
            .OrderBy(record => record.Moved)
            .ThenBy(record => record.Id, StringComparer.Ordinal);
        foreach (var record in moved)
        {
            if (record.Removed is null)
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
