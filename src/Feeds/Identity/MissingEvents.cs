using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using Feeds.Text;
using NodaTime;

namespace Feeds.Identity;

/// <summary>The events of sources that stay although they are missing from their files, because a source may fail in many ways.</summary>
/// <param name="Before">The records of those that stay.</param>
/// <param name="Kept">The same records, with the time since when they are missing.</param>
internal sealed record MissingEvents(
    FrozenSet<LockRecord> Before, ImmutableArray<LockRecord> Kept, ImmutableArray<Diagnostic> Diagnostics)
{
    private static readonly MissingEvents None = new([], [], []);

    /// <summary>A source says twice that an event is gone, with so much time between.</summary>
    private static readonly Duration Doubt = Duration.FromHours(6);

    public bool IsKept(LockRecord record) => Before.Contains(record);

    /// <summary>Whether time alone may cancel an event, or say something of it.</summary>
    public static bool MayBeCancelled(LockData known, DateTimeZone zone, Instant now) => known.Records.Any(record =>
        record is { Missing: not null, Removed: null, Schedule: { } schedule } && ScheduleFormat.IsAhead(schedule, zone, now));

    public static MissingEvents Of(
        DocumentMatcher matches, ImmutableArray<Document> documents, LockData known, ReadSite read, Instant now)
    {
        var settings = read.Site.Settings;
        var missing = matches.Missing.Where(record => record.Removed is null && settings.SourceOf(record.Path) is not null).ToArray();
        if (missing.Length == 0) return None;
        var search = new Search(documents, read.Site, now);
        var kept = new List<(LockRecord Before, LockRecord After)>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var ofSource in missing.Where(record => !search.IsReplaced(record)).GroupBy(record => settings.SourceOf(record.Path)!))
        {
            var (source, seen) = (ofSource.Key, read.PulledAt(ofSource.Key.Name) ?? now);
            var ahead = known.Records.Count(record =>
                record.Removed is null && EntryPath.FileOf(record.Path) == source.File && search.IsAhead(record));
            // What is over stays.
            kept.AddRange(ofSource.Where(record => !search.IsAhead(record)).Select(record => (record, record)));
            foreach (var atOnce in ofSource.Where(search.IsAhead).GroupBy(record => record.Missing ?? seen))
            {
                var isFailure = 2 * atOnce.Count() > ahead;
                if (isFailure) diagnostics.Add(Warning(source, atOnce.Count(), ahead));
                var stays = atOnce.Where(record => isFailure || seen - atOnce.Key < Doubt || !search.IsBeforeTheLast(record, source));
                kept.AddRange(stays.Select(record => (record, record with { Missing = atOnce.Key })));
            }
        }

        return new MissingEvents(
            kept.Select(one => one.Before).ToFrozenSet<LockRecord>(ReferenceEqualityComparer.Instance),
            [.. kept.Select(one => one.After)],
            diagnostics.ToImmutable());
    }

    private static Diagnostic Warning(SourceSettings source, int missing, int all)
    {
        var problem = FormattableString.Invariant($"{missing} of {all} upcoming events are missing from it at once, so they stay");
        const string Cure = "if they are meant to go, take the source out of site.yaml for a while";
        return new Diagnostic(source.File, 0, Severity.Warning, $"{problem}; {Cure}");
    }

    /// <summary>What is there instead of the missing events.</summary>
    private sealed class Search
    {
        private readonly DateTimeZone zone;
        private readonly Instant now;
        private readonly HashSet<string> taken;
        private readonly ILookup<Instant?, Document> byStart;
        private readonly Dictionary<string, Instant?> last;

        public Search(ImmutableArray<Document> documents, Site site, Instant now)
        {
            (zone, this.now) = (site.Settings.Zone, now);
            taken = site.Doubles.Select(one => one.Event.Path).Concat(documents.Select(document => document.Path))
                .ToHashSet(StringComparer.Ordinal);
            var events = documents.Where(document => document.Schedule is not null).ToArray();
            byStart = events.ToLookup(document => ScheduleFormat.StartOf(document.Schedule!, zone));
            last = events.Where(document => EntryPath.IsBroughtIn(document.Path))
                .Select(document => (document.Path, Start: ScheduleFormat.StartOf(document.Schedule!, zone)))
                .Concat(site.Doubles.Select(one => (one.Event.Path, Start: (Instant?)one.Event.StartsAt(zone))))
                .GroupBy(one => EntryPath.FileOf(one.Path)!, one => one.Start, StringComparer.Ordinal)
                .ToDictionary(starts => starts.Key, starts => starts.Max(), StringComparer.Ordinal);
        }

        public bool IsAhead(LockRecord record) => record.Schedule is { } schedule && ScheduleFormat.IsAhead(schedule, zone, now);

        /// <summary>Whether another event of the site shows it, or has its place in the file.</summary>
        public bool IsReplaced(LockRecord record)
        {
            if (taken.Contains(record.Path)) return true;
            if (record.Schedule is not { } schedule || ScheduleFormat.StartOf(schedule, zone) is not { } start) return false;
            var title = Slug.Of(record.Title);
            return byStart[start].Any(document => Slug.Overlap(Slug.Of(document.Title), title));
        }

        // A source that names the next events alone says nothing of those after them.
        public bool IsBeforeTheLast(LockRecord record, SourceSettings source) =>
            record.Schedule is { } schedule && ScheduleFormat.StartOf(schedule, zone) < last.GetValueOrDefault(source.File);
    }
}
