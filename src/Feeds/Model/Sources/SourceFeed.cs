namespace Feeds.Model.Sources;

/// <summary>A feed of others that the site brings in.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Id">As the feed states it, else its address.</param>
/// <param name="Home">The page that it is of.</param>
/// <param name="Address">Where it is; null when it is secret or unknown.</param>
public sealed record SourceFeed(string Source, string Id, string Title, Uri? Home, Uri? Address);
