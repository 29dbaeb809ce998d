using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Visibility;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>A file to be read as a document, with what its site and the lock contribute.</summary>
/// <param name="DocumentAt">The address of the document in another file; null when there is none.</param>
internal sealed record DocumentContext(SourceFile File, SiteSettings Settings, Func<string, Uri?> DocumentAt, CacheBudget Budget)
{
    /// <summary>Where the document is published, if not where its file asks to be.</summary>
    public Placement? Placed { get; init; }

    /// <summary>The record of the lock for this path; null when there is none.</summary>
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

    public Schedule Schedule { get; init; } = Schedule.Always;

    /// <summary>Whether the front matter allows a page on this server.</summary>
    public bool HasPage { get; init; } = true;

    public LinkResolver Links(Uri page) => new(File.Path, page, Settings, DocumentAt);

    /// <summary>The body, which keeps only the bytes of the file until it is rendered.</summary>
    public RenderedBody Body(FrontMatterBlock block, Uri page) =>
        new(Budget, () => MarkdownBody.Render(DocumentReader.BodyOf(File), Links(page)))
        {
            MayReferToFiles = FileExtensions.AreIn(block.Body),
        };
}
