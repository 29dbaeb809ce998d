namespace Feeds.Pages;

/// <summary>A link to another page of a list.</summary>
/// <param name="Path">The path of the page; null for the page itself.</param>
public sealed record PageLink(string Name, string? Path);

/// <summary>A link to the document before or after another.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Address">As a page links to it.</param>
public sealed record AdjacentPage(string Name, string Address);
