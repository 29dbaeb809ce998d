namespace Feeds.Formats.Syndication;

/// <summary>Which part of a feed's history a document holds (RFC 5005 §1).</summary>
internal enum FeedHistory
{
    /// <summary>The newest entries, to which readers subscribe; older ones may be elsewhere.</summary>
    Newest,

    /// <summary>All there is: an entry that is not in the document was removed (RFC 5005 §2, <c>fh:complete</c>).</summary>
    Complete,

    /// <summary>A page of older entries that is not expected to change (RFC 5005 §4, <c>fh:archive</c>).</summary>
    Archive,
}
