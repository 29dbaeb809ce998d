using Feeds.Web.Status;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What services report in their user agents, which may hold anything.</summary>
public sealed class UserAgentTests
{
    [Theory]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 42 subscribers; like FeedFetcher-Google)", "Feedly", 42)]
    [InlineData("NewsBlur Feed Fetcher - 12 subscribers - https://www.newsblur.com/site/1/a (Mozilla/5.0)", "NewsBlur Feed Fetcher", 12)]
    [InlineData("Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 1 subscriber; )", "Inoreader", 1)]
    [InlineData("theoldreader.com (+https://theoldreader.com; 3 readers)", "theoldreader.com", 3)]
    [InlineData("Mozilla/5.0 (compatible; Bloglovin/1.0; 7 subscribers)", "Bloglovin", 7)]
    [InlineData("/1.0 (5 subscribers)", "(no name)", 5)]
    [InlineData("a\u0000\u001b[2J\u202eb\u2066cd/1 (5 subscribers)", "a[2Jbcd", 5)]
    [InlineData("<b>bold</b> 5 subscribers", "<b>bold<", 5)]
    public void IsRead_AsServiceAndSubscribers(string field, string service, int subscribers) =>
        Assert.Equal(new UserAgent(service, subscribers), UserAgent.Read(field));

    [Theory]
    [InlineData("")]
    [InlineData("NetNewsWire (RSS Reader; https://netnewswire.com/)")]
    [InlineData("X/1 99999999999 subscribers")]
    public void IsNull_WithoutSubscribers(string field) => Assert.Null(UserAgent.Read(field));

    [Fact]
    public void IsCut_WhereItIsLong()
    {
        Assert.Null(UserAgent.Read(new string('x', 100_000) + " 5 subscribers"));
        Assert.Equal(new UserAgent(new string('x', 48), 5), UserAgent.Read(new string('x', 100) + " 5 subscribers"));
    }
}
