using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.Names;
using Feeds.Content.Settings;
using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Text;
using NodaTime.Text;

namespace Feeds.Content.Sources;

/// <summary>The events of sources among those of the site.</summary>
internal static class SourceEvents
{
    /// <summary>Gives each event of a source its UID there, after the name of the source where another event has it.</summary>
    /// <param name="documents">All documents, of which those are replaced whose UID is another.</param>
    public static void AssignUids(
        Dictionary<string, DocumentReading> documents, FoundDoubles doubles, SiteSettings settings)
    {
        if (settings.Sources.IsEmpty) return;
        var events = documents.Where(document => document.Value.Event is not null && !doubles.Hidden.Contains(document.Key))
            .OrderBy(document => document.Key, StringComparer.Ordinal)
            .ToArray();
        var taken = events.Select(document => document.Value.Event!).Where(@event => @event.Origin is null)
            .Select(@event => @event.Wanted.Id).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (path, document) in events)
        {
            if (document.Event is not { Origin: { Id: { } uid } origin } @event) continue;
            var own = taken.Add(uid) ? uid : $"{origin.Source}-{uid}";
            taken.Add(own);
            if (@event.Wanted.Id == own) continue;
            documents[path] = document with { Event = @event with { Wanted = @event.Wanted with { Id = own } } };
        }
    }

    /// <summary>The doubles as their own calendars show them, in order of path.</summary>
    public static ImmutableArray<DoubleEvent> Doubled(FoundDoubles doubles, SiteSettings settings) =>
    [
        .. doubles.All.Select(one => one.Dropped)
            .DistinctBy(@event => @event.Path)
            .OrderBy(@event => @event.Path, StringComparer.Ordinal)
            .Select(@event => new DoubleEvent(@event, IdentityOf(@event, settings))),
    ];

    private static DocumentIdentity IdentityOf(Event @event, SiteSettings settings) =>
        new(Identifiers.Urn(settings.IdentityUrl, @event.Path), @event.Origin!.Id ?? Identifiers.Uid(settings.IdentityUrl, @event.Path))
        {
            Announced = @event.Announced,
            Changed = @event.Dated,
            Updated = @event.Dated,
        };

    /// <summary>The events that are shown otherwise because of their doubles, by their paths.</summary>
    /// <param name="before">The same of the previous reading, so that what did not change is the same object.</param>
    public static FrozenDictionary<string, AdjustedEvent> Adjusted(
        FoundDoubles doubles, FrozenDictionary<string, AdjustedEvent> before)
    {
        var taken = doubles.All.SelectMany(one => one.Own.Select(own => (Event: own, Double: one)));
        var left = doubles.All.Where(one => one.Date is not null && !doubles.Hidden.Contains(one.Dropped.Path))
            .Select(one => (Event: one.Dropped, Double: one));
        return Of(taken, AdjustedEvent.Completed).Concat(Of(left, AdjustedEvent.Without))
            .ToFrozenDictionary(one => one.Event.Path, StringComparer.Ordinal);

        IEnumerable<AdjustedEvent> Of(
            IEnumerable<(Event Event, EventDouble Double)> all, Func<Event, ImmutableArray<EventDouble>, AdjustedEvent> adjust) =>
            from ofPath in all.GroupBy(one => one.Event.Path, StringComparer.Ordinal)
            let @event = ofPath.First().Event
            let same = ofPath.Select(one => one.Double).ToImmutableArray()
            let known = before.GetValueOrDefault(ofPath.Key)
            select known is not null && IsSame(known, @event, same) ? known : adjust(@event, same);
    }

    private static bool IsSame(AdjustedEvent known, Event read, ImmutableArray<EventDouble> doubles) =>
        ReferenceEquals(known.Read, read) && known.Doubles.Length == doubles.Length
        && known.Doubles.Zip(doubles).All(pair => pair.First.IsSame(pair.Second));

    /// <summary>What is said of the files, but for what an event of a source makes up for.</summary>
    public static IEnumerable<Diagnostic> Open(
        IEnumerable<DocumentReading> documents, FrozenDictionary<string, AdjustedEvent> adjusted) =>
        from document in documents
        let hasEnd = adjusted.GetValueOrDefault(document.File.Path) is { HasTakenEnd: true }
        from diagnostic in document.Diagnostics
        where !hasEnd || diagnostic.Kind != EventTimeReader.NoEnd
        select diagnostic;

    /// <summary>Says of each source that could not be fetched when it was last good.</summary>
    public static IEnumerable<Diagnostic> FailedPulls(SiteSettings settings, FrozenDictionary<string, PullRecord> pulls) =>
        from source in settings.Sources
        let pull = pulls.GetValueOrDefault(source.Name)
        where pull is { Problem: not null }
        let good = pull.Good is { } moment ? $"it was last good {InstantPattern.General.Format(moment)}" : "it was never fetched"
        let problem = $"the source '{source.Name}' could not be fetched ({PlainText.OneLine(pull.Problem!)}); {good}"
        select new Diagnostic(SettingsFile.Path, source.Line, Severity.Warning, problem);

    public static IEnumerable<Diagnostic> Notes(FoundDoubles doubles, Func<string, string> placeOf) =>
        from one in doubles.All
        let calendar = $"/sources/{one.Dropped.Origin!.Source}/calendar.ics"
        let sign = $"has the {one.Sign} of {placeOf(one.Kept.Path)}"
        let title = one.Date?.Title ?? one.Dropped.Title
        let date = one.Date is null ? "" : FormattableString.Invariant($" on {one.Date.FirstDay:uuuu-MM-dd}")
        let problem = $"\"{title}\"{date} {sign}, so only {calendar} shows it"
        select new Diagnostic(one.Dropped.Path, 0, Severity.Note, problem) { Kind = "double" };
}
