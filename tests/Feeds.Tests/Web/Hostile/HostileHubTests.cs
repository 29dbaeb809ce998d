using System.Net.Sockets;
using Feeds.Tests.Watching;
using Feeds.Web.WebSub;
using Xunit;

namespace Feeds.Tests.Web.Hostile;

/// <summary>Hubs that want to hold the server, fill it or lead it elsewhere.</summary>
public sealed class HostileHubTests
{
    /// <summary>What a connection's buffers may hold on both sides before anyone reads, on any machine.</summary>
    private const long MaxOctets = 16 * 1024 * 1024;

    private const string Post = "---\ntitle: Post\ndate: 2025-03-04\n---\nText.\n";

    private const string Ok = "HTTP/1.1 200 OK\r\n";

    private static readonly string Much = new('a', 60_000);

    private static readonly Dictionary<string, (Func<RawHub, Socket, Task> Answer, int Connections, string Problem)> Hubs = new(StringComparer.Ordinal)
    {
        ["10 GB"] = ((hub, socket) => hub.SendAsync(socket, Ok + "Content-Length: 10737418240\r\n\r\n", Much), 1, "was notified"),
        ["chunks without end"] = ((hub, socket) => hub.SendAsync(socket, Ok + "Transfer-Encoding: chunked\r\n\r\n", "1000\r\n" + new string('a', 4096) + "\r\n"), 1, "was notified"),
        ["a body that never comes"] = ((hub, socket) => HangAsync(hub, socket, Ok + "Content-Length: 10\r\n\r\n"), 1, "was notified"),
        ["a body until the connection ends"] = ((hub, socket) => hub.SendAsync(socket, Ok + "\r\n", Much), 1, "was notified"),
        ["a field without end"] = ((hub, socket) => hub.SendAsync(socket, Ok + "X: ", Much), All, "given up"),
        ["fields without end"] = ((hub, socket) => hub.SendAsync(socket, Ok, "X: a\r\n"), All, "given up"),
        ["a status line without end"] = ((hub, socket) => hub.SendAsync(socket, "HTTP/1.1 200 ", Much), All, "given up"),
        ["100 without end"] = ((hub, socket) => hub.SendAsync(socket, "", "HTTP/1.1 100 Continue\r\n\r\n"), All, "given up"),
        ["no HTTP"] = ((hub, socket) => hub.SendAsync(socket, "", Much), All, "given up"),
        ["nothing"] = ((hub, socket) => hub.SendAsync(socket, "", ""), All, "given up"),
        ["a reset"] = (ResetAsync, All, "given up"),
        ["a reset within the head"] = (async (hub, socket) =>
        {
            await hub.SendAsync(socket, Ok + "Content-", "");
            await ResetAsync(hub, socket);
        }, All, "given up"),
        ["HTTP/2"] = ((hub, socket) => hub.SendAsync(socket, "\0\0\0\u0004\0\0\0\0\0", ""), All, "given up"),
        ["a ring"] = ((hub, socket) => hub.SendAsync(socket, $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {hub.Address}\r\nContent-Length: 0\r\n\r\n", ""), 1, "refuses"),
        ["a way into the network"] = ((hub, socket) => hub.SendAsync(socket, "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/meta-data/\r\nContent-Length: 0\r\n\r\n", ""), 1, "refuses"),
        ["a way to a file"] = ((hub, socket) => hub.SendAsync(socket, "HTTP/1.1 301 Moved Permanently\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", ""), 1, "refuses"),
        ["401"] = ((hub, socket) => hub.SendAsync(socket, "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n", ""), 1, "refuses"),
        ["a pause of a thousand years"] = ((hub, socket) => hub.SendAsync(socket, "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 31536000000\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", ""), All, "given up"),
    };

    /// <summary>Hubs that are heard until their time is over.</summary>
    private static readonly Dictionary<string, Func<RawHub, Socket, Task>> Endless = new(StringComparer.Ordinal)
    {
        ["silence"] = (hub, socket) => HangAsync(hub, socket, ""),
        ["half a head"] = (hub, socket) => HangAsync(hub, socket, Ok + "Content-Le"),
    };

    private static int All => HubRequest.MaxRetries + 1;

    public static TheoryData<string> HubNames => [.. Hubs.Keys];

    public static TheoryData<string> EndlessNames => [.. Endless.Keys];

    [Theory]
    [MemberData(nameof(HubNames))]
    public async Task TakesLittle_AndIsDone(string name)
    {
        var (answer, connections, problem) = Hubs[name];
        using var hub = new RawHub(answer);
        await using var site = new Watched { Time = new ImpatientTime() };
        await ChangeAsync(site, hub.Address);

        Assert.Equal(problem, await OutcomeAsync(site));
        Assert.Equal(connections, hub.Connections);
        Assert.InRange(hub.Sent, 0, connections * MaxOctets);
    }

    [Theory]
    [MemberData(nameof(EndlessNames))]
    public async Task IsGivenUp_WhenItsTimeIsOver(string name)
    {
        using var hub = new RawHub(Endless[name]);
        await using var site = new Watched { Time = new ImpatientTime(attemptsRunOut: true) };
        await ChangeAsync(site, hub.Address);

        Assert.Equal("given up", await OutcomeAsync(site));
    }

    [Theory]
    [MemberData(nameof(EndlessNames))]
    public async Task DelaysNoPublication(string name)
    {
        using var hub = new RawHub(Endless[name]);
        await using var site = new Watched { Time = new ImpatientTime() };
        await ChangeAsync(site, hub.Address);
        site.Disk.Write("content/posts/a.md", Post + "Two.\n");
        while (site.BodyOf("a") != "Text. Two.") await site.LoggedAsync("Information: Published 1 post and 0 events");

        Assert.InRange(hub.Connections, 0, 1);
    }

    /// <summary>Where the operator named no host, none on this machine is reached, however it is written.</summary>
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.1", "127.0.0.1")]
    [InlineData("2130706433", "127.0.0.1")]
    [InlineData("0x7f000001", "127.0.0.1")]
    [InlineData("[::1]", "::1")]
    [InlineData("[::ffff:127.0.0.1]", "::ffff:127.0.0.1")]
    [InlineData("[::ffff:7f00:1]", "::ffff:127.0.0.1")]
    [InlineData("[64:ff9b::7f00:1]", "64:ff9b::7f00:1")]
    [InlineData("[2002:7f00:1::]", "2002:7f00:1::")]
    [InlineData("169.254.169.254", "169.254.169.254")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("[fe80::1]", "fe80::1")]
    public async Task IsNotReached_WhereItIsNoPublicAddress(string written, string host)
    {
        using var hub = new RawHub((_, _) => Task.CompletedTask);
        await using var site = new Watched { Time = new ImpatientTime(), PrivateHubs = ["other.example"] };
        var named = new UriBuilder(hub.Address) { Host = written }.Uri;
        await ChangeAsync(site, named);

        await site.LoggedAsync($"Warning: Hub {named} is not notified: {host} is at {host}, which is not a public address; if it is meant, start with --private-hubs {host}");
        Assert.Equal(0, hub.Connections);
    }

    [Fact]
    public async Task IsNotReached_WhenItsNameLeadsToThisMachine()
    {
        using var hub = new RawHub((_, _) => Task.CompletedTask);
        await using var site = new Watched { Time = new ImpatientTime() };
        await ChangeAsync(site, new UriBuilder(hub.Address) { Host = "localhost" }.Uri);

        Assert.Equal("is not notified", await OutcomeAsync(site));
        Assert.Equal(0, hub.Connections);
    }

    [Fact]
    public async Task IsReached_WhenItsNameIsAllowed()
    {
        using var hub = new RawHub((hub, socket) => hub.SendAsync(socket, Ok + "Content-Length: 0\r\n\r\n", ""));
        await using var site = new Watched { Time = new ImpatientTime(), PrivateHubs = ["LocalHost"] };
        await ChangeAsync(site, new UriBuilder(hub.Address) { Host = "localhost" }.Uri);

        Assert.Equal("was notified", await OutcomeAsync(site));
    }

    private static async Task ChangeAsync(Watched site, Uri hub)
    {
        site.Disk.Write("content/site.yaml", $"{FolderOf.SiteYaml}hubs: [\"{hub}\"]\n");
        site.Disk.Write("content/posts/a.md", Post);
        site.Start();
        site.Disk.Write("content/posts/a.md", Post + "One.\n");
        while (site.BodyOf("a") != "Text. One.") await site.LoggedAsync("Information: Published 1 post and 0 events");
    }

    /// <summary>In which words the log says what became of the hub.</summary>
    private static async Task<string> OutcomeAsync(Watched site)
    {
        var line = await site.LoggedAsync(line => line.Contains(" Hub ", StringComparison.Ordinal));
        return ((string[])["is not notified", "given up", "refuses", "was notified"]).First(words => line.Contains(words, StringComparison.Ordinal));
    }

    private static Task ResetAsync(RawHub hub, Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return Task.CompletedTask;
    }

    /// <summary>Says something, and then nothing until the other side hangs up.</summary>
    private static async Task HangAsync(RawHub hub, Socket socket, string first)
    {
        await hub.SendAsync(socket, first, "");
        while (await socket.ReceiveAsync(new byte[4096]) > 0)
        {
            // It says more.
        }
    }
}
