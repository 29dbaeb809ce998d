using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>How addresses are written.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("https://a.example/naïve path/?q=<&>", "https://a.example/na%C3%AFve%20path/?q=%3C&%3E")]
    [InlineData("https://a.example/%E2%9C%93?x=%26", "https://a.example/%E2%9C%93?x=%26")]
    [InlineData("https://bücher.example:8443/ü?q=1#x", "https://xn--bcher-kva.example:8443/%C3%BC?q=1#x")]
    [InlineData("https://例え.テスト", "https://xn--r8jz45g.xn--zckzah/")]
    [InlineData("HTTPS://A.example:443", "https://a.example/")]
    [InlineData("https://a.example/a[1]?b[]=2#c[3]", "https://a.example/a%5B1%5D?b%5B%5D=2#c%5B3%5D")]
    [InlineData("https://[::1]:8080/a[1]", "https://[::1]:8080/a%5B1%5D")]
    [InlineData("https://[::1]:8080/", "https://[::1]:8080/")]
    [InlineData("https://[2001:db8::1]", "https://[2001:db8::1]/")]
    [InlineData("https://a.example/100%|^`{}\\x", "https://a.example/100%25%7C%5E%60%7B%7D/x")]
    public void Writes_AddressesEscaped(string address, string expected)
    {
        var published = Documents.Of(settings: $"hubs: ['{address}']\n");

        Assert.Equal(expected, published.Atom("/atom.xml").Elements(Documents.A + "link").Single(link => link.Attribute("rel")!.Value is "hub").Attribute("href")!.Value);
        Assert.Equal(expected, published.Rss("/rss.xml").Elements(Documents.A + "link").Single(link => link.Attribute("rel")!.Value is "hub").Attribute("href")!.Value);
        Assert.Equal(expected, published.Json("/feed.json").GetProperty("hubs")[0].GetProperty("url").GetString());
    }
}
