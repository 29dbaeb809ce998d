using System.Collections.Immutable;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Content.Lists;
using Feeds.Content.Markdown;
using Feeds.Content.Visibility;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>A file to read as a document, with its site and its record of the lock.</summary>
/// <param name="DocumentAt">The address of the document in another file.</param>
internal sealed record DocumentContext(SourceFile File, SiteSettings Settings, Func<string, Uri?> DocumentAt, CacheBudget Budget)
{
    /// <summary>The address of the document whose file has a name.</summary>
    public Func<string, Uri?> NoteNamed { get; init; } = _ => null;

    public required LocalizedPath Name { get; init; }

    /// <summary>Where the document is published, if not where its file asks.</summary>
    public Placement? Placed { get; init; }

    /// <summary>The record of the lock for this path.</summary>
    public KnownDocument? Known
    {
        get
        {
            UsesLock = true;
            return field;
        }
        init;
    }

    /// <summary>Whether <see cref="Known"/> was used, so that the document has to be read again when the lock changes.</summary>
    public bool UsesLock { get; private set; }

    /// <summary>The keys that the entries of this list had before.</summary>
    public ImmutableArray<string> KnownEntries { get; init; } = [];

    /// <summary>Whether the file lies in the folder of one event, as a talk does.</summary>
    public bool IsPartOfAnEvent { get; init; }

    public Schedule Schedule { get; init; } = Schedule.Always;

    public bool HasPage { get; init; } = true;

    public LinkResolver Links(Uri page, string? mediaFolder = null) => new(Base, page, Settings, DocumentAt)
    {
        MediaFolder = mediaFolder,
        Note = NoteNamed,
        OfTranslations = File.Entry is null ? TranslatedFolders.Of(File.Path, Name, Settings) : [],
    };

    // A site generator reads the data of a whole site, so links in it start at the top of the site.
    private string Base =>
        File.Entry is not null && ListFiles.IsInDataFolder(File.FilePath) ? Path.GetFileName(File.FilePath) : File.FilePath;

    public RenderedBody Body(FrontMatterBlock block, Uri page, string? mediaFolder = null) =>
        new(Budget, () => MarkdownBody.Render(DocumentReader.BodyOf(File), Links(page, mediaFolder)))
        {
            MayReferToFiles = FileExtensions.AreIn(block.Body),
            MayLinkHere = FileExtensions.MayBeLinkedIn(block.Body),
        };
}
