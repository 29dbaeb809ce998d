namespace Feeds.Pages.Subscribing;

/// <summary>What there is to follow of something: a feed, a calendar, or both.</summary>
/// <param name="Title">What they are called.</param>
/// <param name="FeedPath">The path below which the feed lies in each format; null when there is none.</param>
/// <param name="CalendarPath">The path of the calendar; null when there is none.</param>
public sealed record Subscription(string Title, string? FeedPath, string? CalendarPath);
