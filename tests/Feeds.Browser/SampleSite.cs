using System.Runtime.CompilerServices;
using Feeds.Browser;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Publishing;
using Feeds.Tests;
using Feeds.Tests.Interop;
using NodaTime;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Feeds.Browser;

/// <summary>The sample site and others, each served on a free port at a moment that never changes, with a browser to look at them.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    /// <summary>The site that comes with the program.</summary>
    public const string Sample = "sample";

    /// <summary>A site with everything that a document can hold.</summary>
    public const string Rich = "rich";

    /// <summary>A site whose author means harm.</summary>
    public const string Hostile = "hostile";

    /// <summary>A site whose documents have their pages elsewhere, and that has a stylesheet of its own.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>A site in two languages.</summary>
    public const string Bilingual = "bilingual";

    /// <summary>A site that is written from the right, in a language without words.</summary>
    public const string Arabic = "arabic";

    /// <summary>A site with more of everything than one page lists.</summary>
    public const string Many = "many";

    internal static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    private readonly Dictionary<string, (SiteServer Server, Publication Publication)> sites = new(StringComparer.Ordinal);
    private Chromium? chromium;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsHere) return;
        await ServeAsync(Sample, "../../content");
        await ServeAsync(Rich, "sites/rich");
        await ServeAsync(Hostile, "sites/hostile");
        await ServeAsync(Elsewhere, "sites/elsewhere");
        await ServeAsync(Bilingual, "sites/bilingual");
        await ServeAsync(Arabic, "sites/arabic");
        using var many = new TempFolder();
        ManyDocuments.Write(many);
        await ServeAsync(Many, many.Root);
        chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        foreach (var (server, _) in sites.Values) await server.DisposeAsync();
    }

    /// <summary>The address of a path of the sample site; without a browser the test ends here.</summary>
    public Uri Address(string path) => Address(Sample, path);

    /// <inheritdoc cref="Address(string)"/>
    public Uri Address(string site, string path)
    {
        Chromium.Require();
        return new Uri(sites[site].Server.Address(path));
    }

    internal Publication Publication(string site) => sites[site].Publication;

    internal Task<OpenPage> OpenAsync(string path, int width) => OpenAsync(Sample, path, new View(width));

    /// <summary>Opens a page of another server.</summary>
    internal Task<OpenPage> OpenAsync(string address, View view) => chromium!.OpenAsync(address, view);

    internal Task<OpenPage> OpenAsync(string site, string path, View view) => chromium!.OpenAsync(Address(site, path).AbsoluteUri, view);

    private async Task ServeAsync(string name, string folder)
    {
        var reading = SiteReader.Read(ContentFolder.Read(FolderAt(folder), previous: null), new Uri("http://localhost/"), previous: null);
        var publication = Publishing.Publication.Render(reading.Site, Now, previous: null);
        sites[name] = (await SiteServer.StartAsync(publication, Now), publication);
    }

    private static string FolderAt(string folder, [CallerFilePath] string here = "") => Path.GetFullPath(folder, Path.GetDirectoryName(here)!);
}
