using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Model;

namespace Feeds.Publishing.Syndication;

/// <summary>The content of a feed in all formats.</summary>
/// <param name="Path">The path of its folder, with a slash at the end, from which its id is made.</param>
/// <param name="Items">Newest first.</param>
/// <param name="Removed">Newest first.</param>
internal sealed record FeedDefinition(string Path, string Title, ImmutableArray<FeedItem> Items, ImmutableArray<DeletedEntry> Removed)
{
    /// <summary>The title without that of the site.</summary>
    public string Name { get; init; } = Title;

    public FeedHistory History { get; init; }

    /// <summary>The number of an archive page; null for the feed itself.</summary>
    public int? Page { get; init; }

    /// <summary>To pages of the archive.</summary>
    public ImmutableArray<(string Relation, string Folder)> Links { get; init; } = [];

    /// <summary>Whether posts of others are in it.</summary>
    public bool HasOthers => Items.Any(item => item.Source is Post { Origin: not null });

    public string Folder => Page is { } page ? FolderOf(page) : Path;

    public static string FolderOf(int page) => FormattableString.Invariant($"/archive/{page}/");
}
