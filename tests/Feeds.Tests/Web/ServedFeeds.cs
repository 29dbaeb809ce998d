using Feeds.Content;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>A real server on a free port that serves a site written down in a test, and what becomes of it.</summary>
internal sealed class ServedFeeds : IAsyncDisposable
{
    private readonly CurrentPublication current = new();
    private readonly FixedClock clock = new(Instant.FromUtc(2026, 1, 1, 0, 0));
    private readonly WebApplication app;
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient client;
    private SiteReading? reading;

    private ServedFeeds()
    {
        app = FeedsHost.Build("http://127.0.0.1:0", current, clock);
        client = new HttpClient(handler);
    }

    public Publication Publication => current.Value!;

    public static async Task<ServedFeeds> StartAsync(params (string Path, string Text)[] files)
    {
        var server = new ServedFeeds();
        server.Publish(files);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        server.client.BaseAddress = FeedsHost.ListeningAddress(server.app);
        return server;
    }

    /// <summary>Publishes the files a minute after the last time, as a change of the folder does.</summary>
    public void Publish(params (string Path, string Text)[] files)
    {
        reading = SiteReader.Read(FolderOf.Files(files.Any(file => file.Path == "site.yaml") ? files : [("site.yaml", FolderOf.SiteYaml), .. files]), FolderOf.Listening, reading);
        clock.Now += Duration.FromMinutes(1);
        current.Swap(Publication.Render(reading.Site, clock.Now, current.Value));
    }

    /// <summary>Asks for an address with header fields written as <c>Name: value</c>.</summary>
    public async Task<Answer> AskAsync(string method, string path, params string[] fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var field in fields)
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            Assert.True(request.Headers.TryAddWithoutValidation(field[..colon], field[(colon + 1)..].Trim()));
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        handler.Dispose();
        await app.DisposeAsync();
    }
}
