using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>The three formats say the same of every entry, and say what was put in.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void Formats_Agree_OnEveryEntry() => Assert.All(Enumerable.Range(0, 500), seed =>
    {
        var generated = new GeneratedFeed(seed);

        Assert.Equal(generated.Expected, ObservedEntry.InAtom(Documents.Atom(generated.Feed)));
        Assert.Equal(generated.Expected, ObservedEntry.InRss(Documents.Rss(generated.Feed)));
        Assert.Equal(generated.Expected, ObservedEntry.InJson(Documents.Json(generated.Feed)));
    });

    [Fact]
    public void Formats_Agree_OnHubsAndTheNextPage() => Assert.All(Enumerable.Range(0, 100), seed =>
    {
        var feed = new GeneratedFeed(seed).Feed;
        string[] expected = [.. feed.Links.Select(link => $"{link.Relation} {link.Href}")];

        Assert.Equal(expected, Links(Documents.Atom(feed)));
        Assert.Equal(expected, Links(Documents.Rss(feed)));
        Assert.Equal(expected, Links(Documents.Json(feed)));
    });

    [Fact]
    public void Bytes_AreTheSame_EveryTime() => Assert.All(Enumerable.Range(0, 20), seed =>
    {
        Assert.Equal(Documents.AtomBytes(new GeneratedFeed(seed).Feed), Documents.AtomBytes(new GeneratedFeed(seed).Feed));
        Assert.Equal(Documents.RssBytes(new GeneratedFeed(seed).Feed), Documents.RssBytes(new GeneratedFeed(seed).Feed));
        Assert.Equal(Documents.JsonBytes(new GeneratedFeed(seed).Feed), Documents.JsonBytes(new GeneratedFeed(seed).Feed));
    });

    private static IEnumerable<string> Links(XElement feed) =>
        feed.Elements(Documents.A + "link").Select(link => $"{link.Attribute("rel")!.Value} {link.Attribute("href")!.Value}")
            .Where(link => !link.StartsWith("self ", StringComparison.Ordinal) && !link.StartsWith("alternate ", StringComparison.Ordinal));

    private static IEnumerable<string> Links(JsonElement feed)
    {
        var hubs = feed.TryGetProperty("hubs", out var found) ? found.EnumerateArray().Select(hub => $"hub {hub.GetProperty("url").GetString()}") : [];
        return feed.TryGetProperty("next_url", out var next) ? [.. hubs, $"next {next.GetString()}"] : hubs;
    }
}
