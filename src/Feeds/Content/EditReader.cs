using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Kinds;
using Feeds.Content.Names;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>Reads an edit: files that say something else, under the same names and dates.</summary>
/// <remarks>Most changes are edits. The row 'edit' of Feeds.Benchmarks needs this: deriving all else again grows with the site.</remarks>
internal static class EditReader
{
    /// <returns>The same as reading all files; null for any other change.</returns>
    public static SiteReading? Read(ReadingContext context, SiteReading previous)
    {
        var (folder, before) = (context.Folder, previous.Context.Folder);
        if (folder.Files.Length != before.Files.Length || !folder.Assets.SequenceEqual(before.Assets)) return null;
        if (!folder.Diagnostics.SequenceEqual(before.Diagnostics)) return null;
        if (previous.Documents.Values.Any(document => document.UsesLock)) return null;

        context = context with
        {
            Table = previous.Context.Table,
            Languages = previous.Context.Languages,
            EventFolders = previous.Context.EventFolders,
        };
        var edited = new Dictionary<string, DocumentReading>(StringComparer.Ordinal);
        for (var i = 0; i < folder.Files.Length; i++)
        {
            var (file, earlier) = (folder.Files[i], before.Files[i]);
            if (file.Path != earlier.Path || file.Problem is not null) return null;
            if (ReferenceEquals(file, earlier) || file.Hash == earlier.Hash) continue;
            if (previous.Documents.GetValueOrDefault(file.Path) is not { } document) return null;
            var read = context.Read(file, document.Placed);
            if (!IsEdit(document, read)) return null;
            edited.Add(file.Path, read);
        }

        if (edited.Count == 0) return null;
        // An event of a source may be the double of an edited one.
        if (!context.Settings.Settings.Sources.IsEmpty && edited.Values.Any(document => document.Event is not null)) return null;
        // What is written in an event says which folders are its own.
        var mayMoveFolders = context.EventFolders.Count > 0 || edited.Values.Any(document => document.Event is not null);
        if (mayMoveFolders && !EventFolders.Of(folder, context.Settings.Settings).SetEquals(context.EventFolders)) return null;

        var posts = edited.Values.Select(document => document.Post).OfType<Post>().ToDictionary(post => post.Path, StringComparer.Ordinal);
        var events = edited.Values.Select(document => document.Event).OfType<Event>()
            .ToDictionary(@event => @event.Path, StringComparer.Ordinal);
        var identities = previous.Site.Identities;
        if (events.Count > 0)
        {
            var changed = new Dictionary<string, DocumentIdentity>(identities, StringComparer.Ordinal);
            foreach (var @event in events.Values) changed[@event.Path] = SiteIds.DatedBy(@event, identities[@event.Path]);
            identities = changed;
        }

        var documents = With(previous.Documents);
        return previous with
        {
            Site = previous.Site.With(posts, events) with { Identities = identities },
            Documents = documents,
            LastGood = ReferenceEquals(previous.Documents, previous.LastGood) ? documents : With(previous.LastGood),
            Context = context,
            Edit = new SiteEdit(previous.Site, edited.Keys.ToFrozenSet(StringComparer.Ordinal)),
        };

        Dictionary<string, DocumentReading> With(Dictionary<string, DocumentReading> all)
        {
            var next = new Dictionary<string, DocumentReading>(all, StringComparer.Ordinal);
            foreach (var (path, document) in edited) next[path] = document;
            return next;
        }
    }

    /// <summary>Whether nothing that other documents or the order of lists depend on differs.</summary>
    private static bool IsEdit(DocumentReading before, DocumentReading after)
    {
        if (before.Outcome != after.Outcome || before.Wanted != after.Wanted || before.Link != after.Link) return false;
        if (!before.Diagnostics.IsEmpty || !after.Diagnostics.IsEmpty || before.IsBroken || after.IsBroken) return false;
        if (after.UsesLock || before.AssumesSiteZone != after.AssumesSiteZone || before.OnlySign != after.OnlySign) return false;
        return (before, after) switch
        {
            ({ Post: { } one }, { Post: { } other }) =>
                (one.Published, one.Revised, one.Language) == (other.Published, other.Revised, other.Language),
            ({ Event: { } one }, { Event: { } other }) =>
                one.Span == other.Span && one.Language == other.Language && IsSingle(one) && IsSingle(other),
            _ => false,
        };
    }

    private static bool IsSingle(Event @event) => @event is { Recurrence: null, Series: null, Planned: null };
}
