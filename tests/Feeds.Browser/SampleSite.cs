using System.Runtime.CompilerServices;
using Feeds.Browser;
using Feeds.Content;
using Feeds.Publishing;
using Feeds.Tests.Strangers;
using NodaTime;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Feeds.Browser;

/// <summary>The sample site, served on a free port at a moment that never changes, with a browser to look at it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    private SiteServer? server;
    private Chromium? chromium;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsHere) return;
        var reading = SiteReader.Read(ContentFolder.Read(ContentRoot(), previous: null), new Uri("http://localhost/"), previous: null);
        server = await SiteServer.StartAsync(Publication.Render(reading.Site, Now, previous: null), Now);
        chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>The address of a path; without a browser the test ends here.</summary>
    public Uri Address(string path)
    {
        Chromium.Require();
        return new Uri(server!.Address(path));
    }

    internal Task<OpenPage> OpenAsync(string path, int width) => chromium!.OpenAsync(Address(path).AbsoluteUri, width);

    private static string ContentRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Join(here, "..", "..", "..", "content"));
}
