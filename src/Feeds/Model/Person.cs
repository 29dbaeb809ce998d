namespace Feeds.Model;

/// <summary>Who wrote a post or invites to an event.</summary>
public sealed record Person(string Name, string? Email = null, Uri? Url = null);
