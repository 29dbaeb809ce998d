using System.Text;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>What robots and calendar services are told, as another program reads it.</summary>
public sealed class RobotsInteropTests
{
    private const string Agents = "Googlebot,Google-Calendar-Importer,FeedFetcher-Google,bingbot,Feedly/1.0,Microsoft Exchange/15.20,iOS/26.0 (24A123) dataaccessd/1.0";

    [Fact]
    public async Task LetsEveryoneReadEverything()
    {
        using var home = new TempFolder();
        var publication = StrangeSite.Named("sample").Publication;
        var site = publication.Site.Settings;
        home.Write("robots.txt", Encoding.UTF8.GetString(publication.Find("/robots.txt")!.Identity.Span));
        var addresses = string.Join(',', publication.Representations.Keys.Select(path => site.AddressOf(path).AbsoluteUri));
        var seen = await ForeignProgram.Robots.ReadAsync<ObservedRobots>(home, home.At("robots.txt"), Agents, addresses);

        Assert.Empty(seen.Refused);
        Assert.Equal([site.Address("/sitemap.xml").AbsoluteUri], seen.Sitemaps);
    }

    /// <summary>What the parser says.</summary>
    private sealed record ObservedRobots(string[] Refused, string[] Sitemaps);
}
