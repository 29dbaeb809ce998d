using Feeds.Content.Markdown;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>The addresses that <c>site/blog/one/index.md</c> writes, whose page is <c>https://club.example/below/posts/one/</c>.</summary>
public sealed class DocumentAddressesTests
{
    private static readonly SiteSettings Settings = new() { Title = "Club", Url = new Uri("https://club.example/below/") };

    [Theory]
    [InlineData("https://other.example/x", "https://other.example/x")]
    [InlineData("//other.example/x", "https://other.example/x")]
    [InlineData("mailto:ann@club.example", "mailto:ann@club.example")]
    [InlineData("#part", "https://club.example/below/posts/one/#part")]
    [InlineData("?q=1", "https://club.example/below/posts/one/?q=1")]
    [InlineData("a.png", "https://club.example/below/posts/one/a.png")]
    [InlineData("./a b.png", "https://club.example/below/posts/one/a%20b.png")]
    [InlineData("../two/", "https://club.example/below/posts/two/")]
    [InlineData("/img/a.png", "https://club.example/img/a.png")]
    [InlineData(" a.png ", "https://club.example/below/posts/one/a.png")]
    [InlineData("a\n.png", "https://club.example/below/posts/one/a.png")]
    [InlineData("../two.md", "https://club.example/below/posts/two/")]
    [InlineData("../two.md#part", "https://club.example/below/posts/two/#part")]
    [InlineData("../two.md?q=1#part", "https://club.example/below/posts/two/?q=1#part")]
    [InlineData("../t%77o.md", "https://club.example/below/posts/two/")]
    [InlineData("/site/blog/two.md", "https://club.example/below/posts/two/")]
    [InlineData("@/blog/two.md", "https://club.example/below/posts/two/")]
    [InlineData("/blog/two.md", "https://club.example/below/posts/two/")]
    [InlineData("../gone.md", "https://club.example/below/posts/gone.md")]
    [InlineData("../../../../two.md", "https://club.example/two.md")]
    [InlineData("http://[", null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public void IsAbsolute_HoweverWritten(string written, string? expected) => Assert.Equal(expected, Addresses().Resolve(written)?.AbsoluteUri);

    [Theory]
    [InlineData("a.png", "/posts/one/a.png: site/blog/one/a.png, posts/one/a.png, static/posts/one/a.png, public/posts/one/a.png")]
    [InlineData("../b.pdf", "/posts/b.pdf: site/blog/b.pdf, posts/b.pdf, static/posts/b.pdf, public/posts/b.pdf")]
    [InlineData("/below/img/a.png", "/img/a.png: below/img/a.png, img/a.png, static/img/a.png, public/img/a.png")]
    [InlineData("a%20b.png", "/posts/one/a b.png: site/blog/one/a b.png, posts/one/a b.png, static/posts/one/a b.png, public/posts/one/a b.png")]
    [InlineData("https://other.example/a.png", "")]
    [InlineData("https://club.example/below/a.png", "")]
    [InlineData("/img/a.png", "")]
    [InlineData("#part", "")]
    [InlineData("../two.md", "")]
    [InlineData("data:image/png;base64,AAAA", "")]
    public void RemembersFiles_OfTheSiteAlone(string written, string expected)
    {
        var addresses = Addresses();

        addresses.Resolve(written);

        Assert.Equal(expected, string.Join("; ", addresses.Files.Select(file => $"{file.Address}: {string.Join(", ", file.Candidates)}")));
    }

    [Theory]
    [InlineData("../../../../../etc/passwd")]
    [InlineData("..\\..\\..\\..\\..\\etc\\passwd")]
    [InlineData("%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("..%2f..%2f..%2f..%2f..%2fetc/passwd")]
    [InlineData("/below/../../../etc/passwd")]
    public void NamesNoFile_OutsideTheContent(string written)
    {
        var addresses = Addresses();

        addresses.Resolve(written);

        Assert.DoesNotContain(addresses.Files.SelectMany(file => file.Candidates), candidate => candidate.StartsWith('/') || candidate.Split('/', '\\').Contains(".."));
    }

    private static LinkResolver Addresses() => new(
        "site/blog/one/index.md",
        new Uri("https://club.example/below/posts/one/"),
        Settings,
        path => path == "site/blog/two.md" ? new Uri("https://club.example/below/posts/two/") : null);
}
