using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Publishing;
using Feeds.Tests.Interop;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Hostile;

/// <summary>Whatever somebody writes into a repository, nothing of it runs, leaves its element or line, or looks outside.</summary>
public sealed class HostileContentTests
{
    private const int Files = 150;

    private static readonly string[] Fields =
        ["Accept-Ranges", "Access-Control-Allow-Origin", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Length", "Content-Security-Policy", "Content-Type", "Date", "ETag", "Last-Modified", "Link", "Location", "Server", "Vary", "X-Content-Type-Options"];

    internal static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    /// <summary>What the outputs of sites are built of that nobody means harm.</summary>
    internal static readonly Lazy<ImmutableHashSet<string>> Known = new(() =>
    {
        // The sample and a site with everything in it have what no field of a word brings about.
        var samples = new[] { "../../../content", "../../Feeds.Browser/sites/rich" }.SelectMany(sample => Publish(SampleAt(sample)).Representations.Values);
        using var folder = new HostileFolder(Enumerable.Range(1, 4).SelectMany(seed => HostileContent.Files(Files, seed)).DistinctBy(file => file.Path), file => file.Harmless);
        var nasty = StrangeSite.Named("nasty").Publication.Representations.Values;
        var rare = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/2025-01-01-empty.md", "---\ntitle: Empty\nsummary: \"<b>x</b>\"\ntags: [\"<b>x</b>\"]\n---\n"), ("events/rule.md", "---\ntitle: Rule\nstart: 2026-01-05 10:00\nrrule: FREQ=WEEKLY;INTERVAL=2\n---\n")).Representations.Values;
        return [.. Publish(folder.Content).Representations.Values.Concat(samples).Concat(nasty).Concat(rare).SelectMany(output => OutputFindings.StructureOf(output.MediaType.Name, output.Identity.ToArray()))];
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void BringsNothingAbout_WhateverFilesHold(int seed)
    {
        using var folder = new HostileFolder(HostileContent.Files(Files, seed), file => file.Bytes);
        var published = Publish(folder.Content);

        var findings = published.Representations.Values.SelectMany(output => OutputFindings.Of(output.Path, output.MediaType.Name, output.Identity.ToArray(), Known.Value.Contains));

        // One of each kind: there are as many as there are outputs.
        string[] found = [.. findings.DistinctBy(finding => finding[finding.IndexOf(": ", StringComparison.Ordinal)..], StringComparer.Ordinal)];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task SendsNoFieldButItsOwn_WhateverFilesHold()
    {
        using var folder = new HostileFolder(HostileContent.Files(Files, seed: 5), file => file.Bytes);
        var published = Publish(folder.Content);
        await using var server = await SiteServer.StartAsync(published, Now);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var path in published.Representations.Keys.SelectMany(path => (string[])[path, path.TrimEnd('/')]))
        {
            var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
            using var response = await client.GetAsync(new Uri(server.Address("/").TrimEnd('/') + escaped), TestContext.Current.CancellationToken);

            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PermanentRedirect, $"{path[..Math.Min(path.Length, 300)]}: {response.StatusCode}");
            Assert.Empty(response.Headers.Concat(response.Content.Headers).Select(field => field.Key).Except(Fields, StringComparer.OrdinalIgnoreCase));
            Assert.True(response.Headers.Location is null || (response.Headers.Location.OriginalString is ['/', not '/' and not '\\', ..] or "/"), $"{path} leads to {response.Headers.Location}");
            Assert.Equal(response.Content.Headers.ContentType?.MediaType == "text/html", response.Headers.Contains("Content-Security-Policy") && response.Content.Headers.ContentType?.MediaType != "image/svg+xml");
        }
    }

    /// <summary>What of a folder is published, whatever is wrong with its files.</summary>
    internal static Publication Publish(string folder)
    {
        var reading = SiteReader.Read(ContentFolder.Read(folder, previous: null), FolderOf.Listening, previous: null);
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.ToString().Any(char.IsControl));
        return Publication.Render(reading.Site, Now, previous: null);
    }

    private static string SampleAt(string path, [CallerFilePath] string here = "") => Path.GetFullPath(path, Path.GetDirectoryName(here)!);
}
