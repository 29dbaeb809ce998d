namespace Feeds.Formats.Syndication;

/// <summary>An entry that was removed from a feed (RFC 6721 §3).</summary>
internal sealed record DeletedEntry(string Id, DateTimeOffset When);
