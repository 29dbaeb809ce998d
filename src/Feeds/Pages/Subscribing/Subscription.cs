using System.Collections.Immutable;

namespace Feeds.Pages.Subscribing;

/// <summary>What there is to follow of something: a feed, a calendar, or both.</summary>
/// <param name="FeedPath">The folder of the feed; null when there is none.</param>
/// <param name="CalendarPath">Null when there is none.</param>
public sealed record Subscription(string Title, string? FeedPath, string? CalendarPath);

/// <summary>The feeds and calendars of one kind.</summary>
/// <param name="All">The page of all of them, where these are not all; else null.</param>
public sealed record SubscriptionGroup(string Name, ImmutableArray<SubscriptionRow> Rows, PageLink? All);

/// <summary>A feed, a calendar or both in a list of many.</summary>
/// <param name="Page">The path of the page of what they are about; null where there is none.</param>
public sealed record SubscriptionRow(string Name, string? Page, Subscription Subscription);
