using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Feeds.Tests.Packaging;
using Feeds.Web;
using Xunit;

namespace Feeds.Tests.Web.Hostile;

/// <summary>Clients that hold a connection without using it: they are let go in time, take little memory, and nobody else notices them.</summary>
public sealed class SlowClientTests(BuiltSource built) : IAsyncLifetime
{
    private const int LargeLength = 12 * 1024 * 1024;
    private const int Clients = 100;
    private const long MaxOctetsTaken = 150L * 1024 * 1024;

    /// <summary>Kestrel looks at its clock once a second, and the machine may be busy.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(3);

    /// <summary>What a client sends at first, then again and again, and how long it may stay.</summary>
    private static readonly (string First, string Again, TimeSpan Longest)[] Slow =
    [
        ("", "", KestrelLimits.Idle),
        ("", "\r\n", KestrelLimits.Idle),
        (HostileRequest.Feed, "", KestrelLimits.Idle),
        ("G", "", KestrelLimits.Head),
        ("", "G", KestrelLimits.Head),
        ("GET /atom.xml HTTP/1.1\r\n", "X", KestrelLimits.Head),
        ("GET /atom.xml HTTP/1.1\r\nHost: a\r\n", "X: a\r\n", KestrelLimits.Head),
        (HostileRequest.Feed + "GET /atom.xml HTTP/1.1\r\nHost: a\r\n", "", KestrelLimits.Head),
        ("POST /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n", "b", TimeSpan.Zero),
        ("POST /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n", "", TimeSpan.Zero),
        ("GET /atom.xml HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "", TimeSpan.Zero),
        ("POST /atom.xml HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nb\r\n", TimeSpan.Zero),
    ];

    private readonly TempFolder disk = new();
    private ServedProcess? server;

    private ServedProcess Server => server!;

    public async ValueTask InitializeAsync()
    {
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\n![Large](large.png)\n");
        disk.Write("content/posts/large.png", new byte[LargeLength]);
        server = await ServedProcess.StartAsync(await built.ProgramAsync(), disk);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        disk.Dispose();
    }

    [Fact]
    public async Task AreLetGo_WhileOthersAreServed()
    {
        var stop = TestContext.Current.CancellationToken;
        var feed = await FeedAsync();
        var held = Task.WhenAll(Slow.Select(slow => HoldAsync(slow.First, slow.Again, stop)).Append(HoldUnreadAsync(stop)));
        while (await Task.WhenAny(held, Task.Delay(TimeSpan.FromMilliseconds(500), stop)) != held) Assert.Equal(feed, await FeedAsync());
        var times = await held;

        Assert.All(Slow.Zip(times), pair => Assert.InRange(pair.Second, TimeSpan.Zero, pair.First.Longest + Margin));
        Assert.InRange(times[^1], TimeSpan.Zero, KestrelLimits.Piece + Margin);
        Assert.DoesNotContain(Server.Log, line => !line.StartsWith("info: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TakeLittleMemory_WhenTheyNeverRead()
    {
        if (!OperatingSystem.IsLinux()) return;
        var before = Server.MemoryOctets;
        var clients = Enumerable.Range(0, Clients).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 8192 }).ToArray();
        foreach (var client in clients)
        {
            await client.ConnectAsync(Server.Address.Host, Server.Address.Port, TestContext.Current.CancellationToken);
            await client.SendAsync("GET /posts/a/large.png HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), SocketFlags.None);
        }

        // The first octet of each is there once its answer has begun.
        foreach (var client in clients) Assert.Equal(1, await client.ReceiveAsync(new byte[1], SocketFlags.None));
        var feed = await FeedAsync();
        var taken = Server.MemoryOctets - before;
        foreach (var client in clients) client.Dispose();

        Assert.Equal(feed, await FeedAsync());
        Assert.True(taken <= MaxOctetsTaken, FormattableString.Invariant($"{taken} octets"));
    }

    /// <summary>The feed as it is sent, but its date.</summary>
    private async Task<string> FeedAsync() => RawClient.Parse(await RawClient.AskAsync(Server.Address, HostileRequest.LastFeed)).Single().Body;

    /// <summary>How long a connection lives on which something is sent again and again.</summary>
    private async Task<TimeSpan> HoldAsync(string first, string again, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(Server.Address.Host, Server.Address.Port, cancellation);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(first), cancellation);
        var ended = EndAsync(client.GetStream(), cancellation);
        try
        {
            while (await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(300), cancellation)) != ended) await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(again), cancellation);
        }
        catch (IOException)
        {
            // Nobody listens any more.
        }

        return watch.Elapsed;
    }

    /// <summary>How long a connection lives whose client asks for much and never reads.</summary>
    private async Task<TimeSpan> HoldUnreadAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var client = new TcpClient { ReceiveBufferSize = 8192 };
        await client.ConnectAsync(Server.Address.Host, Server.Address.Port, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync("GET /posts/a/large.png HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), cancellation);
        // Sending tells when the connection was reset, without reading anything.
        try
        {
            while (watch.Elapsed < KestrelLimits.Piece + Margin)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
                await stream.WriteAsync("\r\n"u8.ToArray(), cancellation);
            }
        }
        catch (IOException)
        {
            // It was let go.
        }

        return watch.Elapsed;
    }

    private static async Task EndAsync(NetworkStream stream, CancellationToken cancellation)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null, cancellation);
        }
        catch (IOException)
        {
            // A reset is an end, too.
        }
    }
}
