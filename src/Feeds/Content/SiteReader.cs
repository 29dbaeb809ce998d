using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.Kinds;
using Feeds.Content.Languages;
using Feeds.Content.Lists;
using Feeds.Content.Names;
using Feeds.Content.Recurrence;
using Feeds.Content.Settings;
using Feeds.Content.Sources;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>Reads the files of a content folder as a site.</summary>
internal static class SiteReader
{
    /// <summary>Enough for the most requested feeds and everything they are made from.</summary>
    private const long CacheBytes = 32 * 1024 * 1024;

    /// <param name="address">The address of a site without <c>url</c>.</param>
    /// <param name="previous">The previous reading, whose unchanged files and last good versions of broken ones are reused.</param>
    /// <param name="known">The record of the lock for the published document at a path.</param>
    /// <param name="zone">The IANA name of a time zone to propose to a site that has none; null for an example.</param>
    /// <param name="knownEntries">The paths in the lock of the entries of a list.</param>
    /// <param name="url">The public address that replaces that of <c>site.yaml</c> in links, but not in ids; null for none.</param>
    public static SiteReading Read(
        FolderReading folder, Uri address, SiteReading? previous,
        Func<string, KnownDocument?>? known = null, string? zone = null, Uri? url = null,
        Func<string, IEnumerable<string>>? knownEntries = null)
    {
        var settings = SettingsReader.Read(folder, address, previous?.Settings, url);
        folder = folder.WithPulled(settings.Settings.Sources);
        var budget = previous?.Site.Budget ?? new CacheBudget(CacheBytes);
        var context = new ReadingContext(folder, settings, budget, known ?? (_ => null), zone);
        if (ReferenceEquals(settings, previous?.Settings) && EditReader.Read(context, previous!) is { } edited) return edited;

        context = context with
        {
            Languages = LanguageNames.Of(folder.Files.Select(file => file.Path), settings.Settings),
            EventFolders = EventFolders.Of(folder, settings.Settings),
        };
        // Not kept with the reading, because it holds the previous one.
        var reader = context with
        {
            EntriesOf = list => (knownEntries?.Invoke(list) ?? []).Concat(EntriesOf(list, previous)).Distinct(StringComparer.Ordinal),
        };
        var lists = ListFiles.In(folder, settings.Settings, previous).ToArray();
        SourceFile[] files =
        [
            .. folder.Files.Where(file => !SettingsReader.IsSettings(file) && DocumentReader.IsDocument(file.Path, settings.Settings)
                && !ListFiles.IsList(file.Path, settings.Settings)),
            .. lists,
        ];
        var reusable = ReferenceEquals(settings, previous?.Settings) ? previous.Documents : [];
        var documents = new Dictionary<string, DocumentReading>(files.Length, StringComparer.Ordinal);
        ReadAll(files);
        SourceFile[] entries = [.. documents.Values.SelectMany(EntriesIn)];
        ReadAll(entries);
        var lastGood = LastGood(documents, previous);
        var doubles = AssignUids(documents, lastGood, settings.Settings, previous?.Doubles ?? FoundDoubles.None);
        var named = documents.Keys.Where(path => !doubles.Hidden.Contains(path))
            .Select(path => lastGood.GetValueOrDefault(path) ?? documents[path]);
        var names = SiteNames.Of(named, previous);
        return Assemble(context, documents, lastGood, names, doubles, previous);

        void ReadAll(SourceFile[] some)
        {
            foreach (var file in some)
            {
                if (reusable.GetValueOrDefault(file.Path) is { } before && IsCurrent(before, file, context))
                    documents[file.Path] = ReferenceEquals(before.File.Entry, file.Entry) ? before : before with { File = file };
            }

            var fresh = some.Where(file => !documents.ContainsKey(file.Path)).AsParallel().Select(file => reader.Read(file, placed: null));
            foreach (var document in fresh.ToArray()) documents[document.File.Path] = document;
        }

        // A list that cannot be read keeps its entries.
        IEnumerable<SourceFile> EntriesIn(DocumentReading document) =>
            document.IsBroken ? previous?.LastGood.GetValueOrDefault(document.File.Path)?.Entries ?? [] : document.Entries;
    }

    private static IEnumerable<string> EntriesOf(string list, SiteReading? previous) =>
        (previous?.LastGood.GetValueOrDefault(list)?.Entries ?? []).Select(entry => entry.Path);

    public static SiteReading WithNames(SiteReading reading, NamePlan names)
    {
        if (names.SameAs(reading.Names) && names.Diagnostics.SequenceEqual(reading.Names.Diagnostics)) return reading;
        var documents = new Dictionary<string, DocumentReading>(reading.Documents, StringComparer.Ordinal);
        var lastGood = ReferenceEquals(reading.Documents, reading.LastGood)
            ? documents
            : new Dictionary<string, DocumentReading>(reading.LastGood, StringComparer.Ordinal);
        return Assemble(reading.Context with { Table = new LinkTable() }, documents, lastGood, names, reading.Doubles, reading);
    }

