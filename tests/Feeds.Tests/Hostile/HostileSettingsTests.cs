using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Tests.Interop;
using Xunit;

namespace Feeds.Tests.Hostile;

/// <summary>Whatever somebody writes into the files that are the site's own, nothing of it runs, leaves its element or line, or looks outside.</summary>
public sealed class HostileSettingsTests
{
    private const int Files = 60;

    private static readonly ImmutableArray<HostileFile> Documents =
    [
        Document("posts/2025-01-01-a.md", "---\ntitle: A\ntags: [x]\nauthors: [ana]\naudio: https://cdn.example/a.mp3\n---\nText.\n"),
        Document("posts/2025-01-02-b.md", "---\ntitle: B\nword: 2025-01-02\nmarked: 2025-02-02\n---\nText.\n"),
        Document("events/m.md", "---\ntitle: M\nstart: 2026-02-03 18:00\nlocation: Library\nseries: Evenings\n---\nCome.\n"),
    ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task BringsNothingAbout_WhateverTheSiteSaysOfItself(int seed)
    {
        using var folder = Folder(seed, Payloads.Texts);
        using var harmless = Folder(seed, Payloads.Harmless);
        // Of a text with tags, Atom says what it is.
        using var marked = Folder(seed, ["<b>x</b>"]);
        var published = HostileContentTests.Publish(folder.Content);
        await using var server = await SiteServer.StartAsync(published, HostileContentTests.Now);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var redirect = await client.GetAsync(new Uri(server.Address("/old")), TestContext.Current.CancellationToken);

        AssertHarmless(published, HostileContentTests.Publish(harmless.Content), HostileContentTests.Publish(marked.Content));
        Assert.True(redirect.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PermanentRedirect);
        Assert.True(redirect.Headers.Location is null || !redirect.Headers.Location.IsAbsoluteUri || redirect.Headers.Location.Scheme is "http" or "https", $"/old leads to {redirect.Headers.Location}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void BringsNothingAbout_WhateverTheLockSays(int seed) => AssertHarmless(WithLock(seed, Payloads.Texts), WithLock(seed, Payloads.Harmless));

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];

    private static void AssertHarmless(Publication published, params IEnumerable<Publication> harmless)
    {
        var known = harmless.SelectMany(site => site.Representations.Values).SelectMany(output => OutputFindings.StructureOf(output.MediaType.Name, output.Identity.ToArray())).ToHashSet(StringComparer.Ordinal);
        string[] found = [.. published.Representations.Values.SelectMany(output => OutputFindings.Of(output.Path, output.MediaType.Name, output.Identity.ToArray(), part => known.Contains(part) || HostileContentTests.Known.Value.Contains(part)))];

        Assert.True(found.Length == 0, string.Join('\n', found.DistinctBy(finding => finding[finding.IndexOf(": ", StringComparison.Ordinal)..], StringComparer.Ordinal)));
        Assert.DoesNotContain(published.Representations.Keys, path => !Path.GetFullPath("/published" + path).StartsWith("/published/", StringComparison.Ordinal) || path.Any(char.IsControl));
        Assert.DoesNotContain(published.Representations.Values, output => output.MediaType.Name is "text/css" && System.Text.Encoding.UTF8.GetString(output.Identity.Span).Contains(Payloads.Name, StringComparison.OrdinalIgnoreCase));
    }

    private static HostileFolder Folder(int seed, ImmutableArray<string> texts)
    {
        var random = new Random(seed);
        var settings = $$"""
            title: {{Text()}}
            url: https://hostile.example/
            description: {{Text()}}
            language: {{Text()}}
            rights: {{Text()}}
            author: { name: {{Text()}}, email: {{Text()}}, url: {{Text()}} }
            icon: {{Text()}}
            posts: { permalink: {{Text()}} }
            calendar: { name: {{Text()}}, description: {{Text()}}, color: {{Text()}}, refresh: {{Text()}} }
            taxonomies: [tags, {{Text()}}]
            hubs: [{{Text()}}]
            redirects: { /old: {{Text()}}, {{Text()}}: {{Text()}} }
            podcast: { category: {{Text()}}, author: {{Text()}}, owner: {{Text()}}, email: {{Text()}}, image: {{Text()}}, funding: {{Text()}} }
            keys: { published: [{{Text()}}, marked] }

            """;
        var people = $$"""ana: { name: {{Text()}}, email: {{Text()}}, url: {{Text()}} }""";
        return new HostileFolder([.. Documents, Document("site.yaml", settings), Document("authors.yml", people)], file => file.Bytes);

        string Text() => JsonSerializer.Serialize(texts[random.Next(texts.Length)]);
    }

    private static HostileFile Document(string path, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new HostileFile(path, bytes, bytes);
    }

    /// <summary>A site some of whose documents are gone, so that they are published from the lock alone, and a lock with other texts in some of its fields.</summary>
    private static Publication WithLock(int seed, ImmutableArray<string> texts)
    {
        var files = HostileContent.Files(Files, seed).DistinctBy(file => file.Path).ToArray();
        using var folder = new HostileFolder(files, file => file.Harmless);
        Remembered(folder);
        var random = new Random(seed);
        var path = Path.Join(folder.Content, LockNames.Lock);
        File.WriteAllLines(path, File.ReadAllLines(path).Select(line => Changed(line, texts, random)));
        foreach (var file in files.Where((_, number) => number % 3 == 0)) File.Delete(Path.Join(folder.Content, file.Path));
        return Remembered(folder);
    }

    /// <summary>The publication with what is remembered, which is written down.</summary>
    private static Publication Remembered(HostileFolder folder)
    {
        var memory = new LockStore(folder.Content, state: null);
        memory.Look();
        var reading = SiteReader.Read(ContentFolder.Read(folder.Content, previous: null), FolderOf.Listening, previous: null);
        var published = Publication.Render(memory.UpdateLock(FolderOf.Read(reading), HostileContentTests.Now).Site, HostileContentTests.Now, previous: null);
        memory.Save();

        Assert.DoesNotContain(memory.Diagnostics, diagnostic => diagnostic.ToString().Any(char.IsControl));
        return published;
    }

    /// <summary>A line of a lock with another text in one or two of its fields.</summary>
    private static string Changed(string line, ImmutableArray<string> texts, Random random)
    {
        var fields = JsonNode.Parse(line)!.AsObject();
        var keys = fields.Where(field => field.Value!.GetValueKind() == JsonValueKind.String).Select(field => field.Key).ToArray();
        for (var times = random.Next(1, 3); times > 0; times--) fields[keys[random.Next(keys.Length)]] = texts[random.Next(texts.Length)];
        return fields.ToJsonString();
    }
}
