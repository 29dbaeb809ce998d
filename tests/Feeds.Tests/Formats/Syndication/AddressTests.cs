using Feeds.Formats.Syndication;
using Feeds.Formats.Syndication.Podcasts;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>Which addresses are let in, and how they are written.</summary>
public sealed class AddressTests
{
    private static readonly Uri Relative = new("/posts/a/", UriKind.Relative);

    private static readonly Action[] RelativeAddresses =
    [
        () => _ = Samples.Empty with { Link = Relative },
        () => _ = Samples.Empty with { Icon = Relative },
        () => _ = Samples.Empty with { Logo = Relative },
        () => _ = Samples.Entry("a") with { Link = Relative },
        () => _ = new Person("A", Uri: Relative),
        () => _ = new Person("A") with { Uri = Relative },
        () => _ = new Category("a", Relative),
        () => _ = new Link(Relative, "related"),
        () => _ = new Enclosure(Relative, "audio/mpeg", 1),
        () => _ = new Image(Relative),
        () => _ = Samples.Entry("a") with { BannerImage = Relative },
        () => _ = new BannerLink(Relative, "a"),
        () => _ = new Podcast { Explicit = false, Categories = [], Image = Relative },
        () => _ = new Funding(Relative, "a"),
        () => _ = new Episode { Image = Relative },
        () => _ = new Episode { Chapters = Relative },
        () => _ = new Transcript(Relative, "text/vtt"),
        () => _ = new Speaker("a", Uri: Relative),
        () => _ = new Speaker("a", Image: Relative),
        () => _ = new Outline { Text = "a", FeedUrl = Relative },
        () => _ = new Outline { Text = "a", PageUrl = Relative },
        () => AtomWriter.Write(Samples.Empty, Relative, Stream.Null),
        () => RssWriter.Write(Samples.Empty, Relative, Stream.Null),
        () => JsonFeedWriter.Write(Samples.Empty, Relative, Stream.Null),
    ];

    [Fact]
    public void Rejects_RelativeAddress() => Assert.All(RelativeAddresses, make => Assert.Throws<ArgumentException>(make));

    [Theory]
    [InlineData("https://a.example/naïve path/?q=<&>", "https://a.example/na%C3%AFve%20path/?q=%3C&%3E")]
    [InlineData("https://a.example/%E2%9C%93?x=%26", "https://a.example/%E2%9C%93?x=%26")]
    [InlineData("https://a.example/\u0001\uFFFF\uFDD0", "https://a.example/%01%EF%BF%BF%EF%B7%90")]
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
        var feed = Samples.With(Samples.Entry("a") with { Link = new Uri(address) });

        var entry = Documents.Atom(feed).Element(Documents.A + "entry")!;
        Assert.Equal(expected, entry.Element(Documents.A + "link")!.Attribute("href")!.Value);
        Assert.Equal(expected, Documents.Rss(feed).Element("item")!.Element("link")!.Value);
        Assert.Equal(expected, Documents.Json(feed).GetProperty("items")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Leaves_TheStreamOpen()
    {
        using var output = new MemoryStream();
        AtomWriter.Write(Samples.Empty, new Uri("https://a.example/1"), output);
        RssWriter.Write(Samples.Empty, new Uri("https://a.example/2"), output);
        JsonFeedWriter.Write(Samples.Empty, new Uri("https://a.example/3"), output);
        OpmlWriter.Write(new Opml("a", []), output);

        Assert.True(output.CanWrite);
    }
}
