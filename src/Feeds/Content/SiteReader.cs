using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.Recurrence;
using Feeds.Content.Settings;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>A site as it was read, with all that is wrong with it and what the next reading may take over.</summary>
/// <param name="Names">The names of documents that do not get those they ask for.</param>
/// <param name="Diagnostics">In order of path and line.</param>
/// <param name="Documents">What each file says now, by path.</param>
/// <param name="Links">Where each document is read, by the path of its file.</param>
/// <param name="LastGood">What each file last said while it was whole, by path.</param>
/// <param name="Context">What its documents were read with.</param>
internal sealed record SiteReading(
    Site Site,
    NamePlan Names,
    ImmutableArray<Diagnostic> Diagnostics,
    Dictionary<string, DocumentReading> Documents,
    Dictionary<string, DocumentReading> LastGood,
    Dictionary<string, Uri> Links,
    ReadingContext Context)
{
    /// <summary>The files and folders that are there, but could not be read, or not published.</summary>
    public FrozenSet<string> Unread => Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Path).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether what it says may be remembered: its address is the public one, and nothing that holds for all of it is broken.</summary>
    public bool IsLasting => Site.Settings.HasOwnUrl && !Settings.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>What is in a file; null where there is none.</summary>
    public Source? SourceAt(string path) => Context.Folder.File(path) is { Problem: null } file
        ? new Source(DocumentReader.TextHash(file), "", WrittenId: null, LinksToDocuments: false) { Bytes = file.HashText }
        : null;

    /// <summary>The hashes of what subscribers see of the document in a file.</summary>
    public Fingerprints FingerprintsAt(string path) => (LastGood.GetValueOrDefault(path) ?? Documents[path]).FingerprintsIn(Site);

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    public SettingsReading Settings => Context.Settings;
}

/// <summary>Reads the files of a content folder as a site.</summary>
internal static class SiteReader
{
    /// <summary>Enough for the feeds that most readers ask for, with all that they are made from.</summary>
    private const long MaxOctetsKept = 32 * 1024 * 1024;

    /// <summary>Reads a site.</summary>
    /// <param name="address">The address of a site that names none.</param>
    /// <param name="previous">The reading before: files whose bytes are as they were are not read again, and one that broke keeps what it last said.</param>
    /// <param name="known">What the lock remembers of the published document at a path.</param>
    /// <param name="zone">The IANA name of a time zone to propose to a site that names none; null for an example.</param>
    /// <param name="url">The public address that takes the place of the one in <c>site.yaml</c>, in links alone; null for none.</param>
    public static SiteReading Read(
        FolderReading folder, Uri address, SiteReading? previous, Func<string, KnownDocument?>? known = null, string? zone = null, Uri? url = null)
    {
        var settings = SettingsReader.Read(folder, address, previous?.Settings, url);
        var memo = ReferenceEquals(settings, previous?.Settings) ? previous.Documents : null;
        var context = new ReadingContext(folder, settings, previous?.Site.Budget ?? new CacheBudget(MaxOctetsKept), known ?? (_ => null), zone);
        var files = folder.Files.Where(file => !SettingsReader.IsSettings(file) && DocumentReader.IsDocument(file.Path, settings.Settings)).ToArray();
        var documents = new Dictionary<string, DocumentReading>(files.Length, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (memo?.GetValueOrDefault(file.Path) is { } before && before.File.Hash == file.Hash && file.Problem is null && !(before.UsesLock && before.Known != context.Known(file.Path))) documents[file.Path] = before;
        }

        var fresh = files.Where(file => !documents.ContainsKey(file.Path)).AsParallel().Select(file => context.Read(file, placed: null)).ToArray();
        foreach (var document in fresh) documents[document.File.Path] = document;
        var lastGood = LastGood(documents, previous);
        var names = SiteNames.Of(documents.Keys.Select(path => lastGood.GetValueOrDefault(path) ?? documents[path]), previous);
        return Assembled(context, documents, ReferenceEquals(documents, lastGood) ? null : lastGood, names, previous);
    }

    /// <summary>The same site with other names.</summary>
    public static SiteReading Renamed(SiteReading reading, NamePlan names) => names.SameAs(reading.Names) && names.Diagnostics.SequenceEqual(reading.Names.Diagnostics)
        ? reading
        : Assembled(reading.Context with { Table = new LinkTable() }, Copy(reading.Documents), ReferenceEquals(reading.Documents, reading.LastGood) ? null : Copy(reading.LastGood), names, reading);

    private static Dictionary<string, DocumentReading> Copy(Dictionary<string, DocumentReading> documents) => new(documents, StringComparer.Ordinal);

