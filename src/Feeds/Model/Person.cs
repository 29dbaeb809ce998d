namespace Feeds.Model;

/// <summary>Who wrote a post.</summary>
public sealed record Person(string Name, string? Email = null, Uri? Url = null);

/// <summary>The organizer of an event, with a name or an e-mail address.</summary>
public sealed record Organizer(string? Email, string? Name, Uri? Url = null);
