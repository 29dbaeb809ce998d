using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Feeds.Content.Files;
using Feeds.Content.Languages;
using Feeds.Content.Settings;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Text;

namespace Feeds.Content;

/// <summary>The common arguments for reading the documents of a site.</summary>
internal sealed record ReadingContext(
    FolderReading Folder, SettingsReading Settings, CacheBudget Budget, Func<string, KnownDocument?> Known, string? Zone)
{
    public LinkTable Table { get; init; } = new();

    public LanguageNames Languages { get; init; } = LanguageNames.None;

    /// <summary>The paths of the entries that a list had before.</summary>
    public Func<string, IEnumerable<string>> EntriesOf { get; init; } = _ => [];

    /// <summary>The folders that belong to one event each.</summary>
    public FrozenSet<string> EventFolders { get; init; } = [];

    public bool IsPartOfAnEvent(SourceFile file) => Kinds.EventFolders.Contain(EventFolders, file.FilePath);

    public DocumentReading Read(SourceFile file, Placement? placed)
    {
        var isPart = IsPartOfAnEvent(file);
        var (name, table) = (Languages.Of(file.Path), Table);
        var reading = DocumentReader.Read(new DocumentContext(file, Settings.Settings, path => table.Find(path, name.Language), Budget)
        {
            Name = name,
            NoteNamed = table.FindNote,
            Known = Known(file.Path),
            KnownEntries = [.. EntriesOf(file.Path).Select(EntryPath.KeyOf)],
            Placed = placed,
            IsPartOfAnEvent = isPart,
        });
        return reading with { IsPartOfAnEvent = isPart };
    }
}

/// <summary>The addresses of all documents, filled in after the reading and held until the bodies are rendered.</summary>
internal sealed class LinkTable
{
    private static readonly Regex LeadingDate = new("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-", LinearRegex.Options);

    private Dictionary<string, Uri> links = [];
    private Lazy<ILookup<string, string>> notes = new(() => Array.Empty<string>().ToLookup(NoteName));

    private Lazy<ILookup<string, (string Path, string? Language)>>? translations;

    /// <param name="value">The addresses, by the documents' paths.</param>
    public void Fill(Dictionary<string, Uri> value, LanguageNames languages)
    {
        links = value;
        notes = new(() => value.Keys
            .SelectMany(path => NoteNames(path).Select(name => (name, path)))
            .ToLookup(one => one.name, one => one.path));
        translations = languages.AreUsed
            ? new(() => value.Keys.Order(StringComparer.Ordinal).Select(path => (Path: path, Name: languages.Of(path)))
                .ToLookup(one => one.Name.Plain, one => (one.Path, one.Name.Language), StringComparer.Ordinal))
            : null;
    }

    /// <summary>The address of the document at a path, or else of that with this name in a language.</summary>
    /// <param name="language">A BCP 47 tag; null for that of the site.</param>
    public Uri? Find(string path, string? language)
    {
        if (links.TryGetValue(path, out var link) || translations is null) return link;
        // Hugo's links name a document without its language.
        var versions = translations.Value[path];
        return versions.Where(version => version.Language == language).Concat(versions)
            .Select(version => links[version.Path])
            .FirstOrDefault();
    }

    /// <summary>The address of the document with this file name; of several that with the shortest path.</summary>
    /// <param name="name">Without extension, or with the last folders before it.</param>
    public Uri? FindNote(string name)
    {
        var wanted = NoteName(name);
        var slash = wanted.LastIndexOf('/');
        var path = notes.Value[wanted[(slash + 1)..]]
            .Where(path => slash < 0 || $"/{NoteName(path)}".EndsWith($"/{wanted}", StringComparison.Ordinal))
            .OrderBy(path => path.Length)
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
        return path is null ? null : links[path];
    }

    /// <summary>The names by which a file may be called: with and without its date.</summary>
    private static IEnumerable<string> NoteNames(string path)
    {
        var name = NoteName(path);
        name = name[(name.LastIndexOf('/') + 1)..];
        yield return name;
        if (LeadingDate.Match(name) is { Success: true } date) yield return name[date.Length..];
    }

    /// <summary>A path without its extension, as other programs compare names.</summary>
    private static string NoteName(string path)
    {
        var name = NormalPath.Of(path.TrimStart('/')).ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        if (Path.GetExtension(name) is ".md" or ".markdown" or ".mdx" or ".mkd" or ".qmd") name = Path.ChangeExtension(name, null);
        return name.EndsWith("/index", StringComparison.Ordinal) ? name[..^"/index".Length] : name;
    }
}
