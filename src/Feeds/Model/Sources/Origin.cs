namespace Feeds.Model.Sources;

/// <summary>Where a document comes from that was brought in.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Id">The id or UID that it has there; null when it has none.</param>
/// <param name="Home">The page of the source; null when only its data is known.</param>
public sealed record Origin(string Source, string? Id, Uri? Home);
