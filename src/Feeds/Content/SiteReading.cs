using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Settings;
using Feeds.Model;
using Feeds.Model.Names;

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

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>The files and folders with errors.</summary>
    public FrozenSet<string> Unread => Diagnostics
        .Where(diagnostic => diagnostic.Severity == Severity.Error)
        .Select(diagnostic => diagnostic.Path)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the lock may record it: the settings have the public address and no errors, and drafts are not published.</summary>
    public bool CanUpdateLock => Site.Settings is { HasOwnUrl: true, ShowsDrafts: false }
        && !Settings.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>The hashes of the content of a file; null when there is no such file, or it cannot be read.</summary>
    public Source? SourceAt(string path) => Context.Folder.File(path) is { Problem: null } file
        ? new Source(DocumentReader.TextHash(file), "", WrittenId: null, LinksToDocuments: false) { Bytes = file.HashText }
        : null;

    public Fingerprints FingerprintsAt(string path) => (LastGood.GetValueOrDefault(path) ?? Documents[path]).FingerprintsIn(Site);
}
