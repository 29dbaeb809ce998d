using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Pages.Subscribing;

namespace Feeds.Pages;

/// <summary>The content of a page of posts.</summary>
public sealed record PostListing(
    string Title, string Path, ImmutableArray<Post> Posts, ImmutableArray<PageLink> Years, ImmutableArray<PageLink> Pages);

/// <summary>The content of a page of events.</summary>
public sealed record EventListing(string Title, string Path, Subscription Subscription, ImmutableArray<Event> Events)
{
    public ImmutableArray<Event> Past { get; init; } = [];

    public ImmutableArray<PageLink> Years { get; init; } = [];

    public ImmutableArray<PageLink> Pages { get; init; } = [];
}

/// <summary>The content of a page of a tag, a category, an author, a series or a venue.</summary>
/// <param name="Place">Where a venue is; null for other terms.</param>
public sealed record TermListing(string Name, string Folder, string Path, Subscription Subscription, Place? Place)
{
    public ImmutableArray<Event> Upcoming { get; init; } = [];

    public ImmutableArray<Event> Past { get; init; } = [];

    public ImmutableArray<Post> Posts { get; init; } = [];

    public ImmutableArray<PageLink> Pages { get; init; } = [];
}
