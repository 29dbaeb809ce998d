using System.Collections.Immutable;

namespace Feeds.Tests.Interop;

/// <summary>A post as a client sees it; instants are ISO 8601 in UTC, names and tags are joined by <c>|</c>.</summary>
internal sealed record ObservedPost(string Id, string Title, string Link, string Published, string Updated, string Authors, string Tags, string Content);

/// <summary>An event as a client sees it; start and end are instants in ISO 8601 and UTC, or dates, the end exclusive.</summary>
internal sealed record ObservedEvent(string Uid, string Start, string End, string Summary, string? Location, string Status, string? Description);

/// <summary>A feed as feedparser sees it.</summary>
/// <param name="Problem">Why it was not well-formed or not what its media type says.</param>
/// <param name="Statuses">Of the first request, and of a second one with the validators of the first.</param>
internal sealed record ParsedFeed(string? Problem, string Version, string Title, ImmutableArray<int> Statuses, ImmutableArray<ObservedPost> Entries);

/// <summary>What newsboat said and what it keeps.</summary>
internal sealed record NewsboatCache(string Said, ImmutableArray<NewsboatItem> Items);

/// <summary>A post as newsboat keeps it.</summary>
internal sealed record NewsboatItem(string Id, string Title, string Link, string Published, string Content);

/// <summary>An event as <c>khal list</c> shows it: on which days.</summary>
internal sealed record ListedEvent(string Summary, ImmutableArray<string> Days);
