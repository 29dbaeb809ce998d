using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Visibility;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>What a document has around it: the file that it stands in, and the site that it is of.</summary>
/// <param name="DocumentAt">The address of the document in another file; null when there is none.</param>
/// <param name="Budget">What keeps its rendered body.</param>
internal sealed record DocumentContext(SourceFile File, SiteSettings Settings, Func<string, Uri?> DocumentAt, CacheBudget Budget)
{
    /// <summary>Where it is published, if not where its file asks to be.</summary>
    public Placement? Placed { get; init; }

    /// <summary>What the lock remembers of the document at this path; null when it knows none there.</summary>
    public KnownDocument? Known
    {
        get
        {
            UsesLock = true;
            return field;
        }
        init;
    }

    /// <summary>Whether that was asked for: what is read then depends on the lock.</summary>
    public bool UsesLock { get; private set; }

    /// <summary>From when and up to when it is published.</summary>
    public Schedule Schedule { get; init; } = new(Published: null, Expires: null, LastDay: null, IsNever: false, IsUnclear: false);

    /// <summary>Whether it may have a page on this server.</summary>
    public bool HasPage { get; init; } = true;

    /// <param name="page">The document's own address.</param>
    public LinkResolver Addresses(Uri page) => new(File.Path, page, Settings, DocumentAt);

    /// <summary>The body, of which nothing is kept but the bytes of the file.</summary>
    public RenderedBody Body(FrontMatterBlock header, Uri page) =>
        new(Budget, () => MarkdownBody.Render(DocumentReader.BodyOf(File), Addresses(page))) { MayReferToFiles = FileExtensions.AreIn(header.Body) };
}
