using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Settings;
using Feeds.Content.Sources;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Sources;

namespace Feeds.Content;

/// <summary>The result of reading a content folder as a site.</summary>
/// <param name="Names">The names of documents that do not get those they ask for.</param>
/// <param name="Diagnostics">In order of path and line.</param>
/// <param name="Documents">The current version of each file, by path.</param>
/// <param name="LastGood">The last version of each file that was not broken, by path.</param>
/// <param name="Links">The address of each document, by the path of its file.</param>
internal sealed record SiteReading(
    Site Site,
    NamePlan Names,
    ImmutableArray<Diagnostic> Diagnostics,
    Dictionary<string, DocumentReading> Documents,
    Dictionary<string, DocumentReading> LastGood,
    Dictionary<string, Uri> Links,
    ReadingContext Context)
{
    public SettingsReading Settings => Context.Settings;

    /// <summary>Null where it may differ from the previous reading in more than an edit.</summary>
    public SiteEdit? Edit { get; init; }

    /// <summary>When each source was last fetched, by its name.</summary>
    public FrozenDictionary<string, PullRecord> Pulls { get; } = Context.Folder.Asset(PullRecords.Path) is { } asset
        ? PullRecords.Read(asset.File.Bytes.Value.Span)
        : FrozenDictionary<string, PullRecord>.Empty;

    /// <summary>How each source is, in their order.</summary>
    public ImmutableArray<SourceStatus> Sources =>
    [
        .. from source in Site.Settings.Sources
           let pull = Pulls.GetValueOrDefault(source.Name)
           let errors = Documents.GetValueOrDefault(source.File)?.Diagnostics.Where(one => one.Severity == Severity.Error)
           let missing = errors is null ? $"there is no {source.File}" : null
           let good = LastGood.GetValueOrDefault(source.File)
           let count = good?.Planet?.Posts.Length ?? good?.Entries.Length ?? 0
           select new SourceStatus(source, count, pull?.Good, pull?.Problem ?? missing ?? errors?.FirstOrDefault()?.Text),
    ];

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>The files, the folders and the entries of lists with errors.</summary>
    public FrozenSet<string> Unread
    {
        get
        {
            var lists = Documents.Values.Where(document => document.Outcome == DocumentOutcome.List);
            var entries = lists.SelectMany(list => list.Entries)
                .Select(entry => Documents.GetValueOrDefault(entry.Path))
                .OfType<DocumentReading>()
                .Where(entry => entry.IsBroken)
                .ToArray();
            // An entry that nothing is known of may be any of its list.
            var unknown = entries.Where(entry => entry.File.Entry is { IsRecovered: true }
                || (entry.Outcome == DocumentOutcome.Unread && Context.Known(entry.File.Path) is null));
            return Diagnostics
                .Where(diagnostic => diagnostic.Severity == Severity.Error)
                .Select(diagnostic => diagnostic.Path)
                .Except(lists.Select(list => list.File.Path), StringComparer.Ordinal)
                .Concat(entries.Select(entry => entry.File.Path))
                .Concat(unknown.Select(entry => entry.File.FilePath))
                .ToFrozenSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Whether the lock may record it: the settings have the public address and no errors, and drafts are not published.</summary>
    public bool CanUpdateLock => Site.Settings is { HasOwnUrl: true, ShowsDrafts: false }
        && !Settings.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>The diagnostic with the file and line of an entry where its path is that of one.</summary>
    public Diagnostic Located(Diagnostic diagnostic) => Documents.GetValueOrDefault(diagnostic.Path)?.File is { Entry: { } entry } file
        ? diagnostic with { Path = file.FilePath, Line = Math.Max(diagnostic.Line, entry.Line) }
        : diagnostic;

    /// <summary>The hashes of the content of a file; null when there is no such file, or it cannot be read.</summary>
    public Source? SourceAt(string path) => (Documents.GetValueOrDefault(path)?.File ?? Context.Folder.File(path)) is { Problem: null } file
        ? new Source(DocumentReader.TextHash(file), "", WrittenId: null, LinksToDocuments: false) { Bytes = file.Hash.ToString() }
        : null;

    /// <summary>The events of sources that others already show.</summary>
    public FoundDoubles Doubles { get; init; } = FoundDoubles.None;

    /// <summary>The events that are shown otherwise because of their doubles, by their files.</summary>
    public FrozenDictionary<string, AdjustedEvent> Adjusted { get; init; } = FrozenDictionary<string, AdjustedEvent>.Empty;

    public Fingerprints FingerprintsAt(string path) => Adjusted.TryGetValue(path, out var adjusted)
        ? Fingerprint.Of(adjusted.Event, Site.Settings)
        : (LastGood.GetValueOrDefault(path) ?? Documents[path]).FingerprintsIn(Site);
}
