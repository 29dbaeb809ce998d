namespace Feeds.Pages;

/// <summary>A link to another page of a list.</summary>
/// <param name="Path">The path of the page; null for the page itself.</param>
public sealed record PageLink(string Name, string? Path);
