namespace Feeds.Formats.Syndication;

/// <summary>The XML namespaces of the vocabularies that are written.</summary>
internal static class Namespaces
{
    public const string Atom = "http://www.w3.org/2005/Atom"; // RFC 4287 §2
    public const string History = "http://purl.org/syndication/history/1.0"; // RFC 5005 §1.2
    public const string Tombstones = "http://purl.org/atompub/tombstones/1.0"; // RFC 6721 §2
    public const string Rss = ""; // RSS 2.0 has none.
    public const string Content = "http://purl.org/rss/1.0/modules/content/"; // For the whole text beside RSS 2.0's description.
    public const string DublinCore = "http://purl.org/dc/elements/1.1/"; // For names without the e-mail address that RSS 2.0 wants.
    public const string Media = "http://search.yahoo.com/mrss/"; // Media RSS 1.5.1; the slash at the end belongs to it.
    public const string Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public const string Podcast = "https://podcastindex.org/namespace/1.0";
    public const string Xhtml = "http://www.w3.org/1999/xhtml"; // For what a browser shows beside the feed.

    /// <summary>Those that a feed uses beside that of its root, with the prefixes that clients expect.</summary>
    public static IEnumerable<(string Prefix, string Uri)> Of(SiteFeed feed, string root)
    {
        yield return ("fh", History);
        yield return ("media", Media);
        if (root == Atom)
        {
            if (!feed.Deleted.IsEmpty) yield return ("at", Tombstones);
            yield break;
        }

        yield return ("atom", Atom);
        yield return ("content", Content);
        yield return ("dc", DublinCore);
        // W3C's validator warns of a vocabulary that it does not know as soon as it is declared.
        if (feed.Podcast is not null || feed.Entries.Any(entry => entry.Episode is not null))
            yield return ("itunes", Itunes);
        if (feed.Podcast is { Locked: not null } or { Funding: not null }
            || feed.Entries.Any(entry => entry.Episode is { Chapters: not null } or { Transcript: not null }))
            yield return ("podcast", Podcast);
    }
}
