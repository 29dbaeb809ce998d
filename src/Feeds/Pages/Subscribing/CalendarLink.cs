namespace Feeds.Pages.Subscribing;

/// <summary>A link into a program.</summary>
/// <param name="Name">The name of the program.</param>
public sealed record CalendarLink(string Name, string Address);
