using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>A site as it was read, with all that is wrong with it and what the next reading may take over.</summary>
/// <param name="Diagnostics">In order of path and line.</param>
/// <param name="Documents">What each file says now, by path.</param>
/// <param name="Links">Where each document is read, by the path of its file.</param>
/// <param name="LastGood">What each file last said while it was whole, by path.</param>
internal sealed record SiteReading(
    Site Site,
    SettingsReading Settings,
    ImmutableArray<Diagnostic> Diagnostics,
    Dictionary<string, DocumentReading> Documents,
    Dictionary<string, DocumentReading> LastGood,
    Dictionary<string, Uri> Links)
{
    /// <summary>The files and folders that are there, but could not be read, or not published.</summary>
    public FrozenSet<string> Unread => Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Path).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether what it says may be remembered: its address is the public one, and nothing that holds for all of it is broken.</summary>
    public bool IsLasting => Site.Settings.HasOwnUrl && !Settings.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>Reads the files of a content folder as a site.</summary>
internal static class SiteReader
{
    /// <summary>Enough for the feeds that most readers ask for, with all that they are made from.</summary>
    private const long MaxOctetsKept = 32 * 1024 * 1024;

    /// <summary>Reads a site.</summary>
    /// <param name="listening">Waits for the address that serves it, of a site that names none.</param>
    /// <param name="previous">The reading before: files whose bytes are as they were are not read again, and one that broke keeps what it last said.</param>
    /// <param name="known">What the lock remembers of published documents, by path.</param>
    public static SiteReading Read(FolderReading folder, Func<Uri> listening, SiteReading? previous, FrozenDictionary<string, KnownDocument>? known = null)
    {
        var settingsReading = SettingsReader.Read(folder, listening, previous?.Settings);
        var settings = settingsReading.Settings;
        var memo = ReferenceEquals(settingsReading, previous?.Settings) ? previous.Documents : null;
        var table = new LinkTable();
        var budget = previous?.Site.Budget ?? new Budget(MaxOctetsKept);
        var files = folder.Files.Where(file => !SettingsReader.IsSettings(file) && DocumentReader.IsDocument(file.Path, settings)).ToArray();
        var read = Read(_ => true);
        var links = Links(read);
        if (previous is not null && Same(links, previous.Links)) links = previous.Links;
        else if (memo is not null) read = Read(document => !document.LinksToDocuments);
        table.Links = links;

        var documents = read.ToDictionary(document => document.Path, document => document.Reading, StringComparer.Ordinal);
        var lastGood = LastGood(documents, previous);
        var addresses = new AddressBook();
        var used = read.Select(document => lastGood.GetValueOrDefault(document.Path, document.Reading)).ToArray();
        var posts = used.Select(document => document.Post).OfType<Post>().Where(addresses.Take);
        var series = SeriesReader.Read(used.Select(document => document.Event).OfType<Event>().Where(addresses.Take), settings.Url);
        var whole = Site.Of(
            settings,
            WithDistinctUpdates(posts, previous?.Site.Posts ?? []),
            series.Events,
            series.Plans,
            folder.Others.Select(other => other.File).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal)) with
        {
            Budget = budget,
        };
        var told = settings with { Sections = SectionsOf(whole), HasCustomStyle = whole.Files.ContainsKey(Addresses.CustomStyle[1..]) };
        // The same value again where it is equal: all that is rendered depends on it, and is compared by it.
        var site = whole with { Settings = told == previous?.Site.Settings ? previous.Site.Settings : told };
        var diagnostics = folder.Diagnostics
            .Concat(settingsReading.Diagnostics)
            .Concat(read.SelectMany(document => document.Reading.Diagnostics))
            .Concat(addresses.Diagnostics)
            .Concat(series.Diagnostics)
            .Concat(UnreadFiles.Diagnostics(folder, settings))
            .Concat(folder.Files.Length == 0 ? [new Diagnostic(".", 0, Severity.Warning, "there is no Markdown file in this folder or below it")] : []);
        return new SiteReading(
            site, settingsReading, [.. diagnostics.Order(Diagnostic.ByPlace)], documents, lastGood, links);

        (string Path, DocumentReading Reading)[] Read(Func<DocumentReading, bool> mayBeKept)
        {
            var kept = Array.ConvertAll(files, file => memo?.GetValueOrDefault(file.Path) is { } before && before.Hash == file.Hash && file.Problem is null && mayBeKept(before) ? before : null);
            var changed = Enumerable.Range(0, files.Length).Where(index => kept[index] is null).ToArray();
            Parallel.ForEach(changed, index => kept[index] = DocumentReader.Read(new DocumentPlace(files[index], settings, table.Find, budget) { Known = known?.GetValueOrDefault(files[index].Path) }));
            return [.. files.Select((file, index) => (file.Path, kept[index]!))];
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

    // Readers that sort by 'updated' must not find two posts of one day at the same second, in an order of their own.
    private static IEnumerable<Post> WithDistinctUpdates(IEnumerable<Post> posts, ImmutableArray<Post> previous)
    {
        // Where one was put off before, it is the same value again: so it is seen that nothing has changed.
        var known = previous.ToDictionary(post => post.Path, StringComparer.Ordinal);
        var taken = new HashSet<Instant>();
        foreach (var post in posts)
        {
            var updated = post.Updated;
            while (!taken.Add(updated.ToInstant())) updated = updated.PlusSeconds(1);
            if (updated == post.Updated) yield return post;
            else yield return post with { Updated = updated } is var distinct && known.GetValueOrDefault(post.Path) is { } same && same == distinct ? same : distinct;
        }
    }

    private static Dictionary<string, Uri> Links((string Path, DocumentReading Reading)[] documents) =>
        documents.Select(document => (document.Path, Link: document.Reading.Post?.Link ?? document.Reading.Event?.Link))
            .Where(document => document.Link is not null)
            .ToDictionary(document => document.Path, document => document.Link!, StringComparer.Ordinal);

    private static bool Same(Dictionary<string, Uri> one, Dictionary<string, Uri> other) =>
        one.Count == other.Count && one.All(link => other.TryGetValue(link.Key, out var same) && same == link.Value);

    /// <summary>Where the documents of one reading are: bodies are rendered later, when that is known. It holds nothing else, because unrendered bodies hold it.</summary>
    private sealed class LinkTable
    {
        public Dictionary<string, Uri> Links { get; set; } = [];

        public Uri? Find(string path) => Links.GetValueOrDefault(path);
    }
}
