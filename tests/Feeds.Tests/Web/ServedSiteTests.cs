using System.Net.Http.Headers;
using Feeds.Web;
using Feeds.Web.Serving;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>A site from its content to the socket.</summary>
public sealed class ServedSiteTests
{
    [Theory]
    [InlineData("title: Klub\nurl: https://klub.example/\n")]
    [InlineData("title: Klub\nurl: https://klub.example/skupina/\n")]
    [InlineData("title: Klub\n")]
    public async Task SendsTheBytesThatWereRendered_WhateverTheHost(string siteYaml)
    {
        var stop = TestContext.Current.CancellationToken;
        var now = FolderOf.Moment("2026-01-01T00:00:00Z");
        var site = Feeds.Content.SiteReader.Read(
            FolderOf.Files(
                ("site.yaml", siteYaml),
                ("posts/Řeč o C++ a 100% jistotě.md", "---\ntitle: Řeč\ndate: 2025-03-04\n---\n[Odkaz](../jinam/) na <b>stránku</b>.\n"),
                ("posts/שלום.md", "---\ntitle: שלום\ndate: 2025-03-05\n---\nשלום.\n"),
                ("events/setkání.md", "---\ntitle: Setkání\nstart: 2026-02-03 18:00\n---\nPřijďte.\n")),
            FolderOf.Listening,
            previous: null).Site;
        var publication = Feeds.Publishing.Publication.Render(site, now, previous: null);
        var current = new CurrentPublication();
        current.Swap(publication);
        await using var app = FeedsHost.Build("http://127.0.0.1:0", current, new FixedClock(now));
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = FeedsHost.ListeningAddress(app) };

        Assert.Equal(30, publication.Representations.Count);
        foreach (var item in publication.Representations.Values)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, string.Join('/', item.Path.Split('/').Select(Uri.EscapeDataString)));
            request.Headers.Host = "evil.example:666";
            using var response = await client.SendAsync(request, stop);

            Assert.Equal((200, MediaTypeHeaderValue.Parse(item.MediaType.Name)), ((int)response.StatusCode, response.Content.Headers.ContentType));
            Assert.Equal(item.Identity.ToArray(), await response.Content.ReadAsByteArrayAsync(stop));
        }
    }
}