    /// <summary>Gives the events of sources their UIDs, and returns those that others already show.</summary>
    /// <param name="known">Returned where no event was read again.</param>
    private static FoundDoubles AssignUids(
        Dictionary<string, DocumentReading> documents, Dictionary<string, DocumentReading> lastGood, SiteSettings settings,
        FoundDoubles known)
    {
        if (settings.Sources.IsEmpty) return FoundDoubles.None;
        ImmutableArray<Event> events =
            [.. documents.Keys.Select(path => (lastGood.GetValueOrDefault(path) ?? documents[path]).Event).OfType<Event>()];
        if (known.AreOf(events)) return known;
        var doubles = SourceDoubles.Of(events, settings);
        foreach (var readings in ReferenceEquals(documents, lastGood) ? [documents] : new[] { documents, lastGood })
            SourceEvents.AssignUids(readings, doubles, settings);
        return doubles;
    }

    private static bool IsCurrent(DocumentReading before, SourceFile file, ReadingContext context) =>
        before.File.Hash == file.Hash && file.Problem is null
        && (before.Name is null || before.Name == context.Languages.Of(file.Path))
        // What is said of an entry names its line.
        && (before.File.Entry?.Line == file.Entry?.Line || before.Diagnostics.IsEmpty)
        && before.IsPartOfAnEvent == context.IsPartOfAnEvent(file)
        && !(before.UsesLock && before.Known != context.Known(file.Path));

    /// <param name="lastGood">The same object as <paramref name="documents"/> when none of them is broken.</param>
    private static SiteReading Assemble(
        ReadingContext context,
        Dictionary<string, DocumentReading> documents,
        Dictionary<string, DocumentReading> lastGood,
        NamePlan names,
        FoundDoubles known,
        SiteReading? previous)
    {
        ReadAgain(document => document.IsPublished && document.Placed != names.Placements.GetValueOrDefault(document.File.Path));
        var links = Links(documents.Keys.Select(Used));
        if (previous is not null && IsSame(links, previous.Links)) links = previous.Links;
        else if (previous is not null) ReadAgain(document => document.LinksToDocuments);
        context.Table.Fill(links, context.Languages);

        var (folder, settings) = (context.Folder, context.Settings.Settings);
        var doubles = AssignUids(documents, lastGood, settings, known);
        var adjusted = SourceEvents.Adjusted(doubles, previous?.Adjusted ?? FrozenDictionary<string, AdjustedEvent>.Empty);
        DocumentReading[] used =
            [.. documents.Keys.Where(path => !doubles.Hidden.Contains(path)).Order(StringComparer.Ordinal).Select(Used)];
        var unusable = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<Post> posts =
            [.. used.Select(document => document.Post).OfType<Post>().Where(post => IsUsable(post.Path, post.PagePath))];
        ImmutableArray<Event> events =
        [
            .. used.Select(document => document.Event).OfType<Event>()
                .Where(@event => IsUsable(@event.Path, @event.PagePath))
                .Select(@event => adjusted.GetValueOrDefault(@event.Path)?.Event ?? @event),
        ];
        ImmutableArray<ContentPage> pages =
            [.. used.Select(document => document.Page).OfType<ContentPage>().Where(page => IsUsable(page.Path, page.PagePath))];
        var series = SeriesReader.Read(events, names.Copies);
        var identities = SiteIds.Of(posts, events, series.PlannedDates, names.Copies, settings.IdentityUrl);
        var files = previous is not null && folder.Assets.SequenceEqual(previous.Context.Folder.Assets)
            ? previous.Site.Files
            : folder.Assets.Select(asset => asset.File).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        var doublePosts = new List<Diagnostic>();
        var site = new Site(settings, posts, series.Events, series.Plans, files, identities)
        {
            Budget = context.Budget,
            PlannedDates = series.PlannedDates,
            Pages = pages,
            Doubles = SourceEvents.Doubled(doubles, settings),
            Planet = SourcePlanet.Of(settings, path => documents.ContainsKey(path) ? Used(path).Planet : null, posts, doublePosts),
        }.With(identities);
        settings = settings with
        {
            Sections = SectionsOf(site),
            Navigation = NavigationOf(pages, previous?.Site.Settings.Navigation ?? []),
            HasCustomStyle = files.ContainsKey(Addresses.CustomStyle[1..]),
        };
        // Representations are compared by the settings object, so equal settings must be the same object.
        site = site with { Settings = settings == previous?.Site.Settings ? previous.Site.Settings : settings };
        var diagnostics = folder.Diagnostics
            .Concat(context.Settings.Diagnostics)
            .Concat(SourceEvents.Open(documents.Values, adjusted))
            .Concat(unusable)
            .Concat(series.Diagnostics)
            .Concat(SiteNames.SharedLinks(site))
            .Concat(names.Diagnostics)
            .Concat(TimeZoneCheck.Read(settings, used, context.Zone))
            .Concat(UnreadFiles.Diagnostics(folder, settings))
            .Concat(MissingLists())
            .Concat(MissingSources())
            .Concat(SourceEvents.Notes(doubles, PlaceOf))
            .Concat(doublePosts);
        if (folder.Files.IsEmpty)
        {
            const string Problem = "there is no Markdown file in this folder or below it";
            diagnostics = diagnostics.Append(new Diagnostic(".", 0, Severity.Warning, Problem));
        }

        var reading = new SiteReading(site, names, [], documents, lastGood, links, context) { Doubles = doubles, Adjusted = adjusted };
        diagnostics = diagnostics.Concat(SourceEvents.FailedPulls(settings, reading.Pulls));
        return reading with { Diagnostics = [.. diagnostics.Select(reading.Located).Order(Diagnostic.ByPlace)] };

        // Only a permalink of site.yaml makes such an address.
        bool IsUsable(string path, string? page)
        {
            if (page is null || !ServerPath.IsBelowAFile(page)) return true;
            var problem = $"its address ({page}) is below a file name; write another 'permalink:' in site.yaml";
            unusable.Add(new Diagnostic(path, 0, Severity.Error, problem));
            return false;
        }

        IEnumerable<Diagnostic> MissingLists() =>
            from path in settings.Events.Files
            where !documents.ContainsKey(path)
            let problem = $"'events.files' names {path}, and there is no such file; correct the path, from the content folder on"
            select new Diagnostic(SettingsFile.Path, 0, Severity.Error, problem);

        IEnumerable<Diagnostic> MissingSources() =>
            from source in settings.Sources
            where !documents.ContainsKey(source.File)
            let cure = source.IsFetched ? "run 'feeds pull', or serve with --pull" : "correct the path, from the content folder on"
            let problem = $"there is no {source.File} for the source '{source.Name}'; {cure}"
            select new Diagnostic(SettingsFile.Path, source.Line, Severity.Warning, problem);

        string PlaceOf(string path) => Used(path).File is { Entry: { } entry } file
            ? FormattableString.Invariant($"{file.FilePath}:{entry.Line}")
            : path;

        DocumentReading Used(string path) => lastGood.GetValueOrDefault(path) ?? documents[path];

        void ReadAgain(Func<DocumentReading, bool> isStale)
        {
            foreach (var readings in ReferenceEquals(documents, lastGood) ? [documents] : new[] { documents, lastGood })
            {
                var stale = readings.Where(document => isStale(document.Value)).Select(document => document.Value.File).ToArray();
                var fresh = stale.AsParallel().Select(file => context.Read(file, names.Placements.GetValueOrDefault(file.Path)));
                foreach (var document in fresh.ToArray()) readings[document.File.Path] = document;
            }
        }
    }

