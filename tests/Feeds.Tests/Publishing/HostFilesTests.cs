using System.Collections.Frozen;
using System.Text;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Tests.Interop;
using Feeds.Web.Serving;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The configuration of static hosts.</summary>
public sealed class HostFilesTests
{
    private const string Settings = FolderOf.SiteYaml + "redirects:\n  /feed: /atom.xml\n  /old/: https://elsewhere.example/a%20b\n  /posts/a/: /\n";

    private static readonly Publication Site = FolderOf.Published(
        "2026-03-04T00:00:00Z",
        ("site.yaml", Settings),
        ("posts/a.md", "---\ntitle: A\ndate: 2026-01-02\n---\nHello.\n")) with
    {
        FormerPaths = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["/posts/ä/"] = "/posts/a/",
            ["/posts/lost/"] = "/posts/never/",
            ["/posts/gone/"] = null,
            ["/tags/b/atom.xml"] = "/atom.xml",
        }.ToFrozenDictionary(StringComparer.Ordinal),
    };

    [Theory]
    [InlineData("Netlify")]
    [InlineData("Cloudflare")]
    public void RedirectsWhatMoved_AndNothingThatIsPublished(string host)
    {
        var files = Of(host, Site);

        Assert.Equal(["_headers", "_redirects"], files.Files.Select(file => file.Path));
        Assert.Equal(
            "/feed /atom.xml 301\n/old/ https://elsewhere.example/a%20b 301\n/posts/%C3%A4/ /posts/a/ 301\n/tags/b/atom.xml /atom.xml 301\n",
            Text(files.Files[1]));
        Assert.Equal(["removed addresses answer 404 instead of 410 (1)"], files.Limits);
    }

    [Fact]
    public void TypesFiles_AsTheServerTypesThem()
    {
        var rules = Text(Of("Netlify", Site).Files[0]).Split("\n/").Skip(1).Select(rule => rule.Split("\n  Content-Type: ")).ToArray();
        foreach (var item in Site.Representations.Values.Where(item => item.MediaType.IsPolled || item.MediaType == MediaType.Opml))
        {
            var types = rules.Where(rule => item.Path.EndsWith(rule[0].TrimStart('*'), StringComparison.Ordinal)).Select(rule => rule[1].Trim());

            Assert.Equal([item.MediaType.Name], types);
        }

        Assert.Contains(CacheControl.Until(until: null, StrangeSite.Now), Text(Of("Netlify", Site).Files[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void TakesNoMoreRedirects_ThanCloudflareReads()
    {
        var moved = Enumerable.Range(0, 2_002).ToDictionary(number => FormattableString.Invariant($"/{number}/"), _ => (string?)"/", StringComparer.Ordinal);
        var site = Site with { FormerPaths = moved.ToFrozenDictionary(StringComparer.Ordinal) };

        Assert.Equal(2_000, Text(Of("Cloudflare", site).Files[1]).Count(letter => letter == '\n'));
        Assert.Equal(["it takes 2,000 redirects at most, so some are left out (4)"], Of("Cloudflare", site).Limits);
        Assert.Empty(Of("Netlify", site).Limits);
    }

    [Fact]
    public void LeadsOnByPages_OnGitHub()
    {
        var files = Of("GitHub", Site);

        Assert.Equal([".nojekyll", "old/index.html", "posts/ä/index.html"], files.Files.Select(file => file.Path));
        Assert.Contains("""<meta http-equiv="refresh" content="0; url=https://club.example/posts/a/" />""", Text(files.Files[2]), StringComparison.Ordinal);
        Assert.Contains("""<link rel="canonical" href="https://elsewhere.example/a%20b" />""", Text(files.Files[1]), StringComparison.Ordinal);
        Assert.Equal(["removed addresses answer 404 instead of 410 (1)", "former addresses of feeds and files do not redirect (2)"], files.Limits);
    }

    private static HostFiles Of(string host, Publication site) => HostFiles.Of(Enum.Parse<HostingService>(host), site);

    private static string Text(OutputFile file) => Encoding.UTF8.GetString(file.Bytes().Span);
}
