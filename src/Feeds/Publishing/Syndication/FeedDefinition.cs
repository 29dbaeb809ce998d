using System.Collections.Immutable;
using Feeds.Formats.Syndication;

namespace Feeds.Publishing.Syndication;

/// <summary>What a feed holds, whatever its format.</summary>
/// <param name="Path">The path of its folder, by which it is named; it ends in a slash.</param>
/// <param name="Items">All that belongs to it, newest first.</param>
/// <param name="Removed">What was removed from it not long ago, the last first.</param>
internal sealed record FeedDefinition(string Path, string Title, ImmutableArray<FeedItem> Items, ImmutableArray<DeletedEntry> Removed)
{
    /// <summary>Its title without that of the site.</summary>
    public string Name { get; init; } = Title;

    public FeedHistory History { get; init; }

    /// <summary>Which page of its archive it is; null when it is the feed itself.</summary>
    public int? Page { get; init; }

    /// <summary>The other pages of its archive that it leads to, each with its link relation.</summary>
    public ImmutableArray<(string Relation, string Folder)> Links { get; init; } = [];

    /// <summary>The path of the folder that holds it.</summary>
    public string Folder => Page is { } page ? FolderOf(page) : Path;

    /// <summary>The path of the folder of a page of the archive.</summary>
    public static string FolderOf(int page) => FormattableString.Invariant($"/archive/{page}/");
}
