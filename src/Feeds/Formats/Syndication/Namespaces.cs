namespace Feeds.Formats.Syndication;

/// <summary>The XML namespaces of the vocabularies that are written.</summary>
internal static class Namespaces
{
    /// <summary>RFC 4287 §2.</summary>
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>RSS 1.0's content module, for the whole text beside RSS 2.0's description.</summary>
    public const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>The Dublin Core element set, for names without the e-mail address that RSS 2.0's author needs.</summary>
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>RFC 5005 §1.2.</summary>
    public const string History = "http://purl.org/syndication/history/1.0";

    /// <summary>RFC 6721 §2.</summary>
    public const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Apple Podcasts' tags.</summary>
    public const string Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    /// <summary>Media RSS 1.5.1; the slash at the end belongs to it.</summary>
    public const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>The Podcast Namespace 1.0.</summary>
    public const string Podcast = "https://podcastindex.org/namespace/1.0";

    /// <summary>RSS 2.0 has none.</summary>
    public const string Rss = "";

    /// <summary>XHTML, for what a browser shows beside the feed.</summary>
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

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
