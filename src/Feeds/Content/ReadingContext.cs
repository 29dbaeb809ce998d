using Feeds.Content.Files;
using Feeds.Content.Settings;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>The common arguments for reading the documents of a site.</summary>
internal sealed record ReadingContext(
    FolderReading Folder, SettingsReading Settings, CacheBudget Budget, Func<string, KnownDocument?> Known, string? Zone)
{
    public LinkTable Table { get; init; } = new();

    /// <summary>The paths of the entries that a list had before.</summary>
    public Func<string, IEnumerable<string>> EntriesOf { get; init; } = _ => [];

    public DocumentReading Read(SourceFile file, Placement? placed) =>
        DocumentReader.Read(new DocumentContext(file, Settings.Settings, Table.Find, Budget)
        {
            Known = Known(file.Path),
            KnownEntries = EntriesOf(file.Path).Select(EntryPath.KeyOf),
            Placed = placed,
        });
}

/// <summary>The addresses of all documents, filled in after the reading and held until the bodies are rendered.</summary>
internal sealed class LinkTable
{
    public Dictionary<string, Uri> Links { get; set; } = [];

    public Uri? Find(string path) => Links.GetValueOrDefault(path);
}
