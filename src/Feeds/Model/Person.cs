namespace Feeds.Model;

/// <summary>Who wrote a post.</summary>
public sealed record Person(string Name, string? Email = null, Uri? Url = null);

/// <summary>Who invites to an event: an e-mail address alone, and the name that goes with it, if there is one.</summary>
public sealed record Organizer(string Email, string? Name);