    private static Dictionary<string, DocumentReading> LastGood(Dictionary<string, DocumentReading> documents, SiteReading? previous)
    {
        if (!documents.Values.Any(document => document.IsBroken)) return documents;
        return documents.Values
            .Select(document => document.IsBroken ? previous?.LastGood.GetValueOrDefault(document.File.Path) : document)
            .OfType<DocumentReading>()
            .ToDictionary(document => document.File.Path, StringComparer.Ordinal);
    }

    private static SiteSections SectionsOf(Site site)
    {
        var events = site.Events.Concat(site.Plans.Select(plan => plan.Event));
        return (site.Posts.Any(post => post.PagePath is not null) ? SiteSections.Posts : SiteSections.None)
            | (events.Any(@event => @event.PagePath is not null) ? SiteSections.Events : SiteSections.None)
            | (site.Settings.Sources.Any(source => source.IsFeed) ? SiteSections.Planet : SiteSections.None);
    }

    /// <param name="previous">Returned where it is the same, so that the settings stay equal.</param>
    private static ImmutableArray<NavigationLink> NavigationOf(ImmutableArray<ContentPage> pages, ImmutableArray<NavigationLink> previous)
    {
        var links = pages.Where(page => page.Position is not null)
            .OrderBy(page => page.Position)
            .Select(page => new NavigationLink(page.Title, page.PagePath))
            .ToArray();
        return previous.SequenceEqual(links) ? previous : [.. links];
    }

    private static Dictionary<string, Uri> Links(IEnumerable<DocumentReading> documents) =>
        documents.Where(document => document.IsPublished)
            .ToDictionary(document => document.File.Path, document => document.Link!, StringComparer.Ordinal);

    private static bool IsSame(Dictionary<string, Uri> one, Dictionary<string, Uri> other) =>
        one.Count == other.Count && one.All(link => other.TryGetValue(link.Key, out var same) && same == link.Value);
}
