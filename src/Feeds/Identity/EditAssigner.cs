using System.Collections.Immutable;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>Updates the lock after an edit, for which only the edited documents are matched and identified.</summary>
internal static class EditAssigner
{
    /// <param name="before">The result of the last update.</param>
    /// <returns>The same as for the whole site; null where more than the edited documents may change.</returns>
    public static IdentifiedSite? UpdateLock(ReadSite read, LockData known, Instant now, IdentifiedSite? before)
    {
        if (before is null || read.Edit is not { } edit) return null;
        if (!ReferenceEquals(edit.Before, before.Read) || !ReferenceEquals(known, before.Lock)) return null;
        var site = read.Site;
        if (MissingEvents.MayBeCancelled(known, site.Settings.Zone, now)) return null;
        var posts = site.Posts.Where(post => edit.Paths.Contains(post.Path)).ToDictionary(post => post.Path, StringComparer.Ordinal);
        var events = site.Events.Where(@event => edit.Paths.Contains(@event.Path))
            .ToDictionary(@event => @event.Path, StringComparer.Ordinal);
        Document[] documents =
        [
            .. posts.Values.Select(post => Document.Of(post, site, read.FingerprintsAt(post.Path))),
            .. events.Values.Select(@event => Document.Of(@event, @event.CalendarPath, site, read.FingerprintsAt(@event.Path))),
        ];
        var texts = documents.ToLookup(document => document.Source.Text, document => document.Path, StringComparer.Ordinal);
        // A text that another document has or had may have moved.
        if (known.Records.Any(record => texts.Contains(record.Text) && texts[record.Text].Any(path => path != record.Path))) return null;

        var time = LockUpdater.TimeOf(known, now);
        // A date of update that lay ahead may have come.
        if (site.Posts.Any(post => post.Revised?.ToInstant() is { } revised
            && revised <= time && before.Site.IdentityOf(post).Updated < revised)) return null;
        var updater = new LockUpdater(known, documents, time);
        var (records, changes) = (known.Records.ToBuilder(), ImmutableArray.CreateBuilder<Change>());
        var identities = new Dictionary<string, DocumentIdentity>(before.Site.Identities, StringComparer.Ordinal);
        foreach (var document in documents.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            var at = known.IndexOf(document.Path);
            if (at is null || known.Records[at.Value] is not { Removed: null } record) return null;
            if (record.Kind != document.Kind || DocumentMatcher.HasNewId(document, record)) return null;
            var next = records[at.Value] = updater.Next(document, record);
            if (!ReferenceEquals(record, next) && Change.Between(record, next) is { } change) changes.Add(change);
        }

        foreach (var post in posts.Values) identities[post.Path] = LockIdentity.Of(post, RecordOf(post.Path));
        foreach (var @event in events.Values)
            identities[@event.Path] = LockIdentity.Of(@event, RecordOf(@event.Path), site.IdentityOf(@event).Uid);
        var recorded = known with { Records = records.DrainToImmutable() };
        var history = RemovedDocuments.Of(recorded, site, now);
        var identified = before.Site.With(posts, events) with { Identities = identities, History = history };
        return new IdentifiedSite(identified, before.Names, recorded, changes.ToImmutable(), [], site);

        LockRecord RecordOf(string path) => records[known.IndexOf(path)!.Value];
    }
}
