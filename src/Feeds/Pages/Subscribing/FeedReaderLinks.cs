using System.Collections.Immutable;

namespace Feeds.Pages.Subscribing;

/// <summary>The links that open a feed in readers on the web.</summary>
internal static class FeedReaderLinks
{
    public static ImmutableArray<CalendarLink> To(string feed)
    {
        var escaped = Uri.EscapeDataString(feed);
        return
        [
            new("Feedly", $"https://feedly.com/i/subscription/feed%2F{escaped}"),
            new("Inoreader", $"https://www.inoreader.com/?add_feed={escaped}"),
            new("NewsBlur", $"https://www.newsblur.com/?url={escaped}"),
            new("The Old Reader", $"https://theoldreader.com/feeds/subscribe?url={escaped}"),
        ];
    }
}
