using Feeds.Web.Status;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What is read from the names that programs give themselves; they may hold anything.</summary>
public sealed class UserAgentTests
{
    [Theory]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 42 subscribers; like FeedFetcher-Google)", "Feedly", 42, false)]
    [InlineData("NewsBlur Feed Fetcher - 12 subscribers - https://www.newsblur.com/site/1/a (Mozilla/5.0)", "NewsBlur Feed Fetcher", 12, false)]
    [InlineData("Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 1 subscriber; )", "Inoreader", 1, false)]
    [InlineData("theoldreader.com (+https://theoldreader.com; 3 readers)", "theoldreader.com", 3, false)]
    [InlineData("NetNewsWire (RSS Reader; https://netnewswire.com/)", "NetNewsWire", null, false)]
    [InlineData("Mozilla/5.0 (compatible; Miniflux/2.2.1; +https://miniflux.app)", "Miniflux", null, false)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0", "Thunderbird", null, false)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36", "browsers", null, false)]
    [InlineData("Google-Calendar-Importer", "Google Calendar", null, true)]
    [InlineData("Microsoft Exchange/15.20 (Windows NT 10.0; Win64; x64)", "Outlook", null, true)]
    [InlineData("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.16327; Pro)", "Outlook", null, true)]
    [InlineData("iOS/26.0 (24A123) dataaccessd/1.0", "Apple Calendar", null, true)]
    [InlineData("macOS/13.4 (22F66) dataaccessd/1.0", "Apple Calendar", null, true)]
    [InlineData("Mac+OS+X/10.15.7 (19H15) CalendarAgent/930.5.1", "Apple Calendar", null, true)]
    [InlineData("", "(no name)", null, false)]
    [InlineData("/1.0", "(no name)", null, false)]
    [InlineData("a\u0000\u001b[2J\u202eb\u2066cd", "a[2Jbcd", null, false)]
    [InlineData("X/1 99999999999 subscribers", "X", null, false)]
    [InlineData("<b>bold</b>", "<b>bold<", null, false)]
    public void IsRead_AsNameAndSubscribers(string field, string name, int? subscribers, bool isService) =>
        Assert.Equal(new UserAgent(name, subscribers, isService), UserAgent.Read(field));

    [Fact]
    public void IsCut_WhereItIsLong() => Assert.Equal(new UserAgent(new string('x', 48), null, false), UserAgent.Read(new string('x', 100_000) + " 5 subscribers"));
}
