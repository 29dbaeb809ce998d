using System.Collections.Immutable;

namespace Feeds.Commands.Comparison;

/// <summary>All items of a site at one moment.</summary>
/// <param name="Items">With distinct ids.</param>
/// <param name="Removed">The ids of items that the site reports as removed.</param>
internal sealed record Snapshot(ImmutableArray<PublishedItem> Items, ImmutableArray<string> Removed)
{
    private const string Calendar = "calendar.ics";

    // In order of preference.
    private static readonly ImmutableArray<string> Feeds = ["atom.xml", "rss.xml"];

    /// <summary>The path of the preferred feed; null when the site has none.</summary>
    public static async Task<string?> FindFeedAsync(Func<string, Task<Stream?>> open)
    {
        foreach (var feed in Feeds)
        {
            await using var bytes = await open(feed);
            if (bytes is not null) return feed;
        }

        return null;
    }

    /// <param name="open">Opens a path of the site; returns null when it does not exist.</param>
    /// <param name="feed">The path of the feed to read with its archive; null for none.</param>
    /// <param name="years">The years of the calendars to read beside the main one.</param>
    /// <exception cref="InvalidDataException">A feed or a calendar cannot be read.</exception>
    public static async Task<Snapshot> ReadAsync(Func<string, Task<Stream?>> open, string? feed, IEnumerable<int> years)
    {
        var items = new List<PublishedItem>();
        var removed = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var path = feed; path is not null && seen.Add(path);)
        {
            await using var bytes = await open(path);
            if (bytes is null) break;
            var document = FeedDocument.Read(bytes);
            items.AddRange(document.Items);
            removed.AddRange(document.Removed);
            path = document.Previous is null ? null : new Uri(new Uri("site:///" + path), document.Previous).AbsolutePath.TrimStart('/');
        }

        foreach (var path in years.Select(year => FormattableString.Invariant($"calendar/{year}.ics")).Prepend(Calendar))
        {
            await using var bytes = await open(path);
            if (bytes is not null) items.AddRange(CalendarDocument.Read(bytes));
        }

        // The first is the newest: the feed comes before its archive.
        return new Snapshot([.. items.DistinctBy(item => (item.Kind, item.Id))], [.. removed]);
    }
}
