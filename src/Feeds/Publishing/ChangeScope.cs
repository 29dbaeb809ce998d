using Feeds.Model;

namespace Feeds.Publishing;

/// <summary>What makes a representation change.</summary>
internal enum ChangeScope
{
    /// <summary>Any document that comes, goes or takes another place.</summary>
    Site,

    /// <summary>Any event that does.</summary>
    Events,

    /// <summary>The document alone that it shows.</summary>
    Document,

    /// <summary>A file that is passed on as it stands, of which nothing is remembered.</summary>
    File,
}

/// <summary>Tells how far a document reaches.</summary>
internal static class Reaches
{
    /// <summary>What makes a representation of one document change: one that leads to others changes when those take other addresses.</summary>
    public static ChangeScope Of(Source source) => source.LinksToDocuments ? ChangeScope.Site : ChangeScope.Document;
}