    private static SiteReading Assembled(
        ReadingContext context, Dictionary<string, DocumentReading> documents, Dictionary<string, DocumentReading>? good, NamePlan names, SiteReading? previous)
    {
        var lastGood = good ?? documents;
        ReadAgain(document => document.IsPublished && document.Placed != names.Placements.GetValueOrDefault(document.File.Path));
        var links = Links(documents.Keys.Select(Used));
        if (previous is not null && Same(links, previous.Links)) links = previous.Links;
        else if (previous is not null) ReadAgain(document => document.LinksToDocuments);
        context.Table.Links = links;

        var (folder, settings) = (context.Folder, context.Settings.Settings);
        DocumentReading[] used = [.. documents.Keys.Order(StringComparer.Ordinal).Select(Used)];
        var unusable = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<Post> posts = [.. used.Select(document => document.Post).OfType<Post>().Where(post => IsUsable(post.Path, post.PagePath))];
        ImmutableArray<Event> events = [.. used.Select(document => document.Event).OfType<Event>().Where(@event => IsUsable(@event.Path, @event.PagePath))];
        var series = SeriesReader.Read(events, names.Copies);
        var identities = SiteIds.Of(posts, events, series.Standing, names.Copies, settings.IdentityUrl);
        var files = folder.Others.Select(other => other.File).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        var whole = new Site(settings, posts, series.Events, series.Plans, files, identities) { Budget = context.Budget, PlannedDates = series.Standing }.With(identities);
        var told = settings with { Sections = SectionsOf(whole), HasCustomStyle = whole.Files.ContainsKey(Addresses.CustomStyle[1..]) };
        // The same value again where it is equal: all that is rendered depends on it, and is compared by it.
        var site = whole with { Settings = told == previous?.Site.Settings ? previous.Site.Settings : told };
        var diagnostics = folder.Diagnostics
            .Concat(context.Settings.Diagnostics)
            .Concat(documents.Values.SelectMany(document => document.Diagnostics))
            .Concat(unusable)
            .Concat(series.Diagnostics)
            .Concat(SiteNames.SharedLinks(site))
            .Concat(names.Diagnostics)
            .Concat(ZoneAdvice.Read(settings, used, context.Zone))
            .Concat(UnreadFiles.Diagnostics(folder, settings))
            .Concat(folder.Files.Length == 0 ? [new Diagnostic(".", 0, Severity.Warning, "there is no Markdown file in this folder or below it")] : []);
        return new SiteReading(site, names, [.. diagnostics.Order(Diagnostic.ByPlace)], documents, lastGood, links, context);

        // Only a permalink of site.yaml leads there.
        bool IsUsable(string path, string? page)
        {
            if (page is null || !ServerPath.IsBelowAFile(page)) return true;
            unusable.Add(new Diagnostic(path, 0, Severity.Error, $"its address ({page}) is below what has the name of a file; write another 'permalink:' in site.yaml"));
            return false;
        }

        DocumentReading Used(string path) => lastGood.GetValueOrDefault(path) ?? documents[path];

        void ReadAgain(Func<DocumentReading, bool> isStale)
        {
            foreach (var readings in ReferenceEquals(documents, lastGood) ? [documents] : new[] { documents, lastGood })
            {
                var stale = readings.Where(document => isStale(document.Value)).ToArray();
                var fresh = stale.AsParallel().AsOrdered().Select(document => context.Read(document.Value.File, names.Placements.GetValueOrDefault(document.Key))).ToArray();
                foreach (var document in fresh) readings[document.File.Path] = document;
                    }
        }
    }

    private static Dictionary<string, DocumentReading> LastGood(Dictionary<string, DocumentReading> documents, SiteReading? previous)
    {
        if (!documents.Values.Any(document => document.IsBroken)) return documents;
        return documents
            .Select(document => (document.Key, Reading: document.Value.IsBroken ? previous?.LastGood.GetValueOrDefault(document.Key) : document.Value))
            .Where(document => document.Reading is not null)
            .ToDictionary(document => document.Key, document => document.Reading!, StringComparer.Ordinal);
    }

    private static SiteSections SectionsOf(Site site)
    {
        var posts = site.Posts.Any(post => post.PagePath is not null) ? SiteSections.Posts : SiteSections.None;
        var events = site.Events.Concat(site.Plans.Select(plan => plan.Event)).Any(@event => @event.PagePath is not null) ? SiteSections.Events : SiteSections.None;
        return posts | events;
    }

    private static Dictionary<string, Uri> Links(IEnumerable<DocumentReading> documents) =>
        documents.Select(document => (document.File.Path, Link: document.Post?.Link ?? document.Event?.Link))
            .Where(document => document.Link is not null)
            .ToDictionary(document => document.Path, document => document.Link!, StringComparer.Ordinal);

    private static bool Same(Dictionary<string, Uri> one, Dictionary<string, Uri> other) =>
        one.Count == other.Count && one.All(link => other.TryGetValue(link.Key, out var same) && same == link.Value);
}
