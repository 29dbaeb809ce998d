namespace Feeds.Publishing;

/// <summary>What makes a representation change.</summary>
internal enum ChangeScope
{
    /// <summary>Any document that is added, removed or moved.</summary>
    Site,

    /// <summary>Any event that is added, removed or moved.</summary>
    Events,

    /// <summary>Only the document that it shows.</summary>
    Document,

    /// <summary>A file that is served unchanged, for which the lock has no history.</summary>
    File,
}
