namespace Feeds.Pages;

/// <summary>A document beside another in the order of all.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Address">As a page links to it.</param>
public sealed record AdjacentPage(string Name, string Address);
