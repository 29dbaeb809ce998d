namespace Feeds.Formats.Syndication;

/// <summary>An entry that was in a feed and is no more (RFC 6721 §3).</summary>
/// <param name="Id">The id that the entry had.</param>
/// <param name="When">When it was taken away.</param>
public sealed record DeletedEntry(string Id, DateTimeOffset When);
