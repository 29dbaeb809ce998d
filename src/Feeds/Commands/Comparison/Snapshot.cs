using System.Collections.Immutable;

namespace Feeds.Commands.Comparison;

/// <summary>All that subscribers of a site see at one moment.</summary>
/// <param name="Items">Posts and events, each identifier once.</param>
/// <param name="Gone">The identifiers of what the site says was deleted.</param>
internal sealed record Snapshot(ImmutableArray<PublishedItem> Items, ImmutableArray<string> Gone)
{
    private const string Calendar = "calendar.ics";

    /// <summary>The feeds that are read, the better one first.</summary>
    private static readonly ImmutableArray<string> Feeds = ["atom.xml", "rss.xml"];

    /// <summary>The better one of the feeds that are there; null when there is none.</summary>
    public static async Task<string?> FeedOfAsync(Func<string, Task<Stream?>> open)
    {
        foreach (var feed in Feeds)
        {
            await using var bytes = await open(feed);
            if (bytes is not null) return feed;
        }

        return null;
    }

    /// <summary>Reads a site.</summary>
    /// <param name="open">Opens what lies at a path of the site; null when nothing does.</param>
    /// <param name="feed">Which feed, with its archive; null for none.</param>
    /// <param name="years">The years whose calendars are read beside the main one.</param>
    /// <exception cref="InvalidDataException">A feed or a calendar cannot be read.</exception>
    public static async Task<Snapshot> ReadAsync(Func<string, Task<Stream?>> open, string? feed, IEnumerable<int> years)
    {
        var items = new List<PublishedItem>();
        var gone = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var path = feed; path is not null && seen.Add(path);)
        {
            await using var bytes = await open(path);
            if (bytes is null) break;
            var document = FeedDocument.Read(bytes);
            items.AddRange(document.Items);
            gone.AddRange(document.Gone);
            path = document.Previous is null ? null : new Uri(new Uri("site:///" + path), document.Previous).AbsolutePath.TrimStart('/');
        }

        foreach (var path in years.Select(year => FormattableString.Invariant($"calendar/{year}.ics")).Prepend(Calendar))
        {
            await using var bytes = await open(path);
            if (bytes is not null) items.AddRange(CalendarDocument.Read(bytes));
        }

        // The newest word on an item is in the feed, not in its archive.
        return new Snapshot([.. items.DistinctBy(item => (item.Kind, item.Id))], [.. gone]);
    }
}
