using System.Text;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Tests.Identity;
using Feeds.Tests.Web;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>What <c>build --host</c> writes, as a server sends it that follows the rules of that host.</summary>
public sealed class HostRulesTests : IDisposable
{
    private const string Caching = "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400";
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n";
    private const string Meeting = "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nlocation: Library\n---\nCome.\n";

    private const string Settings = FolderOf.SiteYaml
        + "redirects:\n  /feed: /atom.xml\n  /old/: https://elsewhere.example/a%20b?c=d\n  /čas/: /events/n/\n  /p*/: /\n";

    private readonly TempFolder home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("Netlify")]
    [InlineData("Cloudflare")]
    public async Task SendsEveryPath_WithItsTypeAndHeaders(string name)
    {
        var publication = StrangeSite.Named("sample").Publication;
        await using var host = await HostAsync(name, publication);
        foreach (var item in publication.Representations.Values)
        {
            var answer = await AskAsync(host, item.Path);

            Assert.Equal((200, Caching, "nosniff", "*"), (answer.Status, answer["Cache-Control"], answer["X-Content-Type-Options"], answer["Access-Control-Allow-Origin"]));
            Assert.Equal(item.Identity.ToArray(), answer.Body);
            // What readers and calendars fetch is typed by the rules, the rest by the end of its name.
            var type = item.MediaType.IsPolled || item.MediaType == MediaType.Opml ? item.MediaType.Name : item.MediaType.Name.Split(';')[0];
            Assert.Equal((item.Path, type), (item.Path, answer["Content-Type"]));
        }
    }

    [Fact]
    public async Task SendsEveryPath_WithATypeThatReadersTake_OnGitHub()
    {
        var publication = StrangeSite.Named("sample").Publication;
        await using var host = await HostAsync("GitHub", publication);
        foreach (var item in publication.Representations.Values)
        {
            var answer = await AskAsync(host, item.Path);
            var type = item.MediaType.Name.Split(';')[0] switch
            {
                "application/atom+xml" or "application/rss+xml" => "application/xml",
                "application/feed+json" or "application/calendar+json" => "application/json",
                var other => other,
            };

            Assert.Equal((item.Path, 200, type), (item.Path, answer.Status, answer["Content-Type"]));
            Assert.Equal(item.Identity.ToArray(), answer.Body);
        }
    }

    [Theory]
    [InlineData("/posts/a/", 301, "/posts/c%20d/")]
    [InlineData("/posts/b/", 301, "/posts/c%20d/")]
    [InlineData("/events/m/", 301, "/events/n/")]
    [InlineData("/events/m.ics", 301, "/events/n.ics")]
    [InlineData("/feed", 301, "/atom.xml")]
    [InlineData("/old/", 301, "https://elsewhere.example/a%20b?c=d")]
    [InlineData("/%C4%8Das/", 301, "/events/n/")]
    [InlineData("/posts/gone/", 404, null)]
    [InlineData("/posts/never/", 404, null)]
    [InlineData("/p%2A/", 301, "/")]
    [InlineData("/posts/c%20d/", 200, null)]
    public async Task LeadsOn_OrShowsThatThereIsNothing(string path, int status, string? location)
    {
        foreach (var name in (string[])["Netlify", "Cloudflare"])
        {
            await using var host = await HostAsync(name, Moved());
            var answer = await AskAsync(host, new Uri(path, UriKind.Relative));

            Assert.Equal((name, status, location), (name, answer.Status, answer["Location"]));
            if (status == 404) Assert.Equal(Moved().Find("/404.html")!.Identity.ToArray(), answer.Body);
            if (location is ['/', ..]) Assert.Equal(200, (await AskAsync(host, new Uri(location, UriKind.Relative))).Status);
        }
    }

    [Theory]
    [InlineData("/posts/a/", 200, "https://club.example/posts/c%20d/")]
    [InlineData("/events/m/", 200, "https://club.example/events/n/")]
    [InlineData("/old/", 200, "https://elsewhere.example/a%20b?c=d")]
    [InlineData("/%C4%8Das/", 200, "https://club.example/events/n/")]
    [InlineData("/p*/", 200, "https://club.example/")]
    [InlineData("/events/m.ics", 404, null)]
    [InlineData("/feed", 404, null)]
    [InlineData("/posts/gone/", 404, null)]
    public async Task LeadsOnByPages_OnGitHub(string path, int status, string? target)
    {
        await using var host = await HostAsync("GitHub", Moved());
        var answer = await AskAsync(host, new Uri(path, UriKind.Relative));

        Assert.Equal((status, "text/html"), (answer.Status, answer["Content-Type"]));
        if (target is null) Assert.Equal(Moved().Find("/404.html")!.Identity.ToArray(), answer.Body);
        else Assert.Contains($"""content="0; url={target}" """.TrimEnd(), Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    private static Publication Moved()
    {
        (string, string) yaml = ("site.yaml", Settings);
        var other = Post.Replace("Hello", "Other", StringComparison.Ordinal);
        var moved = Post.Replace("title", "permalink: /posts/c d/\ntitle", StringComparison.Ordinal);
        return new RecordedSite()
            .At("2025-11-01T00:00:00Z", yaml, ("posts/a.md", Post), ("posts/gone.md", other), ("events/m.md", Meeting))
            .At("2025-11-02T00:00:00Z", yaml, ("posts/b.md", Post), ("events/n.md", Meeting))
            .At("2026-01-01T00:00:00Z", yaml, ("posts/b.md", moved), ("events/n.md", Meeting))
            .Publication;
    }

    private Task<StaticHost> HostAsync(string name, Publication publication)
    {
        var service = Enum.Parse<HostingService>(name);
        OutputFolder.Write(home.At(name), publication, OutputForms.Plain, host: HostFiles.Of(service, publication));
        return StaticHost.NginxOfAsync(home, HostRules.ServerOf(home, name));
    }

    private static Task<Answer> AskAsync(StaticHost host, string path) =>
        AskAsync(host, new Uri(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), UriKind.Relative));

    private static async Task<Answer> AskAsync(StaticHost host, Uri path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
