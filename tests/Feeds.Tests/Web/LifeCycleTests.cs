using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Feeds.Tests.Packaging;
using Feeds.Tests.Web.Hostile;
using Feeds.Web;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>From the start of the program to its end, as service managers see it.</summary>
public sealed class LifeCycleTests : IDisposable
{
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\n---\n";
    private const string Published = "info: feeds[1] Published 1 post and 0 events";
    private const int LargeLength = 12 * 1024 * 1024;

    /// <summary>So many posts that the first publication takes a while.</summary>
    private const int Many = 4000;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(3);

    private readonly BuiltSource built;
    private readonly TempFolder disk = new();

    public LifeCycleTests(BuiltSource built)
    {
        this.built = built;
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        disk.Write("content/posts/a.md", Post + "One.\n");
    }

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task IsReady_OnceTheFirstPublicationStands()
    {
        var (server, address) = await StartManyAsync();
        await using var ended = server;
        var answers = new List<string>();
        while (answers.Count == 0 || answers[^1] != "200 OK\n") await ReadyAsync(address, answers);

        Assert.Equal(["503 Not ready.\n", "200 OK\n"], answers.SkipWhile(answer => answer == "refused").Distinct(StringComparer.Ordinal));
        Assert.Contains("https://club.example/posts/", RawClient.Parse(await RawClient.AskAsync(address, HostileRequest.LastFeed)).Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndsAtOnce_WhenItIsStoppedBeforeItIsReady()
    {
        var (server, address) = await StartManyAsync();
        await using var ended = server;
        var answers = new List<string>();
        while (answers.Count == 0 || answers[^1] == "refused") await ReadyAsync(address, answers);
        await server.SignalAsync("TERM");

        Assert.Equal(0, await server.EndedAsync());
        Assert.DoesNotContain(server.Log, line => !line.StartsWith("info: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("QUIT")]
    public async Task SendsWhatItBegan_AndTakesNothingNew(string signal)
    {
        await using var server = await StartWithLargeAsync();
        using var client = await AskForLargeAsync(server);
        using var answer = new MemoryStream();
        answer.WriteByte((byte)client.GetStream().ReadByte());
        await server.SignalAsync(signal);
        await RefusesAsync(server.Address);
        await client.GetStream().CopyToAsync(answer, TestContext.Current.CancellationToken);

        Assert.Equal((200, LargeLength), RawClient.Parse(Encoding.Latin1.GetString(answer.ToArray())) is [var only] ? (only.Status, only.Body.Length) : default);
        Assert.Equal(0, await server.EndedAsync());
    }

    [Fact]
    public async Task EndsInTime_WhenAClientDoesNotRead()
    {
        await using var server = await StartWithLargeAsync();
        using var client = await AskForLargeAsync(server);
        Assert.Equal(1, await client.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken));
        var watch = Stopwatch.StartNew();
        await server.SignalAsync("TERM");

        Assert.Equal(0, await server.EndedAsync());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, KestrelLimits.Drain + KestrelLimits.LastLook + Margin);
        Assert.DoesNotContain(server.Log, line => !line.StartsWith("info: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("poll")]
    [InlineData("auto")]
    public async Task ReadsAgain_AtSighup(string watch)
    {
        if (OperatingSystem.IsWindows()) return;
        var path = disk.At("content/posts/a.md");
        var written = File.GetLastWriteTimeUtc(path);
        await using var server = await ServedProcess.StartAsync(await built.ProgramAsync(), disk, $"--urls http://127.0.0.1:0 --watch {watch}");
        // Of the same length and age, as no look by itself could tell.
        disk.Write("content/posts/a.md", Post + "Two.\n");
        File.SetLastWriteTimeUtc(path, written);
        await server.SignalAsync("HUP");
        await server.LoggedAsync(line => line == Published);
        while (!(await RawClient.AskAsync(server.Address, HostileRequest.LastFeed)).Contains("Two.", StringComparison.Ordinal)) await server.LoggedAsync(line => line == Published);
        await server.SignalAsync("HUP");
        await server.LoggedAsync(line => line == Published);

        Assert.True(server.IsRunning);
        await server.SignalAsync("TERM");
        Assert.Equal(0, await server.EndedAsync());
    }

    private async Task<(ServedProcess Server, Uri Address)> StartManyAsync()
    {
        for (var number = 0; number < Many; number++) disk.Write(FormattableString.Invariant($"content/posts/{number}.md"), Post + "Text.\n");
        var program = await built.ProgramAsync();
        var address = FreeAddress.Next();
        return (ServedProcess.Start(program, disk, $"--urls {address.GetLeftPart(UriPartial.Authority)}"), address);
    }

    private async Task<ServedProcess> StartWithLargeAsync()
    {
        disk.Write("content/posts/a.md", Post + "![Large](large.png)\n");
        disk.Write("content/posts/large.png", new byte[LargeLength]);
        return await ServedProcess.StartAsync(await built.ProgramAsync(), disk);
    }

    private static async Task<TcpClient> AskForLargeAsync(ServedProcess server)
    {
        var client = new TcpClient { ReceiveBufferSize = 8192 };
        await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /posts/a/large.png HTTP/1.1\r\nHost: a\r\n{HostileRequest.End}"), TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Asks whether it is ready, and adds what came.</summary>
    private static async Task ReadyAsync(Uri address, List<string> answers)
    {
        try
        {
            var answer = await RawClient.AskAsync(address, $"GET /health/ready HTTP/1.1\r\nHost: a\r\n{HostileRequest.End}");
            answers.Add(RawClient.Parse(answer) is [var only] ? FormattableString.Invariant($"{only.Status} {only.Body}") : "hung up");
        }
        catch (SocketException)
        {
            answers.Add("refused");
        }
    }

    /// <summary>Returns once nobody listens at an address.</summary>
    private static async Task RefusesAsync(Uri address)
    {
        var answers = new List<string>();
        while (!answers.Contains("refused")) await ReadyAsync(address, answers);
    }
}
