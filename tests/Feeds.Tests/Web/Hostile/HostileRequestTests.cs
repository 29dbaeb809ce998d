using System.Collections.Frozen;
using System.Globalization;
using Feeds.Tests.Packaging;
using Xunit;

namespace Feeds.Tests.Web.Hostile;

/// <summary>A served site with files that nobody may see, and what it first answered.</summary>
public sealed class HostileSite(BuiltSource built) : IAsyncLifetime
{
    /// <summary>Stands in every file that is not published.</summary>
    public const string Secret = "Secret51c9";

    private readonly TempFolder disk = new();
    private ServedProcess? server;

    internal ServedProcess Server => server!;

    /// <summary>The whole answer to a plain request for the feed, but its date.</summary>
    public string Feed { get; private set; } = "";

    /// <summary>What the program had to say before the first hostile request.</summary>
    public string[] Log { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        disk.Write("outside.txt", Secret);
        disk.Write("feeds.lock", Secret);
        disk.Write("content/site.yaml", $"{FolderOf.SiteYaml}redirects: {{ /feed: /atom.xml }}\n# {Secret}\n");
        disk.Write("content/posts/first.md", "---\ntitle: First\ndate: 2025-03-04\n---\nHello.\n");
        disk.Write("content/posts/draft.md", $"---\ntitle: Draft\ndate: 2025-03-04\ndraft: true\n---\n{Secret}\n");
        disk.Write("content/page.md", Secret);
        disk.Write("content/secret.bin", Secret);
        disk.Write("content/.env", Secret);
        disk.Write("content/.git/config", Secret);
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(disk.At("content/link.md"), disk.At("outside.txt"));
        server = await ServedProcess.StartAsync(await built.ProgramAsync(), disk);
        Feed = await FeedAsync();
        Log = [.. server.Log];
    }

    public async Task<string> FeedAsync()
    {
        var answer = RawClient.Parse(await RawClient.AskAsync(Server.Address, HostileRequest.LastFeed)).Single();
        return string.Join('\n', answer.Fields.Where(field => !field.StartsWith("Date: ", StringComparison.Ordinal)).Append(answer.Body));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        disk.Dispose();
    }
}

/// <summary>Requests that attack, by raw socket against the program itself: the right status, nothing that is not published, nothing of the request in the answer, and the next reader is served as before.</summary>
public sealed class HostileRequestTests(HostileSite site) : IClassFixture<HostileSite>
{
    /// <summary>So long a request is still sent octet by octet.</summary>
    private const int MaxPiecewise = 300;

    /// <summary>Every field that this server ever sends.</summary>
    private static readonly string[] Fields =
    [
        "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin", "Access-Control-Max-Age", "Allow", "Cache-Control", "Connection", "Content-Encoding",
        "Content-Length", "Content-Security-Policy", "Content-Type", "Date", "ETag", "Last-Modified", "Link", "Location", "Vary", "X-Content-Type-Options",
    ];

    private static readonly FrozenDictionary<string, HostileRequest> Requests =
        HostileTargets.All.Concat(HostileFields.All).Concat(HostileMessages.All).Concat(HostileFraming.All).Select((request, number) => request with { Name = FormattableString.Invariant($"{number:000} {request.Name}") })
            .ToFrozenDictionary(request => request.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Requests.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> ShortNames => [.. Requests.Values.Where(request => request.Text.Length <= MaxPiecewise).Select(request => request.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task IsAnswered_WithTheRightStatusAndNothingMore(string name) => JudgeAsync(Requests[name], int.MaxValue);

    [Theory]
    [MemberData(nameof(ShortNames))]
    public Task IsAnsweredAlike_WhenItComesOctetByOctet(string name) => JudgeAsync(Requests[name], 1);

    /// <summary>Whether the first target is a path; of the other forms Kestrel itself says which method they are for.</summary>
    private static bool IsPath(string text) => text.Split(' ', 3)[1].StartsWith('/');

    private async Task JudgeAsync(HostileRequest request, int pieceLength)
    {
        var tag = site.Feed.Split('\n').Single(field => field.StartsWith("ETag: ", StringComparison.Ordinal))[7..^1];
        var text = await RawClient.AskAsync(site.Server.Address, request.Text.Replace("{tag}", tag, StringComparison.Ordinal), pieceLength);
        var answers = RawClient.Parse(text);

        Assert.Equal(request.Statuses, string.Join(' ', answers.Select(answer => answer.Status.ToString(CultureInfo.InvariantCulture))));
        Assert.All((string[])[HostileSite.Secret, HostileRequest.Mark, "root:x:0:"], hostile => Assert.DoesNotContain(hostile, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(answers.SelectMany(answer => answer.Fields), field => Assert.Contains(field[..field.IndexOf(':', StringComparison.Ordinal)], Fields));
        Assert.All(answers.Where(answer => answer.Status == 308).SelectMany(answer => answer.Fields.Where(field => field.StartsWith("Location: ", StringComparison.Ordinal))), field => Assert.Contains(field, (string[])["Location: /atom.xml", "Location: /posts/first/"]));
        Assert.All(answers.Where(answer => answer.Status == 405), answer => Assert.Contains(IsPath(request.Text) ? "Allow: GET, HEAD, OPTIONS" : "Allow: ", string.Join('\n', answer.Fields), StringComparison.Ordinal));
        Assert.Equal(site.Feed, await site.FeedAsync());
        Assert.True(site.Server.IsRunning);
        Assert.Equal(site.Log, site.Server.Log);
    }
}
