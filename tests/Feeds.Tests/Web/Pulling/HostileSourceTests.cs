using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Feeds.Model.Sources;
using Feeds.Tests.Web.Hostile;
using Feeds.Web.Pulling;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web.Pulling;

/// <summary>Servers of sources that are slow, broken, endless or lead elsewhere: the last good file stays, and one line says why.</summary>
public sealed class HostileSourceTests : IDisposable
{
    /// <summary>What a connection's buffers may hold on both sides, beside the 5 MiB that are read.</summary>
    private const long MaxOctets = 24 * 1024 * 1024;

    private const string Good = "BEGIN:VCALENDAR\r\nX-LAST:GOOD\r\nEND:VCALENDAR\r\n";
    private const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
    private const string Ok = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    private const string TooLarge = "it is larger than 5 MiB";
    private const string TooLate = "it was not there after";

    private static readonly Instant Start = FolderOf.Moment("2026-02-03T04:05:06Z");
    private static readonly string Much = new('a', 60_000);

    /// <summary>Each with the first words of what is said of it.</summary>
    private static readonly Dictionary<string, (Func<RawHub, Socket, Task> Answer, string Problem)> Servers = new(StringComparer.Ordinal)
    {
        ["silence"] = ((hub, socket) => HangAsync(hub, socket, ""), TooLate),
        ["half a head"] = ((hub, socket) => HangAsync(hub, socket, Ok + "Content-Le"), TooLate),
        ["a body that never comes"] = ((hub, socket) => HangAsync(hub, socket, Ok + "Content-Length: 10\r\n\r\n"), TooLate),
        ["a body that stops"] = ((hub, socket) => HangAsync(hub, socket, Ok + "Content-Length: 1000\r\n\r\nBEGIN:VCALENDAR\r\n"), TooLate),
        ["10 GB"] = ((hub, socket) => hub.SendAsync(socket, Ok + "Content-Length: 10737418240\r\n\r\n", Much), TooLarge),
        ["chunks without end"] = ((hub, socket) => hub.SendAsync(socket, Ok + "Transfer-Encoding: chunked\r\n\r\n", "1000\r\n" + new string('a', 4096) + "\r\n"), TooLarge),
        ["a body without end"] = ((hub, socket) => hub.SendAsync(socket, Ok + "\r\n", Much), TooLarge),
        ["little that is much"] = (Says(Ok + "Content-Encoding: gzip\r\n\r\n" + Gzip(new string(' ', 50_000_000))), TooLarge),
        ["a field without end"] = ((hub, socket) => hub.SendAsync(socket, Ok + "X: ", Much), "The HTTP response headers length exceeded"),
        ["100 without end"] = ((hub, socket) => hub.SendAsync(socket, "", "HTTP/1.1 100 Continue\r\n\r\n"), "The HTTP response headers length exceeded"),
        ["no HTTP"] = (Says("220 ftp.example ready\r\n"), ""),
        ["nothing"] = (Says(""), ""),
        ["a reset"] = (ResetAsync, ""),
        ["a reset within the body"] = (async (hub, socket) =>
        {
            await hub.SendAsync(socket, Ok + "Content-Length: 1000\r\n\r\nBEGIN:VCALENDAR\r\n", "");
            await ResetAsync(hub, socket);
        }, ""),
        ["half a file with its length"] = (Says(Ok + "Content-Length: 1000\r\n\r\n" + Calendar), "The response ended prematurely"),
        ["half a file without its length"] = (Says(Ok + "\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"), "it ends too early"),
        ["half a file in chunks"] = (Says(Ok + "Transfer-Encoding: chunked\r\n\r\n10\r\nBEGIN:VCALENDAR\n\r\n"), "The response ended prematurely"),
        ["half a file under gzip"] = (Says(Ok + "Content-Encoding: gzip\r\n\r\n" + Gzip(Calendar)[..^12]), ""),
        ["gzip that is none"] = (Says(Ok + "Content-Encoding: gzip\r\n\r\n" + Calendar), "it is not compressed as it says"),
        ["an unknown coding"] = (Says(Ok + "Content-Encoding: x\r\n\r\n\u0001\u00E0\u0002z"), "it is no calendar"),
        ["a page as a calendar"] = (Says(Ok + "Content-Type: text/calendar\r\n\r\n<!DOCTYPE html><title>Sign in</title>"), "it is a page and no calendar"),
        ["a page of XML"] = (Says(Ok + "Content-Type: text/calendar\r\n\r\n<?xml version=\"1.0\"?><html><body>Sign in"), "it is no calendar"),
        ["an empty file"] = (Says(Ok + "Content-Length: 0\r\n\r\n"), "it is empty"),
        ["nothing but a mark of the encoding"] = (Says(Ok + "\r\n\u00EF\u00BB\u00BF"), "it is empty"),
        ["401"] = (Says("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n"), "the server answers 401"),
        ["410"] = (Says("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"), "the server answers 410"),
        ["502 with a calendar"] = (Says("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n" + Calendar), "the server answers 502"),
        ["a part that nobody asked for"] = (Says("HTTP/1.1 206 Partial Content\r\nConnection: close\r\n\r\n" + Calendar), "the server answers 206"),
        ["304 to one who has nothing"] = (Says("HTTP/1.1 304 Not Modified\r\n\r\n"), "the server answers 304"),
        ["a ring"] = (Says("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), "it leads on more than 5 times"),
        ["a way to nowhere"] = (Says("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"), "the server answers 302"),
        ["a way that is no address"] = (Says("HTTP/1.1 302 Found\r\nLocation: //:x\r\nContent-Length: 0\r\n\r\n"), "it leads to an address that is not of the web"),
        ["a way to a file"] = (Says("HTTP/1.1 301 Moved\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"), "it leads to an address that is not of the web"),
        ["a way into the network"] = (Says("HTTP/1.1 307 Moved\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"), "169.254.169.254 is at 169.254.169.254, which is not a public address"),
        ["a way to another protocol"] = (Says("HTTP/1.1 302 Found\r\nLocation: gopher://127.0.0.1:25/\r\nContent-Length: 0\r\n\r\n"), "it leads to an address that is not of the web"),
    };

    /// <summary>What looks broken, and is not.</summary>
    private static readonly Dictionary<string, Func<RawHub, Socket, Task>> Odd = new(StringComparer.Ordinal)
    {
        ["a calendar as a page"] = Says(Ok + "Content-Type: text/html\r\n\r\n" + Calendar),
        ["a calendar under gzip"] = Says(Ok + "Content-Encoding: gzip\r\n\r\n" + Gzip(Calendar)),
        ["a calendar after a mark of its encoding"] = Says(Ok + "\r\n\u00EF\u00BB\u00BF" + Calendar),
        ["a calendar in UTF-16"] = Says(Ok + "\r\n\u00FF\u00FE" + string.Concat(Calendar.Select(c => $"{c}\0"))),
        ["a calendar in Latin-1 that says UTF-8"] = Says(Ok + "Content-Type: text/calendar; charset=utf-8\r\n\r\n" + Calendar.Replace("2.0", "\u00E9", StringComparison.Ordinal)),
        ["a calendar of an unknown charset"] = Says(Ok + "Content-Type: text/calendar; charset=\"x-none\r\n\r\n" + Calendar),
        ["a calendar after a warning of PHP"] = Says(Ok + "\r\n\r\nDeprecated: strftime() in /srv/ics.php on line 3\r\n" + Calendar),
        ["a calendar in small letters"] = Says(Ok + "\r\n" + Calendar.ToLowerInvariant()),
        ["a calendar from another address"] = (hub, socket) => hub.SendAsync(
            socket, hub.Connections == 1 ? "HTTP/1.1 308 Moved\r\nLocation: x.ics?y#z\r\nConnection: close\r\nContent-Length: 0\r\n\r\n" : Ok + "\r\n" + Calendar, ""),
        ["a tag of letters that no field may have"] = Says(Ok + "ETag: \"\u00E9\u0001\"\r\nLast-Modified: yesterday\r\n\r\n" + Calendar),
    };

    private readonly TempFolder disk = new();
    private readonly SourceClient client = new(IPAddress.IsLoopback, Patience.Limit);

    /// <summary>For a server that would never end.</summary>
    private readonly SourceClient impatient = new(IPAddress.IsLoopback, TimeSpan.FromSeconds(2));

    public static TheoryData<string> ServerNames => [.. Servers.Keys];

    public static TheoryData<string> OddNames => [.. Odd.Keys];

    public void Dispose()
    {
        client.Dispose();
        impatient.Dispose();
        disk.Dispose();
    }

    [Theory]
    [MemberData(nameof(ServerNames))]
    public async Task KeepsTheLastGoodFile_AndSaysWhy(string name)
    {
        var (answer, problem) = Servers[name];
        using var server = new RawHub(answer);
        disk.Write("sources/a.ics", Good);

        var pulled = await PullAsync(server.Address, Start, problem == TooLate ? impatient : client);

        Assert.Equal(PullOutcome.Failed, pulled.Outcome);
        Assert.StartsWith(problem, pulled.Record.Problem, StringComparison.Ordinal);
        Assert.Equal(Good, File.ReadAllText(disk.At("sources/a.ics")));
        Assert.InRange(server.Sent, 0, MaxOctets);
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task TakesWhatOnlyLooksBroken_Twice(string name)
    {
        using var server = new RawHub(Odd[name]);

        var first = await PullAsync(server.Address, Start);
        var second = await PullAsync(server.Address, Start + Duration.FromMinutes(20));

        Assert.Equal((null, PullOutcome.Changed), (first.Record.Problem, first.Outcome));
        Assert.Equal((null, PullOutcome.Unchanged), (second.Record.Problem, second.Outcome));
    }

    [Theory]
    [InlineData("7200", 120)]
    [InlineData("Tue, 03 Feb 2026 06:05:06 GMT", 120)]
    [InlineData("31536000000", 15)]
    [InlineData("2000000000", 24 * 60)]
    [InlineData("Fri, 03 Feb 3026 06:05:06 GMT", 24 * 60)]
    [InlineData("Wed, 03 Feb 1926 06:05:06 GMT", 15)]
    [InlineData("-5", 15)]
    [InlineData("0", 15)]
    [InlineData("soon", 15)]
    public async Task WaitsAsLongAsTheServerAsks_ButNoLongerThanADay(string after, int minutes)
    {
        using var server = new RawHub(Says($"HTTP/1.1 503 Busy\r\nRetry-After: {after}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        disk.Write("sources/a.ics", Good);
        await PullAsync(server.Address, Start);

        await PullAsync(server.Address, Start + Duration.FromMinutes(minutes) - Duration.FromSeconds(1));
        Assert.Equal(1, server.Connections);
        await PullAsync(server.Address, Start + Duration.FromMinutes(minutes));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task KeepsTheLastGoodFile_WhenTheServerVanishes()
    {
        Uri address;
        using (var server = new RawHub(Says(Ok + "\r\n" + Calendar)))
        {
            address = server.Address;
            await PullAsync(address, Start);
        }

        var pulled = await PullAsync(address, Start + Duration.FromHours(1));

        Assert.Equal((PullOutcome.Failed, Start), (pulled.Outcome, pulled.Record.Good));
        Assert.Equal(Calendar, File.ReadAllText(disk.At("sources/a.ics")));
    }

    [Fact]
    public async Task SaysWhy_ThereIsNoTls()
    {
        using var server = new RawHub(Says(Ok + "\r\n" + Calendar));

        var pulled = await PullAsync(new UriBuilder(server.Address) { Scheme = "https" }.Uri, Start);

        Assert.Equal(PullOutcome.Failed, pulled.Outcome);
        Assert.DoesNotContain("inner exception", pulled.Record.Problem, StringComparison.Ordinal);
    }

    /// <summary>A name is resolved once, and what was checked is what is connected to.</summary>
    [Fact]
    public async Task ConnectsToTheCheckedAddress_OfANameWithSeveral()
    {
        using var server = new RawHub(Says(Ok + "\r\n" + Calendar));
        var seen = new List<IPAddress>();
        using var wary = new SourceClient(address =>
        {
            seen.Add(address);
            return false;
        });

        var pulled = await PullAsync(new UriBuilder(server.Address) { Host = "localhost" }.Uri, Start, wary);

        Assert.Contains("which is not a public address", pulled.Record.Problem, StringComparison.Ordinal);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("LOCALHOST")]
    [InlineData("127.1")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[0:0:0:0:0:ffff:7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[64:ff9b:1::7f00:1]")]
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("198.18.0.1")]
    public async Task ReachesNothingOfThisNetwork_HoweverItIsWritten(string host)
    {
        using var server = new RawHub(Says(Ok + "\r\n" + Calendar));
        using var real = new SourceClient();
        var address = new Uri(server.Address.AbsoluteUri.Replace("127.0.0.1", host, StringComparison.Ordinal));

        var pulled = await PullAsync(address, Start, real);

        Assert.Contains("which is not a public address", pulled.Record.Problem, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    private async Task<Pulled> PullAsync(Uri address, Instant now, SourceClient? with = null)
    {
        var puller = new SourcePuller(disk.Root, with ?? client, _ => null);
        var source = new SourceSettings("a", address.OriginalString, "sources/a.ics");
        return Assert.Single(await puller.PullAsync([source], now, TestContext.Current.CancellationToken));
    }

    private static Func<RawHub, Socket, Task> Says(string answer) => (hub, socket) => hub.SendAsync(socket, answer, "");

    private static Task ResetAsync(RawHub hub, Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return Task.CompletedTask;
    }

    /// <summary>Says something, and then nothing until the other side closes the connection.</summary>
    private static async Task HangAsync(RawHub hub, Socket socket, string first)
    {
        await hub.SendAsync(socket, first, "");
        while (await socket.ReceiveAsync(new byte[4096]) > 0)
        {
            // It says more.
        }
    }

    /// <summary>A text under gzip, an octet a character.</summary>
    private static string Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return Encoding.Latin1.GetString(packed.ToArray());
    }
}
