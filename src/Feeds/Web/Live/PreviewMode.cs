namespace Feeds.Web.Live;

/// <summary>What a server shows to the author while the content is being written.</summary>
internal enum PreviewMode
{
    None,

    /// <summary>Open pages reload after a publication, and show the errors of the content.</summary>
    Live,

    /// <summary>The same, and drafts and scheduled posts are published, too.</summary>
    Drafts,
}
