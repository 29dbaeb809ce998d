using System.Collections.Frozen;
using System.Collections.Immutable;
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
        Dictionary<string, DocumentReading> documents, FrozenDictionary<string, EventDouble> doubles, SiteSettings settings)
    {
        if (settings.Sources.IsEmpty) return;
        var events = documents.Where(document => document.Value.Event is not null && !doubles.ContainsKey(document.Key))
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
    public static ImmutableArray<DoubleEvent> Doubled(FrozenDictionary<string, EventDouble> doubles, SiteSettings settings) =>
    [
        .. doubles.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new DoubleEvent(one.Value.Dropped, IdentityOf(one.Value.Dropped, settings))),
    ];

    private static DocumentIdentity IdentityOf(Event @event, SiteSettings settings) =>
        new(Identifiers.Urn(settings.IdentityUrl, @event.Path), @event.Origin!.Id ?? Identifiers.Uid(settings.IdentityUrl, @event.Path))
        {
            Announced = @event.Announced,
            Changed = @event.Dated,
            Updated = @event.Dated,
        };

    /// <summary>The author's events with what they lack and the event of a source with their link has.</summary>
    /// <param name="before">The same of the previous reading, so that what did not change is the same object.</param>
    public static FrozenDictionary<string, CompletedEvent> Completed(
        FrozenDictionary<string, EventDouble> doubles, FrozenDictionary<string, CompletedEvent> before)
    {
        var completed = new Dictionary<string, CompletedEvent>(StringComparer.Ordinal);
        foreach (var (_, same) in doubles.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var (own, remote) = (same.Kept, same.Dropped);
            if (own.Origin is not null || same.Sign is not "link" || completed.ContainsKey(own.Path)) continue;
            var lacks = (own.Place is null && remote.Place is not null) || (own.Online is null && remote.Online is not null)
                || (own.Image is null && remote.Image is not null);
            if (!lacks) continue;
            var known = before.GetValueOrDefault(own.Path);
            completed[own.Path] = known is not null && ReferenceEquals(known.Own, own) && ReferenceEquals(known.Remote, remote)
                ? known
                : new CompletedEvent(own, remote);
        }

        return completed.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Says of each source that could not be fetched when it was last good.</summary>
    public static IEnumerable<Diagnostic> FailedPulls(SiteSettings settings, FrozenDictionary<string, PullRecord> pulls) =>
        from source in settings.Sources
        let pull = pulls.GetValueOrDefault(source.Name)
        where pull is { Problem: not null }
        let good = pull.Good is { } moment ? $"it was last good {InstantPattern.General.Format(moment)}" : "it was never fetched"
        let problem = $"the source '{source.Name}' could not be fetched ({PlainText.OneLine(pull.Problem!)}); {good}"
        select new Diagnostic(SettingsFile.Path, source.Line, Severity.Warning, problem);

    public static IEnumerable<Diagnostic> Notes(FrozenDictionary<string, EventDouble> doubles, Func<string, string> placeOf) =>
        from one in doubles
        let calendar = $"/sources/{one.Value.Dropped.Origin!.Source}/calendar.ics"
        let sign = $"has the {one.Value.Sign} of {placeOf(one.Value.Kept.Path)}"
        let problem = $"\"{one.Value.Dropped.Title}\" {sign}, so only {calendar} shows it"
        select new Diagnostic(one.Key, 0, Severity.Note, problem) { Kind = "double" };
}

/// <summary>An event of the author with what an event of a source adds to it.</summary>
internal sealed record CompletedEvent(Event Own, Event Remote)
{
    public Event Event { get; } = Own with
    {
        Place = Own.Place ?? Remote.Place,
        Online = Own.Online ?? Remote.Online,
        Image = Own.Image ?? Remote.Image,
    };
}
